"""Reading the folders of a project."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, Generic, TypeVar

from generator import vocabulary
from generator.address import AddressLedger, AddressLedgerError, read_addresses
from generator.address.ledger import PATH as ADDRESSES
from generator.catalog import FOLDER as CATALOGS
from generator.clock import now
from generator.history import last_changes
from generator.knowledge_base.base import KnowledgeBase
from generator.knowledge_base.document import Document
from generator.knowledge_base.parameters import load_parameters
from generator.names import fold
from generator.parameter import FOLDER as PARAMETERS
from generator.problem import Place, Problem
from generator.problem.address import BROKEN_ADDRESSES
from generator.problem.between import ID_TAKEN, NO_VOCABULARY
from generator.problem.evidence import BROKEN_LEDGER
from generator.problem.reading import STRAY_FILE
from generator.processes import fork, processes
from generator.source import check_link, parse, read
from generator.verify import LEDGER, Ledger, LedgerError, Verifier, read_ledger
from generator.vocabulary import Vocabulary

GLOSSARY = "glossary"
CONTENT = "content"
SCHEMA = "glossary/entry.schema.json"

WORTH_SHARING = 200
"""Files. Reading this many takes a fifth of a second; starting a process takes a tenth of that."""

OWN_SHARE = 1.02
"""Of an equal share: other processes also have to hand over what they read."""

Read = TypeVar("Read", bound=Document)

Loaded = tuple[Document | None, list[Problem]]
"""A document, or None when its file cannot be read as one; and the problems of the file."""


@dataclass(frozen=True)
class Reading:
    """What finishing a document takes, beside the text of its file."""

    root: Path
    verifier: Verifier
    ledger: Ledger


@dataclass(frozen=True)
class Files(Generic[Read]):
    """Where the documents of a kind lie, and how one of them is read.

    `takes` says of a path, relative to the project, whether it is one of its files. `read` gets
    the path and the text; what it gives can be searched. `finish` checks what can be checked of one
    document alone, so that many can be checked side by side, and adds what comes of it.
    """

    kind: type[Read]
    takes: Callable[[str], bool]
    read: Callable[[str, str], tuple[Read | None, list[Problem]]]
    finish: Callable[[Reading, Read], tuple[Read, list[Problem]]] = field(
        default=lambda _, document: (document, [])
    )


def load(
    root: Path,
    kinds: Sequence[Files[Any]],
    verifier: Verifier,
    on_file: Callable[[int], None] = lambda _: None,
) -> tuple[KnowledgeBase, list[Problem]]:
    """Reads all there is; what is broken is left out of the result and told as problems.

    `on_file` is called for each document, with the number of all.
    """
    root, read_at = root.resolve(), now().timestamp()
    words, problems = _load_vocabulary(root)
    ledger, misfits = _load_ledger(root)
    problems += misfits
    addresses, misfits = _load_addresses(root)
    problems += misfits
    reading = Reading(root, verifier, ledger)
    there = [*files_in(root, GLOSSARY), *files_in(root, CONTENT)]
    paths = list(_documents(there, kinds))
    problems += _stray_files(root, there, kinds)
    assets = frozenset(_assets(there, kinds))
    problems += _wrong_links(root, sorted(assets), set())
    documents: dict[type, dict[str, Document]] = {files.kind: {} for files in kinds}
    broken: set[str] = set()
    for (path, files), (document, found) in _loaded(paths, reading):
        on_file(len(paths))
        problems += found
        if document is None:
            broken.add(PurePosixPath(path).stem)
            continue
        same_kind = documents[files.kind]
        if (first := same_kind.get(document.id)) is not None:
            problems += _taken(document, first)
        else:
            same_kind[document.id] = document
    parameters, broken_parameters, misfits = load_parameters(root, files_in(root, PARAMETERS))
    base = KnowledgeBase(
        root=root,
        documents={kind: _by_title(found.values()) for kind, found in documents.items()},
        vocabulary=words,
        parameters=parameters,
        assets=assets,
        changes=last_changes(root, (GLOSSARY, CONTENT)),
        broken=frozenset(broken),
        broken_parameters=broken_parameters,
        ledger=ledger,
        addresses=addresses,
        read_at=read_at,
    )
    return base, problems + misfits


def _by_title(documents: Iterable[Document]) -> dict[str, Document]:
    by_title = sorted(documents, key=lambda one: (fold(one.title), one.id))
    return {document.id: document for document in by_title}


def _taken(document: Document, first: Document) -> list[Problem]:
    return [ID_TAKEN.at(document.id_place, id=document.id, other=first.path)]


def _load_vocabulary(root: Path) -> tuple[Vocabulary, list[Problem]]:
    if not os.path.lexists(root / vocabulary.PATH):
        return vocabulary.EMPTY, [NO_VOCABULARY.at(Place(GLOSSARY))]
    text = read(root, vocabulary.PATH)
    if isinstance(text, Problem):
        return vocabulary.EMPTY, [text]
    document, problems = parse(vocabulary.PATH, text)
    if document is None:
        return vocabulary.EMPTY, problems
    words, misfits = vocabulary.read_vocabulary(document)
    return words or vocabulary.EMPTY, problems + misfits


def _load_ledger(root: Path) -> tuple[Ledger, list[Problem]]:
    try:
        return read_ledger(root), []
    except LedgerError as error:
        return Ledger(), [BROKEN_LEDGER.at(Place(str(error)))]


def _load_addresses(root: Path) -> tuple[AddressLedger, list[Problem]]:
    try:
        return read_addresses(root), []
    except AddressLedgerError as error:
        return AddressLedger(), [BROKEN_ADDRESSES.at(Place(ADDRESSES, error.line))]
    except (OSError, ValueError):
        return AddressLedger(), [BROKEN_ADDRESSES.at(Place(ADDRESSES))]


def document_paths(root: Path, kinds: Sequence[Files[Any]]) -> Iterator[tuple[str, Files[Any]]]:
    """The files of documents, relative to `root` and sorted, each with its kind."""
    return _documents((*files_in(root, GLOSSARY), *files_in(root, CONTENT)), kinds)


def _documents(
    paths: Iterable[str], kinds: Sequence[Files[Any]]
) -> Iterator[tuple[str, Files[Any]]]:
    for path in paths:
        files = next((files for files in kinds if files.takes(path)), None)
        if files is not None:
            yield path, files


_KNOWN_FOLDERS = tuple(f"{folder}/" for folder in (CONTENT, CATALOGS, LEDGER, PARAMETERS))


def _assets(paths: Iterable[str], kinds: Sequence[Files[Any]]) -> Iterator[str]:
    """What lies in the content folder and is published as it is."""
    for path in paths:
        if path.startswith(f"{CONTENT}/") and not any(files.takes(path) for files in kinds):
            yield path


def _wrong_links(root: Path, paths: Iterable[str], seen: set[Path]) -> Iterator[Problem]:
    """Links among what is published as it is that lead elsewhere, also within folders linked to."""
    for path in paths:
        file = root / path
        if not file.is_symlink():
            continue
        if (found := check_link(root, path)) is not None:
            yield found
        elif file.is_dir() and (target := file.resolve()) not in seen:
            seen.add(target)
            yield from _wrong_links(root, files_in(root, path), seen)


def _stray_files(
    root: Path, paths: Iterable[str], kinds: Sequence[Files[Any]]
) -> Iterator[Problem]:
    """What lies in the glossary and is nothing that belongs there."""
    for path in paths:
        known = path in (vocabulary.PATH, SCHEMA) or path.startswith(_KNOWN_FOLDERS)
        if not known and not any(files.takes(path) for files in kinds):
            found = read(root, path) if (root / path).is_symlink() else ""
            yield found if isinstance(found, Problem) else STRAY_FILE.at(Place(path))


def _loaded(
    paths: list[tuple[str, Files[Any]]], reading: Reading
) -> Iterator[tuple[tuple[str, Files[Any]], Loaded]]:
    """Every file with its document, in order. Many files are shared among processes."""
    shares = processes() if len(paths) > WORTH_SHARING else 1
    own = int(len(paths) / shares * OWN_SHARE) if shares > 1 else len(paths)
    size = -(-(len(paths) - own) // max(shares - 1, 1)) or 1
    others = [paths[start : start + size] for start in range(own, len(paths), size)]
    waiting = [fork(partial(_load_all, share, reading)) for share in others]
    for path in paths[:own]:
        yield path, _load_one(path, reading)
    for share, result in zip(others, waiting, strict=True):
        yield from zip(share, result(), strict=True)


def _load_all(paths: list[tuple[str, Files[Any]]], reading: Reading) -> list[Loaded]:
    return [_load_one(path, reading) for path in paths]


def _load_one(path: tuple[str, Files[Any]], reading: Reading) -> Loaded:
    name, files = path
    document, problems = read_one(reading.root, name, files)
    if document is None:
        return None, problems
    document, found = files.finish(reading, document)
    return document, problems + found


def read_one(root: Path, path: str, files: Files[Read]) -> tuple[Read | None, list[Problem]]:
    """The document in one file, not finished; None when the file holds none."""
    text = read(root, path)
    if isinstance(text, Problem):
        return None, [text]
    return files.read(path, text)


def files_in(root: Path, folder: str) -> Iterator[str]:
    """Every file below `folder`, relative to `root`, sorted; hidden ones are not an author's."""
    for where, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        # Links to folders are not followed, and not passed over either.
        links = [name for name in folders if Path(where, name).is_symlink()]
        inside = Path(where).relative_to(root).as_posix()
        for name in sorted(names + links):
            if not name.startswith("."):
                yield f"{inside}/{name}"
