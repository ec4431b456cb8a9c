"""The form that fills a page's commands."""

from collections.abc import Iterable
from typing import NamedTuple

from generator import permalink
from generator.command import parse
from generator.entry import Command
from generator.knowledge_base import KnowledgeBase
from generator.page.links import Links
from generator.parameter import Parameter
from generator.prose import plain


class Field(NamedTuple):
    """One parameter as the form asks for it. `listed_by` leads to a command that lists values."""

    parameter: Parameter
    allowed: str
    listed_by: str


def fields(base: KnowledgeBase, names: Iterable[str], links: Links) -> list[Field]:
    """A field for each parameter."""
    return [_field(base, base.parameter(name), links) for name in names]


def _field(base: KnowledgeBase, parameter: Parameter, links: Links) -> Field:
    found = base.command(parameter.candidates) if parameter.candidates else None
    listed_by = ""
    if found is not None:
        address = permalink.entry(found.file.entry.id)
        listed_by = links.href(address, permalink.command(found.command.id))
    return Field(parameter, plain(parameter.allowed), listed_by)


def placeholders(commands: Iterable[Command]) -> list[str]:
    """The parameters that commands take, each once, those used most first."""
    uses: dict[str, int] = {}
    for command in commands:
        for name in parse(command.run).placeholders:
            uses[name] = uses.get(name, 0) + 1
    return sorted(uses, key=lambda name: -uses[name])
