"""The ways through a runbook."""

from collections.abc import Iterable, Iterator, Mapping

from generator.kinds.runbook.model import (
    ENDS,
    RESOLVED,
    DecisionBlock,
    Placed,
    Runbook,
    Step,
)


def targets(placed: Placed) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where a block names to go: the keys of each name, and the name."""
    block = placed.block
    if isinstance(block, DecisionBlock):
        for number, option in enumerate(block.options):
            yield ("options", number, "go"), option.go
        return
    for key in ("if_not", "then"):
        name = getattr(block, key)
        if name is not None:
            yield (key,), name


def following(runbook: Runbook, step: Step) -> str | None:
    """Where a step leads that names nothing else: the next one, or the end; None if it branches."""
    last = next(reversed(tuple(step.blocks)), None)
    if last is not None:
        if isinstance(last.block, DecisionBlock):
            return None
        if last.block.then is not None:
            return last.block.then
    position = runbook.steps.index(step) + 1
    return runbook.steps[position].id if position < len(runbook.steps) else RESOLVED


def ways(runbook: Runbook) -> Mapping[str, tuple[str, ...]]:
    """Where each step may lead, each name once."""
    found = {}
    for step in runbook.steps:
        names = [name for placed in step.blocks for _, name in targets(placed)]
        if (onward := following(runbook, step)) is not None:
            names.append(onward)
        found[step.id] = tuple(dict.fromkeys(names))
    return found


def reachable(graph: Mapping[str, Iterable[str]], starts: Iterable[str]) -> set[str]:
    """Everything that `starts` lead to, themselves included."""
    found: set[str] = set()
    stack = list(starts)
    while stack:
        name = stack.pop()
        if name not in found:
            found.add(name)
            stack += graph.get(name, ())
    return found


def with_way_out(graph: Mapping[str, Iterable[str]]) -> set[str]:
    """The steps from which some way ends."""
    back: dict[str, list[str]] = {}
    for name, names in graph.items():
        for target in names:
            back.setdefault(target, []).append(name)
    return reachable(back, ENDS)
