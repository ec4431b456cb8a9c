"""What must hold in every runbook: its commands, its ways, its parameters, its alerts."""

from collections.abc import Iterator

from generator.command import Effect, parse
from generator.kinds.entry.embedded import Embedded, command_at, unknown_command
from generator.kinds.runbook.flow import (
    following,
    reachable,
    targets,
    ways,
    with_way_out,
)
from generator.kinds.runbook.model import ENDS, CommandBlock, DecisionBlock, Placed, Runbook
from generator.knowledge_base import KnowledgeBase
from generator.problem import Place, Problem
from generator.problem.runbook import (
    CHANGE_BEFORE_CHECK,
    CHANGE_WITHOUT_UNDO,
    NO_WAY_OUT,
    NOT_VERIFIED,
    UNDECLARED_PARAMETER,
    UNKNOWN_PARAMETER,
    UNKNOWN_STEP,
    UNREACHABLE_STEP,
    UNUSED_PARAMETER,
    WRONG_LABEL,
)
from generator.shape import suggest
from generator.verify import State


def check_flow(base: KnowledgeBase) -> Iterator[Problem]:
    """Every runbook can be followed to an end, with commands that were checked."""
    for runbook in base.all(Runbook).values():
        embedded = {path: command_at(base, path) for path in runbook.commands}
        yield from _commands(base, runbook, embedded)
        yield from _steps(runbook)
        yield from _parameters(base, runbook, embedded)
        yield from _changes(runbook, embedded)
        yield from _labels(runbook)


Commands = dict[str, Embedded | None]


def _commands(base: KnowledgeBase, runbook: Runbook, embedded: Commands) -> Iterator[Problem]:
    for placed in runbook.blocks:
        if not isinstance(placed.block, CommandBlock):
            continue
        path, place = placed.block.run, placed.document.place(("run",))
        found = embedded[path]
        if found is None:
            if path.partition("/")[0] not in base.broken:
                yield unknown_command(base, path, place)
            continue
        state = found.file.facts[found.command.id].state
        if state is State.NEW:
            mend = 'Run "kb verify".'
            yield NOT_VERIFIED.at(place, command=path, what="is not in the ledger", mend=mend)
        elif state is State.UNKNOWN:
            mend = "Embed one that a catalog knows, or make it a `manual` block."
            yield NOT_VERIFIED.at(place, command=path, what="is in no catalog", mend=mend)


def _steps(runbook: Runbook) -> Iterator[Problem]:
    known = [step.id for step in runbook.steps]
    lost = False
    for placed in runbook.blocks:
        for keys, name in targets(placed):
            if name not in known and name not in ENDS:
                lost = True
                mend = suggest(name, known, "Write the step, or name another.")
                yield UNKNOWN_STEP.at(placed.document.place(keys), id=name, mend=mend)
    for number, symptom in enumerate(runbook.front.symptoms):
        if symptom.step is not None and symptom.step not in known:
            place = runbook.document.place(("symptoms", number, "step"))
            mend = suggest(symptom.step, known, "Name a step of this runbook.")
            yield UNKNOWN_STEP.at(place, id=symptom.step, mend=mend)
    graph = ways(runbook)
    reached = reachable(graph, known[:1])
    ending = with_way_out(graph)
    for step in runbook.steps:
        place = Place(runbook.path, step.line)
        if step.id not in reached and not lost:
            yield UNREACHABLE_STEP.at(place, id=step.id)
        elif step.id in reached and step.id not in ending:
            yield NO_WAY_OUT.at(place, id=step.id)


