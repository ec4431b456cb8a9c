"""Commands of entries, as other documents name them: ENTRY/COMMAND."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import Command
from generator.knowledge_base import KnowledgeBase
from generator.problem import Place, Problem
from generator.problem.runbook import UNKNOWN_COMMAND_ID
from generator.shape import suggest


class Embedded(NamedTuple):
    """A command, with the entry it belongs to."""

    file: EntryFile
    command: Command

    @property
    def path(self) -> str:
        """How other documents name it."""
        return f"{self.file.id}/{self.command.id}"


def command_at(base: KnowledgeBase, path: str) -> Embedded | None:
    """The command at ENTRY/COMMAND."""
    entry_id, _, command_id = path.partition("/")
    file = base.all(EntryFile).get(entry_id)
    for command in file.entry.all_commands() if file else ():
        if file and command.id == command_id:
            return Embedded(file, command)
    return None


def all_commands(base: KnowledgeBase) -> Iterator[Embedded]:
    """Every command, in the order of entries."""
    for file in base.all(EntryFile).values():
        for command in file.entry.all_commands():
            yield Embedded(file, command)


def candidates(base: KnowledgeBase) -> Mapping[str, Embedded]:
    """For each parameter that names one, the command that lists its values."""
    found = {
        name: command_at(base, file.parameter.candidates or "")
        for name, file in base.parameters.items()
    }
    return {name: command for name, command in found.items() if command is not None}


def unknown_command(base: KnowledgeBase, path: str, place: Place) -> Problem:
    """That there is no such command, with the nearest one."""
    known = [command.path for command in all_commands(base)]
    mend = suggest(path, known, "Write it into an entry first, as entry/command.")
    return UNKNOWN_COMMAND_ID.at(place, id=path, mend=mend)
