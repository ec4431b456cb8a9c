"""From a query to the pages that may answer it, whatever engine holds the index.

`site_overrides/search/lookup.js` does the same in browsers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import log
from typing import NamedTuple, Protocol

from generator.search.query import Query
from generator.search.slips import allowed, nearest
from generator.search.terms import HINT, NAME, SYMPTOM, filter_key, name_key
from generator.search.words import parts, squeeze, stem

SPAN = 6
"""Words of the longest name that is looked for inside of a query."""
BEGINNINGS = 12
"""Pages that a beginning of a name leads to, and words that a beginning of a word is tried as."""
PAGES = 5
"""Pages whose documents are ranked."""
FEW = 2
"""Pages that a single letter leads to: who types on wants no more of them."""
BEGUN = 3
"""Pages while the last word is only begun. In a browser each page more holds up the next key."""
LISTED = 24
"""Pages that a query of operators alone lists."""

STRENGTH: Mapping[int, float] = {NAME: 5.0, HINT: 3.0, SYMPTOM: 3.0, 0: 0.0}
WHOLE_NAME = 10.0
COMPOUND = 2.0


class Posting(NamedTuple):
    """That a page holds a key: how strongly, and in how many of its documents."""

    page: int
    level: int
    documents: int


class Held(NamedTuple):
    """What an index has of a key: the number of documents, and the pages."""

    documents: int
    postings: Sequence[Posting]


class Dictionary(Protocol):
    """An index as it is looked up. Pages are numbers."""

    @property
    def size(self) -> int:
        """The number of documents."""

    def held(self, key: str) -> Held | None:
        """What there is of a key."""

    def beginning(self, prefix: str) -> Iterable[str]:
        """The stems and compounds of names and symptoms that begin so, in order."""

    def names_beginning(self, squeezed: str) -> Iterable[Posting]:
        """The pages with the shortest names that begin so, the shortest first."""

    def spelt(self, letter: str, *, named: bool) -> Iterable[str]:
        """The words that begin with a letter: those of names and symptoms, or others."""

    def filtered(self, key: str) -> Iterable[int]:
        """The pages that have what an operator asks for."""

    def titles(self, key: str) -> Iterable[str]:
        """What the key of a name stands for, if it is another name of entries."""

    def cuts(self, word: str) -> Iterable[str]:
        """The keys of this word as two words of a name written as one."""


@dataclass
class Reading:
    """A query as it is understood.

    `wanted` are keys with weights; `corrected` what was read as another word; `titles` the words
    of titles by the other names that stand in the query; `begun` tells that nobody wrote the last
    word, and that others begin with it.
    """

    wanted: dict[str, float] = field(default_factory=dict)
    corrected: dict[str, str] = field(default_factory=dict)
    titles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    begun: bool = False

    def want(self, key: str, weight: float) -> None:
        """Notes that a key is looked for."""
        self.wanted[key] = max(self.wanted.get(key, 0.0), weight)


def rarity(dictionary: Dictionary, key: str) -> float:
    """How much a key tells: the more, the fewer documents have it."""
    held = dictionary.held(key)
    return log(1 + dictionary.size / (1 + (held.documents if held else 0)))


def weight(dictionary: Dictionary, key: str) -> float:
    """What a key weighs in a document: its rarity, and nothing where nobody wrote it."""
    held = dictionary.held(key)
    return rarity(dictionary, key) if held and held.documents else 0.0


def read(query: Query, dictionary: Dictionary) -> Reading:
    """What a query asks an index for."""
    return _QueryReader(query, dictionary).reading


def pages(query: Query, reading: Reading, dictionary: Dictionary) -> list[int]:
    """The pages most likely to answer, the likeliest first."""
    scores: dict[int, float] = {}
    for key, asked in reading.wanted.items():
        if held := dictionary.held(key):
            tells = asked * rarity(dictionary, key)
            for page, level, count in held.postings:
                score = tells * (STRENGTH[level] + count / (count + 2))
                scores[page] = scores.get(page, 0.0) + score
    for place, (page, level, _) in enumerate(dictionary.names_beginning(squeeze(query.text))):
        score = WHOLE_NAME * STRENGTH[level] * (1 - place / (2 * BEGINNINGS))
        scores[page] = scores.get(page, 0.0) + score
    allowed_pages = _filtered(query, dictionary)
    if allowed_pages is not None:
        if not query.text:
            scores = dict.fromkeys(allowed_pages, 0.0)
        scores = {page: score for page, score in scores.items() if page in allowed_pages}
    order = sorted(scores, key=lambda page: (-scores[page], page))
    return order[: _most(query, reading)]


def _most(query: Query, reading: Reading) -> int:
    if not query.text:
        return LISTED
    if len(query.text) == 1:
        return FEW
    return BEGUN if reading.begun else PAGES


def _filtered(query: Query, dictionary: Dictionary) -> set[int] | None:
    """The pages that have what the operators ask for; None without an operator."""
    found: set[int] | None = None
    for name, value in query.wanted:
        those = {*dictionary.filtered(filter_key(name, value))}
        found = those if found is None else found & those
    return found


class _QueryReader:
    def __init__(self, query: Query, dictionary: Dictionary) -> None:
        self.query = query
        self.dictionary = dictionary
        self.reading = Reading()
        self._words()
        self._compounds()
        self._names()

    def _words(self) -> None:
        telling = self.query.telling
        for part in telling:
            for key, weight in self._readings(part, last=part == telling[-1]):
                self.reading.want(key, weight)

    def _compounds(self) -> None:
        for whole in self.query.compounds:
            self.reading.want(whole, COMPOUND)
            if not self._known(whole) and (found := self._misspelt(whole)):
                self.reading.corrected.setdefault(whole, found[0][0])

    def _names(self) -> None:
        for span in self._spans():
            key = name_key(span)
            if self.dictionary.held(key):
                self.reading.want(key, WHOLE_NAME)
                for title in islice(self.dictionary.titles(key), 1):
                    self.reading.titles[span] = tuple(parts(title))
                    for word in self.reading.titles[span]:
                        self.reading.want(stem(word), 0.4)

    def _spans(self) -> Iterator[str]:
        """Rows of words in the query that may be a name; a name begins with a word that tells."""
        own = self.query.parts
        telling = {*self.query.telling}
        for begin, part in enumerate(own):
            if part in telling:
                for end in range(begin + 1, min(begin + SPAN, len(own)) + 1):
                    yield "".join(own[begin:end])
        yield squeeze(self.query.text)

    def _readings(self, part: str, *, last: bool) -> Iterator[tuple[str, float]]:
        """A word as it may be meant, with weights."""
        if self._known(part):
            yield stem(part), 1.0
            if last and len(part) > 2:
                yield from ((key, 0.3) for key in self._beginning(part))
            return
        if last and (beginning := self._beginning(part)):
            self.reading.begun = True
            yield from ((key, 0.7) for key in beginning)
            return
        if cut := self._cut(part):
            self.reading.corrected.setdefault(part, " ".join(cut))
            yield from ((stem(word), 0.9) for word in cut)
            return
        yield stem(part), 1.0  # a hint may have it as it is
        for word, slips in self._misspelt(part)[:4]:
            self.reading.corrected.setdefault(part, word)
            yield stem(word), 0.8 - 0.2 * slips

    def _known(self, word: str) -> bool:
        """Whether anybody wrote the word. Hints do not count: they hold misspellings."""
        held = self.dictionary.held(stem(word))
        return held is not None and held.documents > 0

    def _beginning(self, part: str) -> list[str]:
        return list(islice(self.dictionary.beginning(part), BEGINNINGS)) if len(part) > 1 else []

    def _cut(self, part: str) -> tuple[str, str] | None:
        """Two words of a name that were written as one."""
        for key in islice(self.dictionary.cuts(part), 1):
            at = int(key.rpartition(" ")[2])
            return part[:at], part[at:]
        return None

    def _misspelt(self, part: str) -> list[tuple[str, int]]:
        if not allowed(part):
            return []
        for named in (True, False):
            lists = [self.dictionary.spelt(one, named=named) for one in dict.fromkeys(part[:2])]
            if found := nearest(part, {word for words in lists for word in words}):
                return found
        return []
