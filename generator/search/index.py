"""The index for the terminal, with Whoosh: where it lies, and how it is brought up to date.

It lies in the user's cache folder, one for each project. Whoosh makes a commit visible by renaming
one file, so that a reader never sees half of one; writers wait for each other.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path
from whoosh import index as whoosh_index
from whoosh.fields import ID, STORED, FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.formats import Existence, Format, Frequency
from whoosh.index import Index
from whoosh.util.filelock import try_for

from generator import atomic, digest
from generator.search.document import SearchDocument
from generator.search.lookup import pages, read, weight
from generator.search.query import Query
from generator.search.rank import Lexicon, Ranked, rank
from generator.search.sources import SourceFile, Sources
from generator.search.terms import HINT, page_terms, spelt
from generator.search.whoosh_dictionary import ALL, WhooshDictionary
from generator.search.words import stem

FORMAT = 4
"""Part of the folder's name: an index of another format is left alone, and a new one is built."""

WAIT = 60.0
"""Seconds a writer waits for another one."""
_LOCK = "updating"
_LIST = "files.json"
MEMORY = 256
"""Megabytes that a writer may fill before it writes a part of the index to disk."""


def folder_of(root: Path) -> Path:
    """Where the index of a project lies."""
    name = digest.of_text(str(root.resolve()))
    return user_cache_path("knowledge-base") / f"search-{FORMAT}-{name}"


class BusyError(Exception):
    """Another process has been writing the index for longer than anybody waits."""


def open_index(
    sources: Sources, folder: Path | None = None, on_file: Callable[[int], None] = lambda _: None
) -> "SearchIndex":
    """The index of a project, brought up to date. One that is broken is built anew.

    `on_file` is called for each file that is read anew, with the number of them. Raises
    BusyError, and OSError where the folder cannot be written.
    """
    folder = folder or folder_of(sources.root)
    folder.mkdir(parents=True, exist_ok=True)
    files = {file.path: file for file in sources.files()}
    index = _whole(folder)
    if index is None or not _is_current(index, files):
        with _alone(folder):
            index = _whole(folder) or _created(folder)  # another process may have been faster
            _bring_up_to_date(sources, index, files, on_file)
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
    return Schema(
        path=ID(),
        is_file=ID(),
        kept=STORED(),
        said=_Keys(Frequency()),
        named=_Keys(Frequency()),
        hinted=_Keys(Existence()),
        filters=_Keys(Existence()),
        names=_Keys(Existence()),
        spelt=_Keys(Existence()),
    )


class _Keys(FieldType):  # type: ignore[misc]  # ships no types
    """A field that takes its keys as they are; one that is given twice weighs twice as much."""

    def __init__(self, form: Format) -> None:
        self.format = form
        self.scorable = self.stored = self.spelling = False
        self.vector = self.column_type = None


def _stamps(index: Index) -> dict[str, str]:
    """What was read of which file, from a list beside the index, if it is of the same commit."""
    try:
        known = json.loads((_folder(index) / _LIST).read_text(encoding="utf-8"))
        if known["commit"] == index.latest_generation():
            return dict(known["stamps"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    with index.searcher() as searcher:
        return dict(one["kept"][:2] for one in searcher.documents(is_file="yes"))


def _folder(index: Index) -> Path:
    return Path(index.storage.folder)


def _bring_up_to_date(
    sources: Sources,
    index: Index,
    files: Mapping[str, SourceFile],
    on_file: Callable[[int], None],
) -> None:
    if _is_current(index, files):
        return
    writer = index.writer(timeout=WAIT, limitmb=MEMORY)
    try:
        known = _stamps(index)
        for path in known.keys() - files.keys():
            writer.delete_by_term("path", path)
        changed = [file for path, file in files.items() if known.get(path) != file.stamp]
        for path, stamp, _ in changed:
            on_file(len(changed))
            if path in known:
                writer.delete_by_term("path", path)
            writer.add_document(path=path, is_file="yes", **_fields(sources, path, stamp))
    except BaseException:
        writer.cancel()
        raise
    writer.commit()
    stamps = {path: file.stamp for path, file in files.items()}
    written = {"commit": index.latest_generation(), "stamps": stamps}
    atomic.write(_folder(index) / _LIST, json.dumps(written))


def _fields(sources: Sources, path: str, stamp: str) -> dict[str, Any]:
    documents = sources.read(path)
    if not documents:
        return {"kept": (path, stamp, "[]", {})}
    terms = page_terms(documents)
    levels = terms.levels.items()
    said = [key for key, count in terms.counts.items() for _ in range(count)]
    return {
        "kept": (path, stamp, _stored(documents), terms.titles),
        "said": [*said, *(ALL for _ in documents)],
        "named": [key for key, level in levels if level != HINT for _ in range(level)],
        "hinted": [key for key, level in levels if level == HINT],
        "filters": sorted(terms.filters),
        "names": sorted(terms.named),
        "spelt": sorted(spelt(terms.chunks) - terms.named),
    }


def _stored(documents: Sequence[SearchDocument]) -> str:
    return json.dumps([one._asdict() for one in documents], ensure_ascii=False)


@dataclass(frozen=True)
class Answer:
    """Results, the best first; and words that were read as another one."""

    results: list[Ranked]
    corrected: Mapping[str, str]


class SearchIndex:
    """An index that can be asked."""

    def __init__(self, index: Index) -> None:
        self._dictionary = WhooshDictionary(index.reader())

    def search(self, query: Query) -> Answer:
        """What answers a query."""
        reading = read(query, self._dictionary)
        found = pages(query, reading, self._dictionary)
        lexicon = Lexicon(lambda word: weight(self._dictionary, stem(word)), reading.titles)
        wanted = [
            document
            for page in found
            for document in self._dictionary.documents(page)
            if query.takes(document)
        ]
        order = rank(query.read_as(reading.corrected), wanted, lexicon)
        return Answer(order, reading.corrected)
