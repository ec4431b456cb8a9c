"""Names that mean different things in different domains."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from generator.kinds.entry.file import EntryFile
from generator.knowledge_base import KnowledgeBase
from generator.names import fold


class SharedName(NamedTuple):
    """A name as it is written most often, and the entries that have it, by title."""

    name: str
    files: tuple[EntryFile, ...]


def shared_names(base: KnowledgeBase) -> Mapping[str, SharedName]:
    """The names that several entries have, by how names are compared."""
    found: dict[str, list[tuple[str, EntryFile]]] = defaultdict(list)
    for file in base.all(EntryFile).values():
        if file.entry.distinction is not None:
            names = {fold(name): name for name in (file.entry.title, *file.entry.aliases)}
            for folded, name in names.items():
                found[folded].append((name, file))
    return {
        folded: SharedName(uses[0][0], tuple(file for _, file in uses))
        for folded, uses in sorted(found.items())
        if len(uses) > 1
    }
