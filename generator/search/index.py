"""The index for the terminal, with Whoosh. No other module knows of it.

It lies in the user's cache folder, one for each project. Whoosh makes a commit visible by renaming
one file, so that a reader never sees half of one; writers wait for each other.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from math import log
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path
from whoosh import index as whoosh_index
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import Index
from whoosh.query import Or, Term
from whoosh.scoring import BM25F
from whoosh.searching import Searcher
from whoosh.util.filelock import try_for

from generator.command import Effect
from generator.search.documents import SearchDocument
from generator.search.kind import Kind
from generator.search.query import Query
from generator.search.rank import Lexicon, Ranked, rank
from generator.search.slips import allowed, nearest
from generator.search.sources import SourceFile, read_documents, source_files
from generator.search.words import STEM, parts, squeeze, stem, words

FORMAT = 1
"""Part of the folder's name: an index of another format is left alone, and a new one is built."""

CANDIDATES = 120
WAIT = 60.0
"""Seconds a writer waits for another one."""
_LOCK = "updating"
MEMORY = 256
"""Megabytes that a writer may fill before it writes a part of the index to disk."""

_BOOSTS: Mapping[str, float] = {
    "title": 5.0,
    "names": 5.0,
    "hints": 3.0,
    "symptoms": 3.0,
    "line": 1.5,
    "context": 1.0,
    "text": 1.0,
}
_EXACT = "exact"
"""Whole names, squeezed, so that no long list of words hides the one that is meant."""
_SPAN = 6
"""Words of the longest name that is looked for inside of a query."""
_PREFIXED = 25
"""Words that a beginning is tried as."""


def folder_of(root: Path) -> Path:
    """Where the index of a project lies."""
    name = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
    return user_cache_path("knowledge-base") / f"search-{FORMAT}-{name}"


class BusyError(Exception):
    """Another process has been writing the index for longer than anybody waits."""


def open_index(
    root: Path, folder: Path | None = None, on_file: Callable[[int], None] = lambda _: None
) -> "SearchIndex":
    """The index of a project, brought up to date. One that is broken is built anew.

    `on_file` is called for each file that is read anew, with the number of them. Raises
    BusyError, and OSError where the folder cannot be written.
    """
    folder = folder or folder_of(root)
    folder.mkdir(parents=True, exist_ok=True)
    files = {file.path: file for file in source_files(root)}
    index = _whole(folder)
    if index is None or not _is_current(index, files):
        with _alone(folder):
            index = _whole(folder) or _created(folder)  # another process may have been faster
            _bring_up_to_date(root, index, files, on_file)
        index = index.refresh()
    return SearchIndex(index)


def _whole(folder: Path) -> Index | None:
    """The index in a folder; None where there is none, or a damaged one."""
    try:
        index = whoosh_index.open_dir(folder)
        _stamps(index)
    except Exception:  # noqa: BLE001 - whatever damaged files make Whoosh raise
        return None
    return index


def _created(folder: Path) -> Index:
    for file in folder.iterdir():
        if not file.name.startswith(_LOCK):
            file.unlink()
    return whoosh_index.create_in(folder, _schema())


def _is_current(index: Index, files: Mapping[str, SourceFile]) -> bool:
    return _stamps(index) == {path: file.stamp for path, file in files.items()}


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Holds all other processes back that would create or change the index."""
    lock = FileStorage(str(folder)).lock(_LOCK)
    if not try_for(lock.acquire, timeout=WAIT, delay=0.05):
        raise BusyError
    try:
        yield
    finally:
        lock.release()


def _schema() -> Schema:
    text = {name: TEXT(SpaceSeparatedTokenizer(), phrase=False) for name in _BOOSTS}
    exact = KEYWORD(commas=False, lowercase=False)
    return Schema(path=ID(), is_file=ID(), stamp=STORED(), document=STORED(), exact=exact, **text)


def _stamps(index: Index) -> dict[str, str]:
    with index.searcher() as searcher:
        found = searcher.documents(is_file="yes")
        return {one["stamp"][0]: one["stamp"][1] for one in found}


def _bring_up_to_date(
    root: Path,
    index: Index,
    files: Mapping[str, SourceFile],
    on_file: Callable[[int], None],
) -> None:
    if _is_current(index, files):
        return
    writer = index.writer(timeout=WAIT, limitmb=MEMORY)
    try:
        known = _stamps(writer)
        for path in known.keys() - files.keys():
            writer.delete_by_term("path", path)
        changed = [file for path, file in files.items() if known.get(path) != file.stamp]
        for path, stamp in changed:
            on_file(len(changed))
            if path in known:
                writer.delete_by_term("path", path)
            writer.add_document(path=path, is_file="yes", stamp=(path, stamp))
            for document in read_documents(root, path):
                writer.add_document(path=path, document=_stored(document), **_fields(document))
    except BaseException:
        writer.cancel()
        raise
    writer.commit()


def _stored(document: SearchDocument) -> str:
    return json.dumps(document._asdict(), ensure_ascii=False)


@lru_cache(maxsize=4096)
def _restored(text: str) -> SearchDocument:
    values: dict[str, Any] = json.loads(text)
    for name in ("names", "hints", "symptoms", "context"):
        values[name] = tuple(values[name])
    values["kind"] = Kind(values["kind"])
    values["effect"] = Effect(values["effect"]) if values["effect"] else None
    return SearchDocument(**values)


def _fields(document: SearchDocument) -> dict[str, str]:
    texts = {
        "title": (document.title,),
        "names": (*document.names, document.owner),
        "hints": document.hints,
        "symptoms": document.symptoms,
        "line": (document.line,),
        "context": document.context,
        "text": (document.text,),
    }
    names = (document.title, document.owner, *document.names, *document.hints, *document.symptoms)
    exact = " ".join({squeeze(name)[:200] for name in names})
    return {_EXACT: exact} | {
        name: " ".join(_indexed(texts[name], prose=name == "text")) for name in _BOOSTS
    }


def _indexed(texts: Iterable[str], *, prose: bool) -> Iterator[str]:
    """Words and stems. Of prose, compounds and stems are enough, and half as much to write."""
    for text in texts:
        for word in words(text):
            if not prose or not word.isalnum():
                yield word
            yield STEM + stem(word)


@dataclass(frozen=True)
class Answer:
    """Results, the best first; and words that were read as another one."""

    results: list[Ranked]
    corrected: Mapping[str, str]


class SearchIndex:
    """An index that can be asked."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def search(self, query: Query) -> Answer:
        """What answers a query."""
        with self._index.searcher(weighting=BM25F()) as searcher:
            asking = _Asking(searcher, query)
            terms = asking.terms()
            if not terms:
                return Answer([], {})
            hits = searcher.search(Or(terms), limit=CANDIDATES)
            candidates = [(_restored(hit["document"]), hit.score) for hit in hits]
            wanted = [one for one in candidates if query.takes(one[0])]
            read = query.read_as(asking.corrected)
            order = rank(read, wanted, Lexicon(asking.rarity, asking.titles))
            return Answer(order, asking.corrected)


