"""Cmdlets from Microsoft's published PowerShell reference: a page in Markdown for each."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

ALL_SETS = "__AllParameterSets"
"""What PowerShell itself calls the set of a cmdlet that has only one."""

# A fenced block is taken whole, so that a line with "#" in an example is no heading.
_PARTS = re.compile(
    r"^(?P<marks>#{1,3}) (?P<title>.+?)[ \t]*$|^```[^\n]*\n(?P<block>.*?)^```",
    re.MULTILINE | re.DOTALL,
)
_FENCE = re.compile("^```", re.MULTILINE)
_LIST = re.compile(
    r"\[\]$|^System\.Collections\.(ArrayList$|Generic\.(I?List|I?Collection|IEnumerable|(Hash|I)Set)\b)"
)
_SWITCH = "SwitchParameter"
_DEFAULT = " (Default)"


class PageError(ValueError):
    """A page is not built like a page of the reference."""


class _Place(NamedTuple):
    """What one parameter is in one set."""

    required: bool
    position: int | None
    piped: bool


@dataclass
class _Parameter:
    name: str
    facts: dict[str, Any] = field(default_factory=dict)
    places: dict[str, _Place] = field(default_factory=dict)


def read_powershell(
    folder: Path, modules: Collection[str] = ()
) -> tuple[str, list[dict[str, Any]], list[str]]:
    """The version, a row for every cmdlet, and a sentence for every page that could not be read.

    `folder` is that of a release, such as `azps-16.2.0`, with a folder for each module; without
    `modules` all are read. The reference does not tell which cmdlets ask for confirmation, nor
    their aliases: rows have neither.
    """
    wanted = {module.lower() for module in modules}
    problems = [
        f"{folder.name} has no module {module}."
        for module in sorted(modules)
        if not (folder / module).is_dir()
    ]
    rows = []
    for path in sorted(folder.glob("*/*.md")):
        module = path.parent.name
        # The page of the module itself lies among those of its cmdlets.
        if path.stem == module or (wanted and module.lower() not in wanted):
            continue
        try:
            row, doubts = _cmdlet(path.read_text("utf-8-sig"), module)
        except (PageError, OSError, UnicodeDecodeError) as error:
            problems.append(f"{module}/{path.name} could not be read: {error}.")
        else:
            rows.append(row)
            problems += [f"{module}/{path.name}: {doubt}." for doubt in doubts]
    return folder.name.removeprefix("azps-"), rows, problems


def _cmdlet(text: str, module: str) -> tuple[dict[str, Any], list[str]]:
    """The row, and what in the page contradicts itself."""
    if len(_FENCE.findall(text)) % 2:
        raise PageError("a fenced block has no end")
    name, has_syntax = "", False
    sets: list[str] = []
    blocks: list[tuple[str, str]] = []
    for titles, block in _parts(text):
        match titles, block:
            case [str(title)], "":
                name = name or title
            case [_, "SYNTAX"], "":
                has_syntax = True
            case [_, "SYNTAX", str(title)], "":
                sets.append(title.removesuffix(_DEFAULT).strip())
            case [_, "PARAMETERS", str(title)], str() if block and title.startswith("-"):
                blocks.append((title.removeprefix("-"), block))
    if not name or not has_syntax:
        raise PageError("it shows no syntax of a cmdlet")
    sets = sets or [ALL_SETS]
    parameters = _parameters(blocks, sets)
    row = {
        "name": name,
        "module": module,
        "parameters": {parameter.name: parameter.facts for parameter in parameters},
        "sets": {each: _set(each, parameters) for each in sets},
    }
    return row, [
        f"-{parameter.name} is of the set {each}, which the syntax does not show"
        for parameter in parameters
        for each in parameter.places
        if each not in sets
    ]


def _parts(text: str) -> Iterator[tuple[list[str], str]]:
    """Headings and fenced blocks, each with the titles that it stands under."""
    titles: list[str] = []
    for part in _PARTS.finditer(text):
        if part["marks"]:
            titles = [*titles[: len(part["marks"]) - 1], part["title"]]
        yield titles, part["block"] or ""


def _parameters(blocks: list[tuple[str, str]], sets: list[str]) -> list[_Parameter]:
    """A parameter that differs between sets has a block for each kind; some pages repeat all."""
    parameters: dict[str, _Parameter] = {}
    for name, block in blocks:
        fields = _fields(block)
        if "Type" not in fields:
            continue  # an example in the description of the parameter
        parameter = parameters.setdefault(name.lower(), _Parameter(name))
        _add_facts(parameter.facts, fields)
        place = _place(name, fields)
        named = _listed(fields.get("Parameter Sets", ""))
        for each in sets if "(All)" in named else named:
            parameter.places.setdefault(each, place)
    return list(parameters.values())


def _fields(block: str) -> dict[str, str]:
    """The lines of a block.

    They look like YAML and mostly are, but a default value can be anything, and YAML would make
    the accepted values `On, Off` of a parameter text and the only value `Off` of another `false`.
    """
    pairs = (line.partition(":") for line in block.splitlines())
    return {key.strip(): value.strip() for key, colon, value in pairs if colon}


def _add_facts(facts: dict[str, Any], fields: dict[str, str]) -> None:
    known = facts.get("aliases", [])
    if aliases := [*known, *(a for a in _listed(fields.get("Aliases", "")) if a not in known)]:
        facts["aliases"] = aliases
    if fields["Type"].endswith(_SWITCH):
        facts["switch"] = True
    if _LIST.search(fields["Type"]):
        facts["many"] = True
    if choices := _listed(fields.get("Accepted values", "")):
        facts["choices"] = list(dict.fromkeys([*facts.get("choices", []), *choices]))


def _place(name: str, fields: dict[str, str]) -> _Place:
    position = fields.get("Position", "Named")
    if position != "Named" and not position.isdecimal():
        raise PageError(f"-{name} has the position {position}")
    # A switch takes no value, so none can come to it by its place, whatever the page says.
    by_name = position == "Named" or fields["Type"].endswith(_SWITCH)
    return _Place(
        required=fields.get("Required") == "True",
        position=None if by_name else int(position),
        piped=fields.get("Accept pipeline input", "").startswith("True"),
    )


def _set(name: str, parameters: list[_Parameter]) -> dict[str, list[str]]:
    """What goes together in a set; keys without names are left out."""
    here = [(p.name, p.places[name]) for p in parameters if name in p.places]
    placed = sorted((p.position, at) for at, (_, p) in enumerate(here) if p.position is not None)
    facts = {
        "required": [each for each, place in here if place.required],
        "optional": [each for each, place in here if not place.required],
        "positions": [here[at][0] for _, at in placed],
        "piped": [each for each, place in here if place.required and place.piped],
    }
    return {key: names for key, names in facts.items() if names}


def _listed(value: str) -> list[str]:
    return [item for each in value.split(", ") if (item := each.strip())]
