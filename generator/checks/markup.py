"""Markup that prose does not take."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator import prose

_LIST_MEND = "Use a list, or several paragraphs."
_UNTAKEN = (
    (
        re.compile(r"^ {0,3}#{1,6}\s", re.MULTILINE),
        "a heading stands in prose.",
        "Make it bold; the page's headings come from the sections.",
    ),
    (
        re.compile(r"!\[[^\]\n]*\]\("),
        "an image stands in prose.",
        "Say it in words; entries have no images.",
    ),
    (
        re.compile(r"^ *\|.*\| *$(?:\n *\|.*)*", re.MULTILINE),
        "a table stands in prose.",
        _LIST_MEND,
    ),
    (
        re.compile(r"<(?:a|b|br|code|div|em|i|img|li|ol|p|script|span|strong|table|ul)\b[^>\n]*>"),
        "HTML stands in prose.",
        "Use Markdown, or put it in backticks to show it.",
    ),
)
_CODE = re.compile(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|`[^`\n]*`", re.DOTALL)


class Untaken(NamedTuple):
    """Markup that no page takes, from character `start` of its text."""

    excerpt: str
    start: int
    what: str
    mend: str


def untaken(text: str, *, tables: bool = False) -> Iterator[Untaken]:
    """What stands in a text and cannot be shown; `tables` allows them."""
    shown = _CODE.sub(lambda code: " " * len(code[0]), text) if "`" in text else text
    for pattern, what, mend in _UNTAKEN:
        if tables and mend is _LIST_MEND:
            continue
        for found in pattern.finditer(shown):
            excerpt = found[0].strip().partition("\n")[0]
            yield Untaken(excerpt, found.start() + found[0].index(excerpt), what, mend)


def wrong_links(text: str) -> Iterator[tuple[str, int]]:
    """The addresses that are none of the web's, and where they stand."""
    searched = 0
    for address in prose.links(text):
        # Links come in order; the address stands behind the bracket that opens it.
        found = re.compile(r"(?:\](?:\(|:)\s*<?|<)" + re.escape(address)).search(text, searched)
        start = found.end() - len(address) if found else 0
        searched = found.end() if found else searched
        if not re.match(r"https?://[^/]", address):
            yield address, start
