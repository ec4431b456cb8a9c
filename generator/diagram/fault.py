"""What keeps a diagram from being drawn."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.diagram.draw import COLUMN, PHONE, picture

_SITE = "Leave it out; the site gives every diagram its look, by day and by night."
_REFUSED = (
    (r"^[ \t]*%%\{|\A\s*---[ \t]*$", "a setting stands in it.", _SITE),
    (r"^[ \t]*(?:style|classDef|linkStyle)[ \t]+[\w*,]+[ \t]+\S", "a color stands in it.", _SITE),
    (
        r"^[ \t]*(?:click|callback)[ \t]+\w|^[ \t]*links?[ \t]+\w+[ \t]*[:\"]",
        "a link stands in it.",
        "Put the link into the text beside it, where it can be checked.",
    ),
    (
        r"@\{[^}]*\b(?:img|icon)[ \t]*:",
        "an image or an icon stands in it.",
        "Say it in words; no image is fetched for a diagram.",
    ),
)
_PATTERNS = tuple((re.compile(form, re.MULTILINE), what, mend) for form, what, mend in _REFUSED)
_TOO_WIDE = PHONE * 16 // 11
"""On a phone, words of 16 pixels in a wider picture would be shown with less than 11."""

_MANY = re.compile(r"('[^']*'(?:, '[^']*'){2})(?:, '[^']*')+")
"""What could have stood there: three examples are enough."""

_SYNTAX = "Write it as https://mermaid.js.org/intro/syntax-reference.html says."


class Fault(NamedTuple):
    """One thing wrong, in a line of the source, counted from 0."""

    line: int
    what: str
    mend: str


def faults(source: str) -> Iterator[Fault]:
    """Everything in the source that would be lost, and what cannot be read or drawn."""
    for pattern, what, mend in _PATTERNS:
        for found in pattern.finditer(source):
            yield Fault(source.count("\n", 0, found.start()), what, mend)
    answer = picture(source, COLUMN)
    if "svg" not in answer:
        yield _refused(answer["refused"], answer["line"], answer["message"])
    elif answer["width"] > _TOO_WIDE and (width := picture(source, PHONE)["width"]) > _TOO_WIDE:
        what = f"on a phone it is {width} pixels wide, so its words would be too small."
        mend = f"Put less side by side, or shorten labels: {_TOO_WIDE} pixels can be read."
        yield Fault(0, what, mend)


def _refused(code: str, line: int, message: str) -> Fault:
    if code == "limit":
        return Fault(max(line - 1, 0), "it is too large.", "Draw two, each of one matter.")
    if code == "unsupported-diagram":
        return Fault(0, "it begins with no kind of diagram.", 'Begin it with "flowchart", say.')
    # The first line repeats where, the next ones show the source.
    said = [part for part in message.split("\n") if part.strip()][-1]
    said = _MANY.sub(r"\1, …", said)
    return Fault(max(line - 1, 0), f"it cannot be read: {said.rstrip('.')}.", _SYNTAX)
