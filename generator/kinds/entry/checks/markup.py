"""Markup that the prose of an entry does not take."""

import re
from collections.abc import Iterator

from generator.checks.markup import untaken, wrong_links
from generator.kinds.entry.file import EntryFile
from generator.problem import Problem
from generator.problem.shape import MARKUP, WRONG_ADDRESS
from generator.shape import MarkedText
from generator.verify import Verifier

_SIGNS = ("#", "|", "<", "![", "](", "]:")
"""What any markup that is not taken, or a link, needs; most texts have none of it."""
_BLOCK = re.compile(r"^\s*(?:[-+*]|\d+[.)])\s|\n\s*\n|^ *(?:```|~~~)", re.MULTILINE)


def check_markup(file: EntryFile, verifier: Verifier) -> Iterator[Problem]:
    """Prose holds only what the page can show; links are web addresses."""
    del verifier
    for text in file.prose():
        if not text.block:
            yield from _paragraphs(file, text)
        if any(map(text.text.__contains__, _SIGNS)):
            yield from _untaken(file, text)
            yield from _links(file, text)


def _paragraphs(file: EntryFile, text: MarkedText) -> Iterator[Problem]:
    """A text of one line is one paragraph."""
    line = text.text.strip()
    if ("\n" in line or line[0] in "-+*`~0123456789") and _BLOCK.search(line):
        place = file.document.place(text.keys)
        what = "several paragraphs or a list stand where one line is shown."
        yield MARKUP.at(place, what=what, mend="Write one paragraph.")


def _untaken(file: EntryFile, text: MarkedText) -> Iterator[Problem]:
    for found in untaken(text.text):
        place = file.place_of(text, found.excerpt, found.start)
        yield MARKUP.at(place, what=found.what, mend=found.mend)


def _links(file: EntryFile, text: MarkedText) -> Iterator[Problem]:
    for address, start in wrong_links(text.text):
        yield WRONG_ADDRESS.at(file.place_of(text, address, start), value=address)
