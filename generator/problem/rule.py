"""A rule an author can break, and the problem that says so."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from generator.problem.place import Place, shown

_OURS = frozenset({"what", "mend", "sets", "following", "difference", "gone", "target", "example"})
"""Values that are shown whole: sentences and lists of ours with the author's text in them, addresses."""


class Severity(StrEnum):
    """What a problem stops: an `error` the build, a `warning` nothing yet.

    A `note` is nothing to mend. Pages show it as a fact; only `kb verify` of single lines tells it.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Problem(NamedTuple):
    """One thing wrong in what an author wrote; sorts by place, then code."""

    place: Place
    code: str
    what: str
    mend: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        kind = "" if self.severity is Severity.ERROR else f"{self.severity.value}: "
        return f"{self.place}: {self.code} {kind}{self.what} {self.mend}"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What is asked of authors, under a code that never changes its meaning.

    `what` and `mend` are the two sentences of the complaint, with `{names}` filled in by `at`.
    `why`, `bad` and `good` feed the rule's page on the site. `bad` and `good` are excerpts of
    files; the test suite holds a whole file for each, with its exact complaint.
    """

    code: str
    name: str
    what: str
    mend: str
    why: str
    bad: str
    good: str
    language: str = "yaml"
    severity: Severity = Severity.ERROR

    def at(self, place: Place, **values: object) -> Problem:
        """The complaint for one place. Values are the author's own text: shown, never trusted."""
        safe = {
            name: shown(str(value), limit=400 if name in _OURS else 80)
            for name, value in values.items()
        }
        what, mend = self.what.format(**safe), self.mend.format(**safe)
        return Problem(place, self.code, what, mend, self.severity)
