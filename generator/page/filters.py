"""The HTML of parts that stand on many pages, dozens of times on one.

They are filters and not macros of the templates: calling a macro takes ten times as long.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup as Html
from markupsafe import escape

from generator.page.links import Links
from generator.prose import plain


def _line(text: str, links: Links) -> Html:
    return links.line(text)


def _block(text: str, links: Links) -> Html:
    return links.block(text)


def _items(texts: Iterable[str], links: Links) -> Html:
    rows = "".join(f"<li>{links.line(text)}</li>\n" for text in texts)
    return Html(f"<ul>\n{rows}</ul>")  # noqa: S704 - lines are escaped


def _references(ids: Iterable[str], links: Links) -> Html:
    shown = (links.reference(one.id) for one in links.documents(ids))
    return Html(", ".join(shown))  # noqa: S704 - references are escaped


def _heading(title: str, level: int, anchor: str) -> Html:
    name, to = escape(title), escape(anchor)
    return Html(  # noqa: S704 - escaped above
        f'<h{level} id="{to}">{name}<a class="headerlink" href="#{to}" '
        f'aria-label="Link to: {name}">&para;</a></h{level}>'
    )


FILTERS: Mapping[str, Callable[..., Any]] = {
    "block": _block,
    "heading": _heading,
    "items": _items,
    "line": _line,
    "plain": plain,
    "references": _references,
}
