"""Commands of an extension of the Azure CLI from its published reference: a YAML file per group."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_PROGRAM = "az "
_EXTENSION = re.compile(r"\*\*([^*\n]+)\*\* extension")
_INSTEAD = re.compile(r"\bUse '([^']+)' instead")
_SPELLING = re.compile(r"^Option '(-[^']+)'")
_YES_OR_NO = {"0", "1", "f", "false", "n", "no", "t", "true", "y", "yes"}
# Each of these is a part of one resource id and has one value; `--ids` itself is among them.
_PART_OF_AN_ID = "Resource Id Arguments"
_OF_ALL = {"--resource-group", "--subscription"}


def read_az(folder: Path, extension: str) -> tuple[list[dict[str, Any]], list[str]]:
    """A row for every command of an extension, and a sentence for every file that is none.

    `folder` holds the files of a version (`docs-ref-autogen/Latest-version/latest`). This is for
    extensions that cannot be installed and asked, because the reference knows less:

    - what is required unless there is `--ids` is shown as optional, and the rows have it so;
    - it shows no number of values: where nothing tells, a row takes any number;
    - it leaves `--subscription` out in many places, though az adds it everywhere: so do the rows;
    - it writes choices without their case, and no types;
    - commands that an extension brings to a group of az itself sometimes name no extension: they
      belong to none here.
    """
    rows: dict[str, dict[str, Any]] = {}
    problems = []
    for path in sorted(folder.rglob("*.yml")):
        where = path.relative_to(folder).as_posix()
        try:
            text = path.read_text("utf-8-sig")
            if extension in text:  # most files are of others, and YAML is slow to read
                rows.update((row["name"], row) for row in _commands(text, extension))
        except yaml.YAMLError:
            problems.append(f"{where} could not be read: it is no YAML.")
        except (OSError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as error:
            problems.append(f"{where} could not be read: {type(error).__name__}, {error}.")
    if not rows:
        problems.append(f"{folder.name} has no command of the extension {extension}.")
    return list(rows.values()), problems


def _commands(text: str, extension: str) -> Iterator[dict[str, Any]]:
    # The base loader leaves every value a text: of a choice `1.10` nothing is lost.
    group = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  it makes nothing but texts
    if not isinstance(group, dict):
        return  # the table of contents
    named = _EXTENSION.search(group.get("extensionInformation", ""))
    of_group = named[1] if named else ""
    for command in group.get("directCommands", []):
        if command.get("extensionSuffix", of_group) == extension:
            yield _command(command)


def _command(command: dict[str, Any]) -> dict[str, Any]:
    options = [
        _option(shown, required=part == "requiredParameters")
        for part in ("requiredParameters", "optionalParameters")
        for shown in command.get(part, [])
    ]
    names = {name for option in options for name in option.get("names", [])}
    if "--subscription" not in names:
        options.append({"names": ["--subscription"]})
    row: dict[str, Any] = {"name": command["name"].removeprefix(_PROGRAM), "options": options}
    if "isExperimental" in command:
        row["status"] = "experimental"
    elif "isPreview" in command:
        row["status"] = "preview"
    if "isDeprecated" in command:
        row["deprecated"] = _instead(command).removeprefix(_PROGRAM)
    if "--yes" in names:
        row["asks"] = True
    return row


def _option(shown: dict[str, Any], *, required: bool) -> dict[str, Any]:
    names = shown["name"].replace(",", " ").split()
    choices = _choices(shown.get("acceptedValues", ""))
    has_name = names[0].startswith("-")
    row: dict[str, Any] = {"names": names} if has_name else {"title": names[0].strip("<>")}
    if required:
        row["required"] = True
    if (values := _values(shown, choices, required=required)) != "1":
        row["values"] = values
    if choices:
        row |= {"choices": choices, "any_case": True}
    if "isDeprecated" in shown:
        row |= _deprecated(shown, names)
    return row


def _choices(accepted: str) -> list[str]:
    """The choices; none where a choice has a comma in it, since they cannot be told apart then."""
    choices = [item for each in accepted.split(", ") if (item := each.strip())]
    return choices if len(set(choices)) == len(choices) else []


def _values(shown: dict[str, Any], choices: list[str], *, required: bool) -> str:
    """How many values, as far as anything tells: see `record.Option`."""
    default = shown.get("defaultValue")
    if choices and {choice.lower() for choice in choices} <= _YES_OR_NO:
        return "?"
    if default == "False" and not choices:
        return "0"
    names = shown["name"].split()
    if "--ids" in names:
        return "+"
    if shown.get("groupName") == _PART_OF_AN_ID or not _OF_ALL.isdisjoint(names):
        return "1"
    return "+" if required or choices or default not in {None, "True"} else "*"


def _deprecated(shown: dict[str, Any], names: list[str]) -> dict[str, Any]:
    """The whole option, or only one of its spellings."""
    spelling = _SPELLING.search(shown.get("deprecateInfo", ""))
    old = spelling[1].split("/") if spelling else names
    instead = _instead(shown)
    if not instead.startswith("-"):
        instead = ""  # the name of an argument in az's source, which nobody can write
    if set(names) <= set(old):
        return {"deprecated": instead}
    return {"old_names": {name: instead for name in old if name in names}}


def _instead(shown: dict[str, Any]) -> str:
    named = _INSTEAD.search(shown.get("deprecateInfo", ""))
    return named[1] if named else ""
