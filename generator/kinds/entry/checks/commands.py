"""Command lines: as such (quotes, placeholders, line breaks), and as their tools take them."""

from collections import Counter
from collections.abc import Iterator

from generator.command import unbalanced, wrong_placeholders
from generator.kinds.entry.file import EntryFile
from generator.problem import Problem, Severity
from generator.problem.command_line import SEVERAL_LINES, UNBALANCED, WRONG_PLACEHOLDER
from generator.source import Keys
from generator.verify import CheckedLine, Verifier


def check_commands(file: EntryFile, verifier: Verifier) -> Iterator[Problem]:
    """Every command is one line that a reader could fill in, and that its tools would take."""
    for group_number, group in enumerate(file.entry.commands):
        for number, command in enumerate(group.commands):
            keys = ("commands", group_number, "commands", number, "run")
            line = command.run.strip()
            found = list(_check_line(file, keys, line))
            # What no shell can split is no command yet, and no tool has to be asked.
            yield from found or _check_tools(file, keys, verifier.check(line, command.shell), line)


def _check_line(file: EntryFile, keys: Keys, line: str) -> Iterator[Problem]:
    if "\n" in line:
        yield SEVERAL_LINES.at(file.document.place(keys))
    if (position := unbalanced(line)) is not None:
        yield UNBALANCED.at(file.document.place_of(keys, line[position:]))
    for nth, written, better in _numbered(wrong_placeholders(line)):
        place = file.document.place_of(keys, written, nth)
        yield WRONG_PLACEHOLDER.at(place, value=written, better=better)


def _check_tools(file: EntryFile, keys: Keys, checked: CheckedLine, line: str) -> Iterator[Problem]:
    for finding in checked.findings:
        if finding.rule.severity is Severity.NOTE:
            continue
        excerpt = line[finding.start : finding.end]
        nth = line.count(excerpt, 0, finding.start) if excerpt else 0
        yield finding.at(file.document.place_of(keys, excerpt, nth))


def _numbered(found: list[tuple[str, str]]) -> Iterator[tuple[int, str, str]]:
    """Each with how often the same was found before."""
    seen: Counter[str] = Counter()
    for written, better in found:
        yield seen[written], written, better
        seen[written] += 1
