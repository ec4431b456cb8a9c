"""Ids, titles, aliases and hints: who is called what."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.kinds.entry.file import EntryFile
from generator.knowledge_base import KnowledgeBase
from generator.names import fold
from generator.problem import Problem
from generator.problem.between import FOLDER_IS_DOMAIN, HINT_IS_NAME, ID_IS_FILE_NAME, NAME_TAKEN
from generator.problem.shape import REPEATED
from generator.source import Keys


def check_names(base: KnowledgeBase) -> Iterator[Problem]:
    """One entry per name, one name per page, and ids where their files say."""
    owners: dict[str, EntryFile] = {}
    # Titles first: an alias that takes another entry's title is the one to mend.
    for file in base.all(EntryFile).values():
        yield from _check_file(file)
        yield from _claim(owners, file, ("title",), file.entry.title)
    for file in base.all(EntryFile).values():
        own = {fold(file.entry.title)}
        for number, alias in enumerate(file.entry.aliases):
            keys = ("aliases", number)
            if fold(alias) in own:
                yield REPEATED.at(file.document.place(keys), value=alias, key="title and aliases")
                continue
            own.add(fold(alias))
            yield from _claim(owners, file, keys, alias)
        for number, hint in enumerate(file.entry.search_hints):
            if fold(hint) in own:
                yield HINT_IS_NAME.at(file.document.place(("search_hints", number)), hint=hint)


def _check_file(file: EntryFile) -> Iterator[Problem]:
    path = PurePosixPath(file.document.path)
    entry = file.entry
    if entry.id != path.stem:
        yield ID_IS_FILE_NAME.at(file.document.place(("id",)), id=entry.id, file=path.name)
    if entry.domain != path.parent.name:
        place = file.document.place(("domain",))
        yield FOLDER_IS_DOMAIN.at(place, domain=entry.domain, folder=path.parent.name)


def _claim(
    owners: dict[str, EntryFile], file: EntryFile, keys: Keys, name: str
) -> Iterator[Problem]:
    owner = owners.setdefault(fold(name), file)
    if owner is not file and not _told_apart(owner, file):
        place, other = file.document.place(keys), owner.document.path
        yield NAME_TAKEN.at(place, name=name, owner=owner.entry.title, other=other)


def _told_apart(one: EntryFile, other: EntryFile) -> bool:
    """Whether two entries may share a name: each says what tells it apart, in its own domain."""
    both = one.entry.distinction is not None and other.entry.distinction is not None
    return both and one.entry.domain != other.entry.domain
