"""The page of all commands."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from jinja2 import Environment

from generator.command import parse
from generator.kinds.entry.command_block import EFFECT_WORDS, tool
from generator.kinds.entry.embedded import Embedded, all_commands
from generator.knowledge_base import KnowledgeBase
from generator.names import slug
from generator.overviews.overview import Overview, part_of
from generator.page import Heading, Links, Page, template
from generator.wording import count

ADDRESS = "commands.html"
LINES_ON_A_PAGE = 400
"""A command takes about 400 bytes; more of them are cut into one page per group."""


class CommandGroup(NamedTuple):
    """Commands that share all words but the last: `az datafactory pipeline`."""

    title: str
    anchor: str
    uses: tuple[tuple[Embedded, ...], ...]


def command_groups(base: KnowledgeBase) -> tuple[CommandGroup, ...]:
    """Every command once, with all the entries that show the same line."""
    lines: dict[tuple[str, str], list[Embedded]] = defaultdict(list)
    for use in all_commands(base):
        lines[" ".join(use.command.run.split()), use.command.shell].append(use)
    groups: dict[str, list[tuple[Embedded, ...]]] = defaultdict(list)
    for (line, _), uses in sorted(lines.items()):
        groups[group_name(line)].append(tuple(uses))
    return tuple(
        CommandGroup(title, f"group-{slug(title)}", tuple(found))
        for title, found in sorted(groups.items(), key=lambda pair: pair[0].casefold())
    )


def group_name(line: str) -> str:
    """`az datafactory pipeline` for `az datafactory pipeline show …`; `PowerShell` for cmdlets."""
    command = parse(line)
    words = command.name.split()
    if len(words) > 1:
        return " ".join(words[:-1])
    return "PowerShell" if "-" in command.program else command.program


def _pages(base: KnowledgeBase) -> Iterable[Page]:
    """One page, or one per group when there are too many commands for one."""
    groups = base.derived(command_groups)
    total = sum(len(group.uses) for group in groups)
    shown = sum(len(uses) for group in groups for uses in group.uses)
    title = "Commands"
    description = (
        f"{count(total, 'command')} in {count(len(groups), 'group')}, each with its effect."
    )
    if shown > total:  # some are in several entries
        description += f" Entries show them {shown} times."
    if total <= LINES_ON_A_PAGE:
        yield _page(base, ADDRESS, title, description, groups)
        return
    parts = [(group, part_of(ADDRESS, group.anchor)) for group in groups]
    yield _page(base, ADDRESS, title, description, (), parts)
    for group, address in parts:
        told = f"{count(len(group.uses), 'command')} that begin with {group.title}."
        yield _page(base, address, f"Commands: {group.title}", told, (group,))


def _page(
    base: KnowledgeBase,
    address: str,
    title: str,
    description: str,
    groups: tuple[CommandGroup, ...],
    parts: list[tuple[CommandGroup, str]] | None = None,
) -> Page:
    def render(templates: Environment) -> str:
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


COMMANDS = Overview("commands", ADDRESS, _pages)
