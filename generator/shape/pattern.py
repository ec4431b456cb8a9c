"""Patterns for values: a small language that Python and browsers read alike.

Literal signs, classes, `(?:a|b)`, quantifiers. A group that is repeated repeats nothing itself, so
that a longer value never doubles the time that matching takes.
"""

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

QUANTIFIERS = 8
"""That vary, in one pattern. An Azure resource id has five."""

_LITERAL = r"[A-Za-z0-9 _/:@,=~#%&!'\"<>;-]|\\[.\\()\[\]{}|+*?^$/]"
_CLASS = r"\[\^?(?:[A-Za-z0-9 _.,/:@=~#%&!'\"<>;()+*?{}|$-]|\\[\\\]\[^-])+\]"
_QUANTIFIER = r"[?*+]|\{[0-9]{1,3}(?:,[0-9]{0,3})?\}"
_FIXED = re.compile(r"\{[0-9]+\}")
_SETS = re.compile(r"--|&&|\|\||~~")
_TOKEN = re.compile(
    rf"(?P<open>\(\?:)|(?P<close>\))|(?P<or>\|)|(?P<atom>{_CLASS}|{_LITERAL})"
    rf"|(?P<quantifier>{_QUANTIFIER})"
)


def pattern_fault(pattern: str) -> tuple[int, str] | None:
    """Where a pattern leaves the small language, and how; None if it does not."""
    position = 0
    reader = _TokenReader()
    while position < len(pattern):
        token = _TOKEN.match(pattern, position)
        if token is None:
            return position, "this sign has no meaning here, or must be written with a backslash"
        if len(token[0]) > 2 and _SETS.search(token[0]):
            return position, "two of the same sign would be a set operation to some readers"
        if fault := reader.read(token.lastgroup or "", token[0]):
            return position, fault
        position = token.end()
    if reader.groups:
        return max(len(pattern) - 1, 0), "a group is not closed"
    if reader.quantifiers > QUANTIFIERS:
        return 0, f"it has more than {QUANTIFIERS} quantifiers"
    try:
        re.compile(pattern)
    except (re.error, OverflowError) as error:
        return getattr(error, "pos", None) or 0, "a range or a count runs backwards"
    return None


class _TokenReader:
    """Reads token after token. `groups` says of each open group whether it repeats something."""

    def __init__(self) -> None:
        self.groups: list[bool] = []
        self.quantifiers = 0
        self.before = ""
        self.closed_repeats = False

    def read(self, kind: str, sign: str) -> str | None:
        """Takes a token; the fault, if it cannot stand here."""
        if kind == "quantifier":
            varies = not _FIXED.fullmatch(sign)
            self.quantifiers += varies
            if self.before not in ("atom", "close"):
                return "there is nothing before it to repeat"
            if self.before == "close" and self.closed_repeats and sign != "?":
                return "the group that it repeats repeats something itself"
            if varies:
                self.groups = [True] * len(self.groups)
        elif kind == "open":
            self.groups.append(False)
        elif not self.groups and kind == "close":
            return "no group is open"
        elif not self.groups and kind == "or":
            return "alternatives stand in a group: (?:a|b)"
        elif kind == "close":
            self.closed_repeats = self.groups.pop()
        self.before = kind
        return None


def _pattern(value: str) -> str:
    if fault := pattern_fault(value):
        position, what = fault
        excerpt = value[position : position + 20]
        raise PydanticCustomError("pattern", "no pattern", {"excerpt": excerpt, "what": what})
    return value


Pattern = Annotated[str, StringConstraints(pattern=r"\S", max_length=500), AfterValidator(_pattern)]
