"""Reading the folders of a project."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath

from generator import vocabulary
from generator.beside import beside, processes
from generator.catalog import FOLDER as CATALOGS
from generator.entry import Entry, fold
from generator.history import last_changes
from generator.knowledge_base.authored import CONTENT, load_authored
from generator.knowledge_base.base import EntryFile, KnowledgeBase, find_mentions, link
from generator.parameter import FOLDER as PARAMETERS
from generator.problem import Place, Problem
from generator.problem.between import ID_TAKEN, NO_VOCABULARY
from generator.problem.evidence import BROKEN_LEDGER
from generator.problem.reading import STRAY_FILE
from generator.prose import Reference
from generator.shape import fit
from generator.source import Document, parse, read
from generator.verify import (
    LEDGER,
    Ledger,
    LedgerError,
    Verifier,
    command_facts,
    read_ledger,
)
from generator.vocabulary import Vocabulary

GLOSSARY = "glossary"
SCHEMA = "glossary/entry.schema.json"

WORTH_SHARING = 200
"""Files. Reading this many takes a fifth of a second; starting a process takes a tenth of that."""

OWN_SHARE = 1.02
"""Of an equal share: other processes also have to hand over what they read."""

Check = Callable[[EntryFile], list[Problem]]

Loaded = tuple[EntryFile | None, list[Problem]]
"""An entry, or None when its file cannot be read as one; and the problems of the file."""

ReadOne = Callable[[str], Loaded]


def load(
    root: Path,
    verifier: Verifier,
    on_file: Callable[[int], None] = lambda _: None,
    check: Check = lambda _: [],
) -> tuple[KnowledgeBase, list[Problem]]:
    """Reads all there is; what is broken is left out of the result and told as problems.

    `on_file` is called for each file of the glossary, with the number of all; `check` for each
    entry, in the process that reads it.
    """
    root, read_at = root.resolve(), time.time()
    words, problems = _load_vocabulary(root)
    ledger, ledger_problems = _load_ledger(root)
    problems += ledger_problems
    read_one = partial(_load_entry, root, verifier, ledger, check)
    files, broken, entry_problems = _load_entries(root, on_file, read_one)
    authored, authored_problems = load_authored(root, page_paths(root), _paths(root, PARAMETERS))
    problems += entry_problems + authored_problems
    by_title = sorted(files, key=lambda file: (fold(file.entry.title), file.entry.id))
    changes = last_changes(root, (GLOSSARY, CONTENT))
    base = link(root, by_title, words, authored, changes, frozenset(broken), ledger)
    return replace(base, read_at=read_at), problems


def _load_vocabulary(root: Path) -> tuple[Vocabulary, list[Problem]]:
    if not os.path.lexists(root / vocabulary.PATH):
        return vocabulary.EMPTY, [NO_VOCABULARY.at(Place(GLOSSARY))]
    document, problems = _document(root, vocabulary.PATH)
    if document is None:
        return vocabulary.EMPTY, problems
    words, misfits = vocabulary.read_vocabulary(document)
    return words or vocabulary.EMPTY, problems + misfits


def _load_ledger(root: Path) -> tuple[Ledger, list[Problem]]:
    try:
        return read_ledger(root), []
    except LedgerError as error:
        return Ledger(), [BROKEN_LEDGER.at(Place(str(error)))]


def _load_entries(
    root: Path, on_file: Callable[[int], None], read_one: ReadOne
) -> tuple[list[EntryFile], set[str], list[Problem]]:
    files: dict[str, EntryFile] = {}
    broken: set[str] = set()
    problems: list[Problem] = []
    paths = [path for path in _paths(root, GLOSSARY) if not _is_no_entry(path)]
    good = [path for path in paths if _is_entry(path)]
    problems += [_stray(root, path) for path in sorted({*paths} - {*good})]
    for path, (file, found) in _loaded(good, read_one):
        on_file(len(good))
        problems += found
        if file is None:
            broken.add(PurePosixPath(path).stem)
        elif (first := files.get(file.entry.id)) is not None:
            place = file.document.place(("id",))
            other = first.document.path
            problems.append(ID_TAKEN.at(place, id=file.entry.id, other=other))
        else:
            files[file.entry.id] = file
    return list(files.values()), broken, problems


def entry_paths(root: Path) -> Iterator[str]:
    """The files of entries, relative to `root`, sorted."""
    return (path for path in _paths(root, GLOSSARY) if not _is_no_entry(path) and _is_entry(path))


def page_paths(root: Path) -> Iterator[str]:
    """The Markdown files of the content folder, relative to `root`, sorted."""
    return (path for path in _paths(root, CONTENT) if path.endswith(".md"))


def _is_entry(path: str) -> bool:
    return path.count("/") == 2 and path.endswith(".yaml")


def _is_no_entry(path: str) -> bool:
    return path in (vocabulary.PATH, SCHEMA) or path.startswith(
        (f"{CATALOGS}/", f"{LEDGER}/", f"{PARAMETERS}/")
    )


def _stray(root: Path, path: str) -> Problem:
    found = read(root, path) if (root / path).is_symlink() else ""
    return found if isinstance(found, Problem) else STRAY_FILE.at(Place(path))


def _loaded(paths: list[str], read_one: ReadOne) -> Iterator[tuple[str, Loaded]]:
    """Every file with its entry, in order. Many files are shared among processes."""
    shares = processes() if len(paths) > WORTH_SHARING else 1
    own = int(len(paths) / shares * OWN_SHARE) if shares > 1 else len(paths)
    size = -(-(len(paths) - own) // max(shares - 1, 1)) or 1
    mine = paths[:own]
    others = [paths[start : start + size] for start in range(own, len(paths), size)]
    waiting = [beside(partial(_load_all, share, read_one)) for share in others]
    for path in mine:
        yield path, read_one(path)
    for share, result in zip(others, waiting, strict=True):
        yield from zip(share, result(), strict=True)


def _load_all(paths: list[str], read_one: ReadOne) -> list[Loaded]:
    return [read_one(path) for path in paths]


def _load_entry(root: Path, verifier: Verifier, ledger: Ledger, check: Check, path: str) -> Loaded:
    document, problems = _document(root, path)
    if document is None:
        return None, problems
    entry, misfits = fit(Entry, document)
    if entry is None:
        return None, problems + misfits
    mentions = find_mentions(entry)
    refers_to = tuple(dict.fromkeys(one.id for _, one in mentions if isinstance(one, Reference)))
    facts = {
        command.id: command_facts(
            verifier, ledger, f"{entry.id}/{command.id}", command.run.strip(), command.shell
        )
        for command in entry.all_commands()
    }
    problems += check(EntryFile(entry, document, refers_to, facts, mentions))
    return EntryFile(entry, document.places_only(root), refers_to, facts), problems


def _document(root: Path, path: str) -> tuple[Document | None, list[Problem]]:
    text = read(root, path)
    if isinstance(text, Problem):
        return None, [text]
    return parse(path, text)


def _paths(root: Path, folder: str) -> Iterator[str]:
    """Every file below `folder`, relative to `root`, sorted; hidden ones are not an author's."""
    for where, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        # Links to folders are not followed, and not passed over either.
        links = [name for name in folders if Path(where, name).is_symlink()]
        inside = Path(where).relative_to(root).as_posix()
        for name in sorted(names + links):
            if not name.startswith("."):
                yield f"{inside}/{name}"
