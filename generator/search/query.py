"""What somebody typed: words, and operators such as `kind:runbook`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.search.document import SearchDocument
from generator.search.words import parts, words

LONGEST = 2_000
"""Characters of a query that are read. A pasted log has its message in the first of them."""

MOST = 16
"""Words that are looked up; of a pasted log, those that look most like words."""

_OPERATOR = re.compile(r"(?<!\S)(kind|effect|domain):(\S+)", re.IGNORECASE)
STOP = frozenset(
    """
    a an and are as at be but by can do does for from had has have how i if in into is it its me my
    no not of on or our over should so that the their them then there these they this to up use was
    we what when where which who why will with would you your
    """.split()  # noqa: SIM905 - a list of quoted words would fill the screen
)


@dataclass(frozen=True)
class Query:
    """`words` are its compounds and their parts, `parts` the parts alone, both in order.

    `wanted` are the operators: a result must have each of these values.
    """

    text: str
    words: tuple[str, ...]
    parts: tuple[str, ...]
    wanted: tuple[tuple[str, str], ...] = ()

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """The parts that say something, at most MOST; all of them, where none does."""
        return _most_telling(telling(self.parts))

    @cached_property
    def compounds(self) -> tuple[str, ...]:
        """The words with other characters than letters and digits, at most MOST."""
        own = {*self.parts}
        return tuple(word for word in dict.fromkeys(self.words) if word not in own)[:MOST]

    def takes(self, document: SearchDocument) -> bool:
        """Whether a document has what the operators ask for."""
        has = {"kind": document.kind, "domain": document.domain}
        has["effect"] = document.effect.value if document.effect else ""
        return all(has[key] == value for key, value in self.wanted)

    def read_as(self, corrected: Mapping[str, str]) -> "Query":
        """The same with misspelt words put right, as far as they are known."""
        if not corrected:
            return self
        pattern = re.compile("|".join(map(re.escape, corrected)), re.IGNORECASE)
        text = pattern.sub(lambda match: corrected[match[0].lower()], self.text)
        return replace(parse_query(text), wanted=self.wanted)


def telling(found: Iterable[str]) -> tuple[str, ...]:
    """Words, each once, without those that say nothing; all of them, where none does."""
    each = tuple(dict.fromkeys(found))
    return tuple(part for part in each if part not in STOP) or each


def _most_telling(found: tuple[str, ...]) -> tuple[str, ...]:
    if len(found) <= MOST:
        return found
    longest = sorted(found, key=lambda part: (not part.isalpha(), -len(part)))[:MOST]
    return tuple(part for part in found if part in longest)


def parse_query(text: str) -> Query:
    """Reads any text. Operators that are none of ours are words like others."""
    text = text[:LONGEST]
    wanted = tuple((key.lower(), value.lower()) for key, value in _OPERATOR.findall(text))
    bare = " ".join(_OPERATOR.sub(" ", text).split())
    return Query(bare, tuple(words(bare)), tuple(parts(bare)), wanted)
