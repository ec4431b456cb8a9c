"""A diagram as HTML: its picture, for wide pages and for narrow ones, and its words."""

import re
from functools import lru_cache
from html import escape
from typing import Any
from xml.etree import ElementTree as ET

from generator import digest
from generator.diagram.engine import render
from generator.diagram.words import without_words, words

COLUMN = 688
"""Pixels that the text of a guide is wide on a desktop; that of other pages is wider."""

PHONE = 328
"""Pixels that the text of a page is wide on a phone of 360."""

_SPOKEN = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
_SHAPES = re.compile(
    r"(?:\{http://www[.]w3[.]org/2000/svg\})?(?:circle|clipPath|defs|desc|ellipse|g|line"
    r"|linearGradient|marker|path|polygon|polyline|rect|stop|svg|text|title|tspan)"
)
_OUTSIDE = re.compile(r"url\((?!#)|javascript:|expression\(|@import", re.IGNORECASE)


def draw(source: str) -> str | None:
    """The diagram as HTML; None where it cannot be drawn."""
    wide = picture(source, COLUMN)
    narrow = wide if wide.get("width", 0) <= PHONE else picture(source, PHONE)
    if "svg" not in wide or "svg" not in narrow:
        return None
    title, description = words(source)
    pictures = [("any", wide)] if narrow is wide else [("wide", wide), ("narrow", narrow)]
    shown = "".join(
        f'<div class="kb-diagram__{kind}">{_labelled(one["svg"], title)}</div>\n'
        for kind, one in pictures
    )
    said = "".join(f"<p>{escape(line)}</p>\n" for line in description.split("\n"))
    return (
        f'<figure class="kb-diagram">\n{shown}<figcaption>{escape(title)}</figcaption>\n'
        f'<details class="kb-fold"><summary>In words</summary>\n{said}</details>\n</figure>\n'
    )


@lru_cache(maxsize=64)  # what is checked is shown soon after
def picture(source: str, width: int) -> dict[str, Any]:
    """What the engine answers, its picture examined: nothing in it runs or fetches anything."""
    answer = render(without_words(source), width, f"d{digest.of_text(source)}-{width}-")
    if "svg" in answer and not _harmless(answer["svg"]):
        message = "The picture holds more than shapes and text."
        return {"refused": "unsafe", "line": 0, "message": message}
    return answer


def _harmless(svg: str) -> bool:
    try:
        elements = [*ET.fromstring(svg).iter()]  # noqa: S314 - the engine writes no document type
    except ET.ParseError:
        return False
    return all(
        _SHAPES.fullmatch(element.tag)
        and not any(
            name.lower().startswith("on") or name.endswith("href") or _OUTSIDE.search(value)
            for name, value in element.attrib.items()
        )
        for element in elements
    )


def _labelled(svg: str, title: str) -> str:
    """The picture as one image with a name; the words below it say what is in it."""
    start, rest = svg.split(">", 1)
    start = _SPOKEN.sub("", start)
    return f'{start} role="img" aria-label="{escape(title)}">{rest}'
