"""The keys of all pages put together, as lines of text that a browser takes apart.

A line is a key, the number of documents that say it, its pages, and what else belongs to it, with
tabs between. `site_overrides/search/dictionary.js` reads it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.search.document import SearchDocument
from generator.search.lookup import BEGINNINGS
from generator.search.terms import NAME, SAID, page_terms, spelt

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""Six bits a character, as in base64url."""

MOST_PAGES = 2_000
"""Of a key that more pages hold, the ones that hold it most strongly are kept. Nobody looks for a
word that stands on every fifth of ten thousand pages; beside other words it hardly counts."""


class _Postings:
    """The pages of a key, packed, the last of them, and the number of documents."""

    __slots__ = ("documents", "last", "packed")

    def __init__(self) -> None:
        self.packed = bytearray()
        self.last = -1
        self.documents = 0


class InvertedIndex:
    """What was gathered from pages, which are numbered in the order they come."""

    def __init__(self) -> None:
        self.pages = 0
        self.size = 0
        self._held: dict[str, _Postings] = {}
        self._filters: dict[str, list[list[int]]] = defaultdict(list)
        self._titles: dict[str, str] = {}
        self._named: dict[str, set[str]] = defaultdict(set)
        self._spelt: dict[str, set[str]] = defaultdict(set)
        self._chunks: set[str] = set()

    def add(self, documents: Sequence[SearchDocument]) -> None:
        """Adds the next page."""
        terms = page_terms(documents)
        page = self.pages
        held, level_of = self._held, terms.levels.get
        for key, count in terms.counts.items():
            postings = held.get(key)
            if postings is None:
                postings = held[key] = _Postings()
            delta = page - postings.last - 1
            if delta < 32:  # most are; written here, this loop takes half as long
                postings.packed.append(_CODES[delta])
            else:
                postings.packed += number(delta).encode()
            postings.packed.append(_CODES[level_of(key, SAID) * 16 + count])
            postings.last = page
            postings.documents += count
        for key in terms.filters:
            runs = self._filters[key]
            if runs and runs[-1][1] == page:
                runs[-1][1] += 1
            else:
                runs.append([page, page + 1])
        for key, title in terms.titles.items():
            self._titles.setdefault(key, title)
        for word in terms.named:
            self._named[word[0]].add(word)
        new = terms.chunks - self._chunks  # pages repeat each other's words
        self._chunks |= new
        for word in spelt(new):
            self._spelt[word[0]].add(word)
        self.pages += 1
        self.size += len(documents)

    def lines(self) -> list[tuple[str, str]]:
        """Every key with the rest of its line, sorted as a browser compares texts."""
        found = dict(self._lines())
        found.update(self._beginnings())
        found.update((key, _runs(runs)) for key, runs in self._filters.items())
        for letter, words in self._named.items():
            found[f" {letter} names"] = " ".join(sorted(words))
        for letter, words in self._spelt.items():
            found[f" {letter} words"] = " ".join(sorted(words - self._named[letter]))
        return sorted(found.items(), key=lambda line: line[0].encode("utf-16-be", "surrogatepass"))

    def _lines(self) -> Iterator[tuple[str, str]]:
        for key, postings in self._held.items():
            text = postings.packed.decode()
            if postings.documents > MOST_PAGES:
                text = _strongest(text)
            title = self._titles.get(key)
            yield key, f"{postings.documents}\t{text}" + (f"\t{title}" if title else "")

    def _beginnings(self) -> Iterator[tuple[str, str]]:
        """For each beginning of many names, the pages with the shortest of them."""
        names = sorted(key for key in self._held if key.endswith(" ="))
        ends: set[str] = set()
        for at, key in enumerate(names):
            for length in range(1, len(key) - 1):
                beginning = key[:length]
                if beginning in ends:
                    continue
                beyond = bisect_left(names, f"{beginning}\U0010ffff", at)
                if beyond - at <= BEGINNINGS:
                    break  # a longer one begins fewer names
                ends.add(beginning)
                yield f"{beginning} ^", self._shortest(names[at:beyond])

    def _shortest(self, names: list[str]) -> str:
        pages: dict[int, None] = {}
        for name in sorted(names, key=lambda name: (len(name), name)):
            for page, level, _ in unpacked(self._held[name].packed.decode()):
                if level == NAME:
                    pages.setdefault(page)
            if len(pages) >= BEGINNINGS:
                break
        return "".join(map(number, list(pages)[:BEGINNINGS]))


_CODES = DIGITS.encode()
_VALUES = {digit: value for value, digit in enumerate(DIGITS)}


def number(value: int) -> str:
    """A number in digits of five bits, the lowest first; the sixth says that more follow."""
    digits = ""
    while value > 31:
        digits += DIGITS[32 | (value & 31)]
        value >>= 5
    return digits + DIGITS[value]


def _runs(runs: list[list[int]]) -> str:
    """Pages that follow each other: how many are passed over, how many there are, and again."""
    before = 0
    text = ""
    for first, behind in runs:
        text += number(first - before) + number(behind - first)
        before = behind
    return text


def unpacked(text: str) -> Iterator[tuple[int, int, int]]:
    """Page, level and count of each posting."""
    page, value, shift = -1, 0, 0
    digits = iter(text)
    for digit in digits:
        code = _VALUES[digit]
        value |= (code & 31) << shift
        if code > 31:
            shift += 5
            continue
        page += value + 1
        mark = _VALUES[next(digits)]
        yield page, mark >> 4, mark & 15
        value = shift = 0


def _strongest(text: str) -> str:
    postings = list(unpacked(text))
    if len(postings) <= MOST_PAGES:
        return text
    kept = sorted(sorted(postings, key=lambda one: (-one[1], -one[2], one[0]))[:MOST_PAGES])
    before = [-1, *(page for page, _, _ in kept)]
    return "".join(
        number(page - last - 1) + DIGITS[level * 16 + count]
        for last, (page, level, count) in zip(before, kept, strict=False)
    )
