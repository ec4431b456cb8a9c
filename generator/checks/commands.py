"""Command lines as such: quotes, placeholders, line breaks."""

from collections import Counter
from collections.abc import Iterator

from generator.command import unbalanced, wrong_placeholders
from generator.knowledge_base import EntryFile
from generator.problem import Problem
from generator.problem.command_line import SEVERAL_LINES, UNBALANCED, WRONG_PLACEHOLDER


def check_commands(file: EntryFile) -> Iterator[Problem]:
    """Every command is one line that a shell could split and a reader could fill in."""
    for group_number, group in enumerate(file.entry.commands):
        for number, command in enumerate(group.commands):
            keys = ("commands", group_number, "commands", number, "run")
            line = command.run.strip()
            if "\n" in line:
                yield SEVERAL_LINES.at(file.document.place(keys))
            if (position := unbalanced(line)) is not None:
                yield UNBALANCED.at(file.document.place_of(keys, line[position:]))
            for nth, written, better in _numbered(wrong_placeholders(line)):
                place = file.document.place_of(keys, written, nth)
                yield WRONG_PLACEHOLDER.at(place, value=written, better=better)


def _numbered(found: list[tuple[str, str]]) -> Iterator[tuple[int, str, str]]:
    """Each with how often the same was found before."""
    seen: Counter[str] = Counter()
    for written, better in found:
        yield seen[written], written, better
        seen[written] += 1