class _Asking:
    """Turns the words of one query into terms of the index."""

    def __init__(self, searcher: Searcher, query: Query) -> None:
        self.searcher = searcher
        self.reader = searcher.reader()
        self.query = query
        self.wanted: dict[tuple[str, str], float] = {}
        self.corrected: dict[str, str] = {}
        self.titles: dict[str, tuple[str, ...]] = {}

    def terms(self) -> list[Term]:
        """What is looked up, each with its weight."""
        telling = self.query.telling
        for part in telling:
            for word, weight in self._readings(part, last=part == telling[-1]):
                self._want(word, weight)
        for whole in self.query.words:
            if whole not in telling:
                self._want(whole, 2.0)
                if not self._known(whole) and (found := self._misspelt(whole)):
                    self.corrected.setdefault(whole, found[0][0])
        for span in self._spans():
            if (_EXACT, span) in self.reader:
                self.wanted[_EXACT, span] = 10.0
                for word in self._meant_by(span):
                    self._want(STEM + stem(word), 0.4)
        return [Term(name, word, boost) for (name, word), boost in self.wanted.items()]

    def _want(self, word: str, weight: float) -> None:
        for name, boost in _BOOSTS.items():
            if (name, word) in self.reader:
                self.wanted[name, word] = max(self.wanted.get((name, word), 0.0), boost * weight)

    def _meant_by(self, span: str) -> tuple[str, ...]:
        """The words of the title that `shir` stands for, if it is the alias of an entry."""
        for stored in self.searcher.documents(exact=span):
            document = _restored(stored["document"])
            if document.kind is Kind.ENTRY and span in map(squeeze, document.names):
                self.titles[span] = tuple(parts(document.title))
                return self.titles[span]
        return ()

    def _spans(self) -> Iterator[str]:
        """Rows of words in the query that may be a name."""
        own = self.query.parts[:200]
        for begin in range(len(own)):
            for end in range(begin + 1, min(begin + _SPAN, len(own)) + 1):
                yield "".join(own[begin:end])
        yield squeeze(self.query.text)[:200]

    def _readings(self, part: str, *, last: bool) -> Iterator[tuple[str, float]]:
        """A word as it may be meant, with weights."""
        stemmed = STEM + stem(part)
        if self._known(part) or self._known(stemmed):
            yield from ((part, 1.0), (stemmed, 1.2))
            if last and len(part) > 2:
                yield from ((word, 0.3) for word in self._beginning(part))
            return
        if last and (beginning := list(self._beginning(part))):
            yield from ((word, 0.7) for word in beginning)
            return
        if (cut := self._joined(part)) is not None:
            self.corrected.setdefault(part, " ".join(cut))
            yield from ((word, 0.9) for word in cut)
            return
        yield part, 1.0  # a hint may have it as it is
        for word, slips in self._misspelt(part)[:4]:
            self.corrected.setdefault(part, word)
            yield word, 0.8 - 0.2 * slips

    def _joined(self, part: str) -> tuple[str, str] | None:
        """Two words of the titles that were written as one."""
        for at in range(2, len(part) - 1):
            one, other = part[:at], part[at:]
            if all((("title", word) in self.reader) for word in (one, other)):
                return one, other
        return None

    def _known(self, word: str) -> bool:
        """Whether anybody wrote the word. Hints do not count: they hold misspellings."""
        return any((name, word) in self.reader for name in _BOOSTS if name != "hints")

    def _beginning(self, part: str) -> Iterator[str]:
        seen: set[str] = set()
        for name in ("title", "names"):
            for word in self.reader.expand_prefix(name, part):
                text = word.decode()
                if text not in seen and len(seen) < _PREFIXED:
                    seen.add(text)
                    yield text

    def _misspelt(self, part: str) -> list[tuple[str, int]]:
        if not allowed(part):
            return []
        for names in (("title", "names", "symptoms"), ("line", "text")):
            known = {
                word.decode()
                for name in names
                for first in {part[0], part[1]}
                for word in self.reader.expand_prefix(name, first)
            }
            if found := nearest(part, known):
                return found
        return []

    def rarity(self, word: str) -> float:
        """How much a word tells: the more, the fewer documents have it."""
        frequency = max(self.reader.doc_frequency(name, STEM + word) for name in _BOOSTS)
        return log(1 + self.reader.doc_count() / (1 + frequency))
