"""The page of all commands, and the page of all symptoms."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jinja2 import Environment

from generator import permalink
from generator.command import parse
from generator.entry import Command, Entry
from generator.knowledge_base import KnowledgeBase
from generator.page.command_block import EFFECT_WORDS, tool
from generator.page.links import Links
from generator.page.page import Heading, Page
from generator.page.templates import template
from generator.wording import count

LINES_ON_A_PAGE = 400
"""A command takes about 400 bytes; more of them are cut into one page per group."""


class Use(NamedTuple):
    """A command where an entry shows it."""

    entry: Entry
    command: Command


class CommandGroup(NamedTuple):
    """Commands that share all words but the last: `az datafactory pipeline`."""

    title: str
    anchor: str
    uses: tuple[tuple[Use, ...], ...]


def command_groups(base: KnowledgeBase) -> tuple[CommandGroup, ...]:
    """Every command once, with all the entries that show the same line."""
    lines: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for entry in base.entries:
        for command in entry.all_commands():
            lines[" ".join(command.run.split()), command.shell].append(Use(entry, command))
    groups: dict[str, list[tuple[Use, ...]]] = defaultdict(list)
    for (line, _), uses in sorted(lines.items()):
        groups[group_name(line)].append(tuple(uses))
    return tuple(
        CommandGroup(title, f"group-{number}", tuple(found))
        for number, (title, found) in enumerate(
            sorted(groups.items(), key=lambda pair: pair[0].casefold()), 1
        )
    )


def group_name(line: str) -> str:
    """`az datafactory pipeline` for `az datafactory pipeline show …`; `PowerShell` for cmdlets."""
    command = parse(line)
    words = command.name.split()
    if len(words) > 1:
        return " ".join(words[:-1])
    return "PowerShell" if "-" in command.program else command.program


def command_pages(base: KnowledgeBase, templates: Environment) -> Iterable[Page]:
    """One page, or one per group when there are too many commands for one."""
    groups = command_groups(base)
    total = sum(len(group.uses) for group in groups)
    title = "Commands"
    description = (
        f"{count(total, 'command')} in {count(len(groups), 'group')}, each with its effect."
    )
    if total <= LINES_ON_A_PAGE:
        yield _page(base, templates, permalink.COMMANDS, title, description, groups)
        return
    parts = [(group, permalink.part(permalink.COMMANDS, group.anchor)) for group in groups]
    yield _page(base, templates, permalink.COMMANDS, title, description, (), parts)
    for group, address in parts:
        told = f"{count(len(group.uses), 'command')} that begin with {group.title}."
        yield _page(base, templates, address, f"Commands: {group.title}", told, (group,))


def _page(
    base: KnowledgeBase,
    templates: Environment,
    address: str,
    title: str,
    description: str,
    groups: tuple[CommandGroup, ...],
    parts: list[tuple[CommandGroup, str]] | None = None,
) -> Page:
    def render() -> str:
        return template(templates, "commands").render(
            title=title,
            lead=description,
            groups=groups,
            parts_of_list=parts or [],
            tools=sorted({tool(uses[0].command) for group in groups for uses in group.uses}),
            effects=EFFECT_WORDS,
            links=Links(base, address),
        )

    toc = tuple(Heading(group.title, group.anchor) for group in groups)
    return Page(address, title, description, toc, render, wide=True)


class SymptomLine(NamedTuple):
    """A symptom, and the entry or runbook that has the answer; `address` leads there."""

    kind: str
    text: str
    title: str
    address: str
    anchor: str
    is_runbook: bool = False


def _symptom_lines(base: KnowledgeBase) -> Iterator[SymptomLine]:
    for runbook in base.runbooks.values():
        for symptom in runbook.front.symptoms:
            address, title = permalink.runbook(runbook.id), runbook.front.title
            yield SymptomLine(
                symptom.kind, symptom.text, title, address, symptom.step or "", is_runbook=True
            )
    for entry in base.entries:
        for number, one in enumerate(entry.symptoms, 1):
            address = permalink.entry(entry.id)
            yield SymptomLine(one.kind, one.text, entry.title, address, f"symptom-{number}")


def symptoms_page(base: KnowledgeBase, templates: Environment) -> Page:
    """Every symptom, by kind and text: the way in for a reader with an error on the screen."""
    lines = sorted(_symptom_lines(base), key=lambda line: (line.text.casefold(), line.address))
    kinds = {
        kind: [line for line in lines if line.kind == kind]
        for kind in KINDS
        if any(line.kind == kind for line in lines)
    }

    def render() -> str:
        return template(templates, "symptoms").render(
            kinds=kinds, words=KINDS, links=Links(base, permalink.SYMPTOMS)
        )

    return Page(
        address=permalink.SYMPTOMS,
        title="Errors and symptoms",
        description=f"{count(len(lines), 'error or symptom', 'errors and symptoms')}, "
        "each with the term that explains it or the runbook that settles it.",
        toc=tuple(Heading(KINDS[kind], kind) for kind in kinds),
        render=render,
        wide=True,
    )


KINDS = {"error": "Error messages", "alert": "Alerts", "observation": "Observations"}
