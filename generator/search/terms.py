"""What leads to a page: the keys of an index, which both engines make and look up alike.

A key is a stem, a compound (`--factory-name`), or one of two that no text can hold, as they have a
space: a whole name (`shir =`), and two words of a name written as one (`selfhosted 4`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from generator.search.document import SearchDocument
from generator.search.query import STOP
from generator.search.words import parts, squeeze, stem, words

NAME, HINT, SYMPTOM, SAID = 3, 2, 1, 0
"""How a page holds a key, the strongest first."""

MOST = 15
"""Documents of a page are counted up to here."""

_SPELT = re.compile(r"-{0,2}[^\W\d_]{3,}(?:-[^\W\d_]+)*")

_LONGEST_NAME = 60
"""Characters, squeezed. What is longer is a sentence, and is found by its words."""


@dataclass(slots=True)
class PageTerms:
    """`counts` gives for each key the documents of the page that say it, `levels` how it is held.

    What is only SAID has no level. A document that says a key in two spellings counts twice.
    `filters` are what the operators of a query can ask for. `named` are the words of names and
    symptoms as they are spelt; `chunks` is what stands between spaces in any text. `titles` are
    what the other names of an entry stand for, by their keys.
    """

    counts: Mapping[str, int]
    levels: Mapping[str, int]
    filters: AbstractSet[str]
    named: AbstractSet[str]
    chunks: AbstractSet[str]
    titles: Mapping[str, str]


def name_key(squeezed: str) -> str:
    """Under which a whole name is found."""
    return f"{squeezed} ="


def joined_key(word: str, cut: int) -> str:
    """Under which two words are found that were written as one; the first has `cut` letters."""
    return f"{word} {cut}"


def filter_key(name: str, value: str) -> str:
    """Under which the pages are found that have something of a kind, effect or domain."""
    return f"{name}: {value}"


def page_terms(documents: Sequence[SearchDocument]) -> PageTerms:
    """The keys of a page. Its first document is the page itself, the others are its parts."""
    head = documents[0]
    names = (head.title, head.owner, *head.names)
    symptoms = [text for document in documents for text in document.symptoms]
    titles = [document.title for document in documents]
    levels = dict.fromkeys(chain(_whole_names(symptoms), _keys(symptoms), _keys(titles)), SYMPTOM)
    levels.update(dict.fromkeys(chain(_whole_names(head.hints), _keys(head.hints)), HINT))
    levels.update(dict.fromkeys(chain(_whole_names(names), _pairs(names), _keys(names)), NAME))
    chunks = _chunks(documents)
    counts = dict.fromkeys(levels, 0)
    for chunk, count in chunks.items():
        for key in _keys_of(chunk):
            counts[key] = min(MOST, counts.get(key, 0) + count)
    return PageTerms(
        counts,
        levels,
        {key for document in documents for key in _filters(document)},
        spelt(" ".join((*names, *symptoms, *titles)).split()),
        chunks.keys(),
        {name_key(squeeze(name)): head.title for name in head.names},
    )


def _whole_names(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        squeezed = squeeze(text)
        if 0 < len(squeezed) <= _LONGEST_NAME:
            yield name_key(squeezed)


def _pairs(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for one, other in pairwise(parts(name)):
            yield joined_key(one + other, len(one))


def _keys(texts: Iterable[str]) -> Iterator[str]:
    for chunk in " ".join(texts).split():
        yield from _keys_of(chunk)


def _chunks(documents: Sequence[SearchDocument]) -> Counter[str]:
    """What stands between spaces, and in how many documents."""
    counts: Counter[str] = Counter()
    shared: dict[tuple[str, ...], set[str]] = {}
    for document in documents:
        chunks = set(" ".join(_own(document)).split())
        if (context := shared.get(document.context)) is None:
            context = shared[document.context] = set(" ".join(document.context).split())
        counts.update(chunks | context)
    return counts


@lru_cache(maxsize=65536)
def _keys_of(chunk: str) -> tuple[str, ...]:
    return tuple({stem(word): None for word in words(chunk) if word not in STOP})


def spelt(chunks: Iterable[str]) -> set[str]:
    """What somebody may misspell: words, commands and options, and no values."""
    found: set[str] = set()
    for chunk in chunks:
        found.update(_spelt_in(chunk))
    return found


@lru_cache(maxsize=65536)
def _spelt_in(chunk: str) -> tuple[str, ...]:
    return tuple(word for word in words(chunk) if _SPELT.fullmatch(word))


def spoken(document: SearchDocument) -> tuple[str, ...]:
    """The texts of a document that say something; hints are misspelt on purpose."""
    return (*_own(document), *document.context)


def _own(document: SearchDocument) -> tuple[str, ...]:
    return (document.title, document.text, document.line, *document.names, *document.symptoms)


def _filters(document: SearchDocument) -> Iterator[str]:
    yield filter_key("kind", document.kind)
    if document.domain:
        yield filter_key("domain", document.domain)
    if document.effect:
        yield filter_key("effect", document.effect.value)
