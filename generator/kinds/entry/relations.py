"""What entries say of each other, seen from the other end."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import Entry
from generator.knowledge_base import KnowledgeBase


class _Back(NamedTuple):
    """Ids of entries by the id they name, in the order of titles."""

    prerequisite_of: Mapping[str, tuple[str, ...]]
    narrower: Mapping[str, tuple[str, ...]]


def _back(base: KnowledgeBase) -> _Back:
    prerequisite_of: dict[str, list[str]] = defaultdict(list)
    narrower: dict[str, list[str]] = defaultdict(list)
    for entry_id, file in base.all(EntryFile).items():
        for target in file.entry.prerequisites:
            prerequisite_of[target].append(entry_id)
        for target in file.entry.broader:
            narrower[target].append(entry_id)
    return _Back(
        {key: tuple(ids) for key, ids in prerequisite_of.items()},
        {key: tuple(ids) for key, ids in narrower.items()},
    )


def relations(base: KnowledgeBase, entry: Entry) -> list[tuple[str, tuple[str, ...]]]:
    """The lists of entries around this one: what is typed in it, and what others say of it."""
    entries = base.all(EntryFile)
    back = base.derived(_back)
    narrower = back.narrower.get(entry.id, ())
    prerequisite_of = back.prerequisite_of.get(entry.id, ())
    named = {entry.id, *entry.related, *entry.prerequisites, *entry.broader}
    named |= {*narrower, *prerequisite_of}
    mentioned = (one.id for one in base.referring.get(entry.id, ()) if one.id in entries)
    lists = [
        ("Understand first", entry.prerequisites),
        ("A kind or part of", entry.broader),
        ("Its kinds and parts", narrower),
        ("Related", entry.related),
        ("Prerequisite of", prerequisite_of),
        ("Mentioned by", tuple(i for i in mentioned if i not in named)),
    ]
    return [(title, ids) for title, ids in lists if any(i in entries for i in ids)]


def elsewhere(base: KnowledgeBase, entry: Entry) -> list[tuple[str, tuple[str, ...]]]:
    """The documents of other kinds that refer to an entry, under the title of their kind."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in base.referring.get(entry.id, ()):
        if one.kind is not EntryFile.kind and one not in base.applying.get(entry.id, ()):
            found[f"In {one.kind.plural.lower()}"].append(one.id)
    return [(title, tuple(ids)) for title, ids in found.items()]