def _parameters(base: KnowledgeBase, runbook: Runbook, embedded: Commands) -> Iterator[Problem]:
    declared = runbook.front.parameters
    used: set[str] = set()
    # Where a declared one is misspelt, the one that is meant is not told as missing.
    misspelt = {*declared} - {*base.parameters, *base.broken_parameters}
    reported: set[str] = set()
    for placed in runbook.blocks:
        found = embedded.get(getattr(placed.block, "run", ""))
        for name in parse(found.command.run).placeholders if found else ():
            used.add(name)
            if name not in declared and name not in reported and not misspelt:
                reported.add(name)
                place = placed.document.place(("run",))
                path = f"{found.file.entry.id}/{found.command.id}" if found else ""
                yield UNDECLARED_PARAMETER.at(place, command=path, name=name)
    for number, name in enumerate(declared):
        place = runbook.document.place(("parameters", number))
        if name in base.broken_parameters:
            continue
        if name not in base.parameters:
            mend = suggest(name, list(base.parameters), f"Write glossary/parameters/{name}.yaml.")
            yield UNKNOWN_PARAMETER.at(place, name=name, mend=mend)
        elif name not in used and None not in embedded.values():
            yield UNUSED_PARAMETER.at(place, name=name)


def _changes(runbook: Runbook, embedded: Commands) -> Iterator[Problem]:
    """Walks every way twice at most: with nothing looked at yet, and after that."""
    steps = {step.id: step for step in runbook.steps}
    stack = [(runbook.steps[0].id, False)]
    seen: set[tuple[str, bool]] = set()
    reported: set[int] = set()
    while stack:
        name, looked = stack.pop()
        if (name, looked) in seen or name not in steps:
            continue
        seen.add((name, looked))
        for placed in steps[name].blocks:
            effect = _effect(placed, embedded)
            if effect is Effect.DISCOVER:
                looked = True
            elif effect is not None and not looked and id(placed) not in reported:
                reported.add(id(placed))
                yield CHANGE_BEFORE_CHECK.at(placed.document.place(()), effect=effect.value)
            stack += [(target, looked) for _, target in targets(placed)]
        if (onward := following(runbook, steps[name])) is not None:
            stack.append((onward, looked))
    for placed in runbook.blocks:
        yield from _way_back(placed)


def _effect(placed: Placed, embedded: Commands) -> Effect | None:
    if isinstance(placed.block, DecisionBlock):
        return None
    if isinstance(placed.block, CommandBlock):
        found = embedded[placed.block.run]
        # One that is not there is told as that; what follows from it would be reported twice.
        return found.command.effect if found else Effect.DISCOVER
    return placed.block.effect


def _way_back(placed: Placed) -> Iterator[Problem]:
    """Commands say in their entry how to undo them; manual actions say it here."""
    block = placed.block
    if isinstance(block, CommandBlock | DecisionBlock):
        return
    ways = [way for way in (block.undo, block.irreversible) if way is not None]
    place = placed.document.place(("effect",))
    if block.effect is Effect.DISCOVER and ways:
        what = 'what only reads changes nothing, so it has no "undo".'
        mend = 'Delete "undo" or "irreversible", or correct the effect.'
        yield CHANGE_WITHOUT_UNDO.at(place, what=what, mend=mend)
    elif block.effect is not Effect.DISCOVER and len(ways) != 1:
        what = f'an action that can {block.effect} has either "undo" or "irreversible".'
        mend = 'Write "undo" with the way back, or "irreversible" with why there is none.'
        yield CHANGE_WITHOUT_UNDO.at(place, what=what, mend=mend)


def _labels(runbook: Runbook) -> Iterator[Problem]:
    declared = runbook.front.parameters
    for number, symptom in enumerate(runbook.front.symptoms):
        for label, name in symptom.labels.items():
            keys = ("symptoms", number, "labels", label)
            place = runbook.document.place(keys)
            if not label.isascii() or not label.isidentifier():
                what, mend = "is none of Prometheus", "Write letters, digits and underscores."
                yield WRONG_LABEL.at(place, label=label, what=what, mend=mend)
            if name not in declared:
                mend = suggest(name, list(declared), "Name a parameter of this runbook.")
                what = f'is to fill "{name}", which the runbook does not declare'
                yield WRONG_LABEL.at(place, label=label, what=what, mend=mend)
