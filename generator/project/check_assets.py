"""Files that are published as they are: none of them can run in a browser."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

from generator.knowledge_base import KnowledgeBase
from generator.problem import Place, Problem
from generator.problem.reading import ACTIVE_FILE
from generator.source import read

_PAGES = frozenset({".hta", ".htm", ".html", ".mht", ".mhtml", ".shtml", ".xht", ".xhtml"})
_DRAWINGS = frozenset({".svg", ".xml", ".xsl", ".xslt"})
"""What a browser reads as XML."""

_ACTIVE = re.compile(
    r"\{http://www\.w3\.org/(?:1999/xhtml|1999/XSL/Transform)\}.*"
    r"|(?:\{.*\})?(?:script|foreignObject|handler|listener|iframe|object|embed)"
)
_RUN = re.compile(r"(?:java|vb)script:|\Adata:(?!image/)", re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x20]")
"""Browsers leave these out of an address."""


def check_assets(base: KnowledgeBase) -> Iterator[Problem]:
    """What lies in the content folder and is no page is an image, or something to download."""
    for path in sorted(base.assets):
        ending = PurePosixPath(path).suffix.lower()
        if ending in _PAGES:
            yield ACTIVE_FILE.at(Place(path), what="it is a page that nobody has checked")
        elif ending in _DRAWINGS:
            text = read(base.root, path)
            if isinstance(text, Problem):
                yield text
            elif what := _active(text):
                yield ACTIVE_FILE.at(Place(path), what=what)


def _active(text: str) -> str | None:
    """What in a file of XML could run; None where nothing can."""
    if "<!ENTITY" in text or "<?xml-stylesheet" in text:
        return "it declares entities, or a stylesheet"
    try:
        elements = [*ET.fromstring(text).iter()]  # noqa: S314 - there are no entities
    except ET.ParseError as error:
        line, _ = error.position
        return f"line {line} is no XML"
    for element in elements:
        name = element.tag.rpartition("}")[2]
        if _ACTIVE.fullmatch(element.tag):
            return f'"<{name}>" stands in it'
        for key, value in element.attrib.items():
            if key.lower().startswith("on"):
                return f'"{key}" stands in it'
            if _RUN.search(_IGNORED.sub("", value)):
                return f'"{name}" leads to a script'
    return None
