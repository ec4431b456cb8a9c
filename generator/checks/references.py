"""References from entry to entry."""

from collections.abc import Iterator, Mapping

from generator.knowledge_base import EntryFile, KnowledgeBase
from generator.problem import Place, Problem
from generator.problem.between import CIRCLE, REFERS_TO_ITSELF, UNKNOWN_ENTRY
from generator.shape import suggest


def check_references(base: KnowledgeBase) -> Iterator[Problem]:
    """Every id that is named exists, and is not the entry's own; no order runs in a circle."""
    known = [*base.files, *base.broken]
    exists = frozenset(known)
    for target, place in _unknown(base, exists):
        mend = suggest(target, known, "Write the entry, or delete the reference.")
        yield UNKNOWN_ENTRY.at(place, id=target, mend=mend)
    for file in base.files.values():
        for key, number, target in _named(file):
            if target == file.entry.id:
                yield REFERS_TO_ITSELF.at(file.document.place((key, *number)), key=key)
    for key in ("prerequisites", "broader"):
        yield from _circles(base, key)


def _unknown(base: KnowledgeBase, exists: frozenset[str]) -> Iterator[tuple[str, Place]]:
    for file in base.files.values():
        for key, number, target in _named(file):
            if target not in exists:
                yield target, file.document.place((key, *number))
        if exists.issuperset(file.refers_to):
            continue
        for text, reference in file.references():
            if reference.id not in exists:
                place = file.place_of(text, reference.written, reference.start)
                yield reference.id, place
    for guide in base.guides:
        yield from ((target, place) for target, place in guide.references if target not in exists)


def _named(file: EntryFile) -> Iterator[tuple[str, tuple[int | str, ...], str]]:
    for key in ("related", "prerequisites", "broader"):
        for number, target in enumerate(getattr(file.entry, key)):
            yield key, (number,), target
    for number, confusion in enumerate(file.entry.not_to_be_confused_with):
        if confusion.entry is not None:
            yield "not_to_be_confused_with", (number, "entry"), confusion.entry


def _circles(base: KnowledgeBase, key: str) -> Iterator[Problem]:
    """Each circle once, told at the step that leads back to its first id in alphabetical order."""
    steps: Mapping[str, tuple[str, ...]] = {
        entry.id: tuple(step for step in getattr(entry, key) if step != entry.id)
        for entry in base.entries
    }
    done: set[str] = set()
    for start in sorted(steps):
        stack = [(start, iter(steps[start]))] if start not in done else []
        path = dict.fromkeys(node for node, _ in stack)
        while stack:
            node, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                done.add(node)
                stack.pop()
                path.popitem()
            elif following in path:
                walked = list(path)
                circle = [*walked[walked.index(following) :], following]
                file = base.files[node]
                number = getattr(file.entry, key).index(following)
                place = file.document.place((key, number))
                yield CIRCLE.at(place, key=key, path=" -> ".join(circle))
            elif following in steps and following not in done:
                stack.append((following, iter(steps[following])))
                path[following] = None
