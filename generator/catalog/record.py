"""What a tool accepts, command by command. Facts only; none of the tool's own prose."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple


class Status(StrEnum):
    """What a tool says of its own command."""

    STABLE = "stable"
    PREVIEW = "preview"
    EXPERIMENTAL = "experimental"


class Values(NamedTuple):
    """How many values an option takes; `most` is None where there is no limit."""

    least: int
    most: int | None


ONE = Values(1, 1)
_VALUES = {"0": Values(0, 0), "?": Values(0, 1), "*": Values(0, None), "+": Values(1, None)}


@dataclass(frozen=True, slots=True)
class Option:
    """An option, or without `names` a value that stands in a place of its own.

    `unless` names the option that makes a required one needless (`--ids` of the Azure CLI).
    `choices` are compared without case where `any_case` says so. `kind` is what a value has to be,
    where the tool refuses others: `int`, `float`, `time`, `json` or `resource-id`. `deprecated` is
    what to use instead, "" where the tool names nothing; `old_names` the same for single spellings.
    """

    names: tuple[str, ...]
    title: str
    required: bool = False
    unless: str = ""
    values: Values = ONE
    choices: tuple[str, ...] = ()
    any_case: bool = False
    kind: str = ""
    deprecated: str | None = None
    old_names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OptionCommand:
    """A command of a tool with subcommands and options, such as `az vm create`.

    `name` is without the program. `deprecated` as for options. `asks` tells that it asks for
    confirmation.
    """

    name: str
    options: tuple[Option, ...]
    status: Status = Status.STABLE
    deprecated: str | None = None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a cmdlet. `switch` takes no value; `many` takes a list."""

    name: str
    aliases: tuple[str, ...] = ()
    switch: bool = False
    many: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParameterSet:
    """Parameters that go together. `positions` are filled in order by values without a name.

    `piped` are those of `required` that can come through the pipeline.
    """

    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...]
    positions: tuple[str, ...] = ()
    piped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cmdlet:
    """A PowerShell cmdlet. Without `sets`, its name is all that the catalog holds."""

    name: str
    module: str
    parameters: tuple[Parameter, ...]
    sets: tuple[ParameterSet, ...]
    aliases: tuple[str, ...] = ()
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Retired:
    """A name that no supported tool knows any more; `instead` is empty where nothing followed."""

    name: str
    instead: str


def option_command(row: dict[str, Any]) -> OptionCommand:
    """A command from its line in a catalog file."""
    return OptionCommand(
        name=row["name"],
        options=tuple(map(option, row["options"])),
        status=Status(row.get("status", Status.STABLE)),
        deprecated=row.get("deprecated"),
        asks=row.get("asks", False),
    )


def option(row: dict[str, Any]) -> Option:
    """An option from its part of a line."""
    names = tuple(row.get("names", ()))
    values = row.get("values", "1")
    return Option(
        names=names,
        title=row["title"] if "title" in row else names[0],
        required=row.get("required", False),
        unless=row.get("unless", ""),
        values=_VALUES.get(values) or Values(int(values), int(values)),
        choices=tuple(row.get("choices", ())),
        any_case=row.get("any_case", False),
        kind=row.get("kind", ""),
        deprecated=row.get("deprecated"),
        old_names=row.get("old_names", {}),
    )


def cmdlet(row: dict[str, Any]) -> Cmdlet:
    """A cmdlet from its line in a catalog file."""
    return Cmdlet(
        name=row["name"],
        module=row["module"],
        parameters=tuple(
            Parameter(
                name=name,
                aliases=tuple(facts.get("aliases", ())),
                switch=facts.get("switch", False),
                many=facts.get("many", False),
                choices=tuple(facts.get("choices", ())),
            )
            for name, facts in row.get("parameters", {}).items()
        ),
        sets=tuple(
            ParameterSet(
                name=name,
                required=tuple(facts.get("required", ())),
                optional=tuple(facts.get("optional", ())),
                positions=tuple(facts.get("positions", ())),
                piped=tuple(facts.get("piped", ())),
            )
            for name, facts in row.get("sets", {}).items()
        ),
        aliases=tuple(row.get("aliases", ())),
        asks=row.get("asks", False),
    )
