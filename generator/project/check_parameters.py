"""What must hold in the files of parameters."""

from collections.abc import Iterator
from dataclasses import replace

from generator.command import Effect
from generator.kinds.entry.embedded import command_at, unknown_command
from generator.knowledge_base import KnowledgeBase, ParameterFile
from generator.parameter import refusal
from generator.problem import Problem
from generator.problem.runbook import EXAMPLE_REFUSED, NOT_READING


def check_parameters(base: KnowledgeBase) -> Iterator[Problem]:
    """Examples pass their own pattern; what lists candidates only reads."""
    for file in base.parameters.values():
        yield from _example(file)
        yield from _candidates(base, file)


def _example(file: ParameterFile) -> Iterator[Problem]:
    parameter = file.parameter
    reason = refusal(replace(parameter, secret=False), parameter.example)
    if reason is not None:
        place = file.document.place(("example",))
        yield EXAMPLE_REFUSED.at(place, value=parameter.example, reason=reason)


def _candidates(base: KnowledgeBase, file: ParameterFile) -> Iterator[Problem]:
    path = file.parameter.candidates
    if path is None:
        return
    place = file.document.place(("candidates",))
    found = command_at(base, path)
    if found is None:
        if path.partition("/")[0] not in base.broken:
            yield unknown_command(base, path, place)
    elif found.command.effect is not Effect.DISCOVER:
        yield NOT_READING.at(place, command=path)
