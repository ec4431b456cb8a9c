"""What the prose of a document holds: the same rules for every kind."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.secrets import secrets_in
from generator.clock import latest_day
from generator.diagram import faults, words
from generator.knowledge_base import Document, Written
from generator.problem import Problem
from generator.problem.effect import SECRET_SHOWN
from generator.problem.shape import (
    DIAGRAM,
    DIAGRAM_WITHOUT_TEXT,
    FUTURE_DAY,
    IMAGE_WITHOUT_TEXT,
    MARKUP,
    UNKNOWN_SOURCE,
    WRONG_ADDRESS,
)
from generator.prose import Citation, Held, held, mentions
from generator.shape import suggest

_BLOCK = re.compile(r"^\s*(?:[-+*]|\d+[.)])\s|\n\s*\n|^ *(?:```|~~~)", re.MULTILINE)
_WEB = re.compile(r"https?://[^/\s]|mailto:[^@\s]+@[^@\s]")
_SCHEME = re.compile(r"[\x00-\x20]*(?:[A-Za-z][A-Za-z0-9+.-]*:|//|\\|/)")
PAGE_ORDER = 2
"""Headings up to this level are the page's own; those below belong to whoever writes a text."""


class Examined(NamedTuple):
    """What is wrong in the prose of a document, and the addresses in it that mean the project."""

    problems: list[Problem]
    local_links: tuple[str, ...]


def examine_prose(document: Document) -> Examined:
    """Texts hold what a page can show, lead to addresses, cite known sources, show no secret."""
    problems = list(_days(document))
    local: dict[str, None] = {}
    sources = [source.id for source in document.sources]
    texts = list(document.written())
    for written in texts:
        if not written.block:
            problems += _paragraphs(written)
        for one in held(written.text, block=written.block):
            problems += _held(document, written, one)
            if one.kind in ("link", "image") and is_local(one.target):
                local[one.target] = None
        if "[@" in written.text:
            problems += _citations(written, sources)
    if next(secrets_in("\n".join(written.text for written in texts)), None):
        problems += (problem for written in texts for problem in _secrets(written))
    return Examined(problems, tuple(local))


def _citations(written: Written, sources: list[str]) -> Iterator[Problem]:
    for mention in mentions(written.text):
        if isinstance(mention, Citation) and mention.id not in sources:
            place = written.place(mention.written, mention.start)
            mend = suggest(mention.id, sources, 'Add it under "sources".')
            yield UNKNOWN_SOURCE.at(place, value=mention.id, mend=mend)


def _secrets(written: Written) -> Iterator[Problem]:
    for excerpt, start in secrets_in(written.text):
        yield SECRET_SHOWN.at(written.place(excerpt, start), excerpt=f"{excerpt[:6]}…")


def is_local(address: str) -> bool:
    """Whether an address means something of the project, and nothing of the web or the host."""
    return _SCHEME.match(address) is None


def _leads_somewhere(address: str) -> bool:
    return bool(address) and (is_local(address) or _WEB.match(address) is not None)


def _days(document: Document) -> Iterator[Problem]:
    latest = latest_day()
    for number, source in enumerate(document.sources):
        if source.retrieved > latest:
            yield FUTURE_DAY.at(document.source_place(number), value=source.retrieved)


def _paragraphs(written: Written) -> Iterator[Problem]:
    """A text of one line is one paragraph."""
    line = written.text.strip()
    if ("\n" in line or line[0] in "-+*`~0123456789") and _BLOCK.search(line):
        what = "several paragraphs or a list stand where one line is shown."
        yield MARKUP.at(written.place("", 0), what=what, mend="Write one paragraph.")


def _held(document: Document, written: Written, one: Held) -> Iterator[Problem]:
    place = written.place(one.excerpt, one.start)
    if one.kind == "html":
        mend = "Use Markdown, or put it in backticks to show it."
        yield MARKUP.at(place, what="HTML stands in prose.", mend=mend)
    elif one.kind == "heading" and one.said:
        mend = "Begin it with a letter or a digit, and go on with these, hyphens, dots and colons."
        yield MARKUP.at(place, what=f"{one.said} is no id for a heading.", mend=mend)
    elif one.kind == "heading" and one.level <= PAGE_ORDER and not document.owns_headings:
        what = "a heading of the page itself stands in prose."
        yield MARKUP.at(
            place, what=what, mend='Begin it with "###"; the others are the page\'s own.'
        )
    elif one.kind == "link" and not _leads_somewhere(one.target):
        yield WRONG_ADDRESS.at(place, value=one.target)
    elif one.kind == "image":
        if not is_local(one.target):
            mend = "Put it into the content folder; a page asks no other host for anything."
            yield MARKUP.at(place, what="an image of another host stands in prose.", mend=mend)
        elif not one.said.strip():
            yield IMAGE_WITHOUT_TEXT.at(place, value=one.target)
    elif one.kind == "diagram":
        yield from _diagram(written, one)


def _diagram(written: Written, one: Held) -> Iterator[Problem]:
    lines = written.text[one.start :].split("\n")
    for fault in faults(one.said):
        at = fault.line + 1  # the fence stands in the first one
        line = lines[at].lstrip()
        start = one.start + len("\n".join(lines[: at + 1])) - len(line)
        yield DIAGRAM.at(written.place(line.strip(), start), what=fault.what, mend=fault.mend)
    title, description = words(one.said)
    missing = [key for key, said in (("accTitle", title), ("accDescr", description)) if not said]
    if missing:
        place = written.place(one.excerpt, one.start)
        yield DIAGRAM_WITHOUT_TEXT.at(place, missing=" and no ".join(missing))
