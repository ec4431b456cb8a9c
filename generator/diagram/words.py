"""The words of a diagram, which say the same as its picture."""

import re
from typing import NamedTuple

LANGUAGE = "mermaid"
"""What stands behind the fence of a diagram."""

_TITLE = re.compile(r"^[ \t]*accTitle[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_DESCRIPTION = re.compile(r"^[ \t]*accDescr[ \t]*(?::[ \t]*(.*?)[ \t]*$|\{([^}]*)\})", re.MULTILINE)
_FENCED = re.compile(
    rf"^[ \t]*(?P<fence>```+|~~~+)[ \t]*{LANGUAGE}\b[^\n]*\n"
    r"(?P<source>.*?)(?:^[ \t]*(?P=fence)[^\n]*$|\Z)",
    re.MULTILINE | re.DOTALL,
)


class Words(NamedTuple):
    """A diagram's title and its description, one paragraph a line; empty where none is written."""

    title: str
    description: str


def words(source: str) -> Words:
    """What Mermaid's `accTitle` and `accDescr` say in the source of a diagram."""
    title = _TITLE.search(source)
    said = _DESCRIPTION.search(source)
    lines = ((said[1] or said[2] or "") if said else "").split("\n")
    paragraphs = "\n".join(" ".join(line.split()) for line in lines if line.strip())
    return Words(title[1] if title else "", paragraphs)


def without_words(source: str) -> str:
    """The source with comments in place of its words, which not every kind of diagram takes."""
    for pattern in (_TITLE, _DESCRIPTION):
        source = pattern.sub(lambda found: "\n".join(["%% -"] * len(found[0].split("\n"))), source)
    return source


def words_for_diagrams(text: str) -> str:
    """Markdown with the words of its diagrams in their place, for search."""
    if LANGUAGE not in text:
        return text
    return _FENCED.sub(lambda fenced: "\n".join(words(fenced["source"])), text)
