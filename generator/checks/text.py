"""Markup that prose does not take."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator import prose
from generator.entry import ProseText
from generator.knowledge_base import EntryFile
from generator.problem import Problem
from generator.problem.shape import MARKUP, WRONG_ADDRESS

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
_SIGNS = ("#", "|", "<", "![", "](")
"""What any of the above, or a link, needs; most texts have none of it."""
_CODE = re.compile(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|`[^`\n]*`", re.DOTALL)
_BLOCK = re.compile(r"^\s*(?:[-+*]|\d+[.)])\s|\n\s*\n|^ *(?:```|~~~)", re.MULTILINE)


def check_markup(file: EntryFile) -> Iterator[Problem]:
    """Prose holds only what the page can show; links are web addresses."""
    for text in file.prose():
        if not text.block:
            yield from _paragraphs(file, text)
        if any(map(text.text.__contains__, _SIGNS)):
            yield from _untaken(file, text)
            yield from _links(file, text)


def _paragraphs(file: EntryFile, text: ProseText) -> Iterator[Problem]:
    """A text of one line is one paragraph."""
    line = text.text.strip()
    if ("\n" in line or line[0] in "-+*`~0123456789") and _BLOCK.search(line):
        place = file.document.place(text.keys)
        what = "several paragraphs or a list stand where one line is shown."
        yield MARKUP.at(place, what=what, mend="Write one paragraph.")


def _untaken(file: EntryFile, text: ProseText) -> Iterator[Problem]:
    for found in untaken(text.text):
        place = file.place_of(text, found.excerpt, found.start)
        yield MARKUP.at(place, what=found.what, mend=found.mend)


def _links(file: EntryFile, text: ProseText) -> Iterator[Problem]:
    for address, start in wrong_links(text.text):
        yield WRONG_ADDRESS.at(file.place_of(text, address, start), value=address)


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
        found = re.compile(r"(?:\]\(\s*<?|<)" + re.escape(address)).search(text, searched)
        start = found.end() - len(address) if found else 0
        searched = found.end() if found else searched
        if not re.match(r"https?://[^/]", address):
            yield address, start
