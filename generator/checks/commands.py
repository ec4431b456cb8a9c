"""Command lines as such: quotes, placeholders, line breaks."""

from collections.abc import Iterator

from generator.command import unbalanced, wrong_placeholders
from generator.knowledge_base import KnowledgeBase
from generator.problem import Problem
from generator.problem.command_line import SEVERAL_LINES, UNBALANCED, WRONG_PLACEHOLDER


def check_commands(base: KnowledgeBase) -> Iterator[Problem]:
    """Every command is one line that a shell could split and a reader could fill in."""
    for file in base.files.values():
        for group_number, group in enumerate(file.entry.commands):
            for number, command in enumerate(group.commands):
                keys = ("commands", group_number, "commands", number, "run")
                line = command.run.strip()
                if "\n" in line:
                    yield SEVERAL_LINES.at(file.document.place(keys))
                if (position := unbalanced(line)) is not None:
                    yield UNBALANCED.at(file.document.place_of(keys, line[position:]))
                for written, better in wrong_placeholders(line):
                    place = file.document.place_of(keys, written)
                    yield WRONG_PLACEHOLDER.at(place, value=written, better=better)
