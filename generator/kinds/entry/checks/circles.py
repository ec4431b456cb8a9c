"""Orders between entries that lead back to where they began."""

from collections.abc import Iterator, Mapping

from generator.kinds.entry.file import EntryFile
from generator.knowledge_base import KnowledgeBase
from generator.problem import Problem
from generator.problem.between import CIRCLE


def check_circles(base: KnowledgeBase) -> Iterator[Problem]:
    """Nothing is its own prerequisite, and nothing a kind of itself, by whatever way."""
    for key in ("prerequisites", "broader", "replaced_by"):
        yield from _circles(base, key)


def _circles(base: KnowledgeBase, key: str) -> Iterator[Problem]:
    """Each circle once, told at the step that leads back to its first id in alphabetical order."""
    files = base.all(EntryFile)
    steps: Mapping[str, tuple[str, ...]] = {
        entry_id: tuple(step for step in _named(file, key) if step != entry_id)
        for entry_id, file in files.items()
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
                file = files[node]
                number = _named(file, key).index(following)
                place = file.document.place((key, number))
                yield CIRCLE.at(place, key=key, path=" -> ".join(circle))
            elif following in steps and following not in done:
                stack.append((following, iter(steps[following])))
                path[following] = None


def _named(file: EntryFile, key: str) -> tuple[str, ...]:
    named = file.entry.section(key)
    if isinstance(named, tuple):
        return named
    return () if named is None else (named,)
