"""Prints what an installed azure-cli and its extensions accept, as one JSON object.

Run by the interpreter of azure-cli, so that it can import nothing of this project. The parser that
az builds for itself is read; nothing is run, sent or asked for.
"""

import argparse
import atexit
import inspect
import json
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from typing import Any

SEED = "0"
if os.environ.get("PYTHONHASHSEED") != SEED:  # the order of sets would differ from run to run
    os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | {"PYTHONHASHSEED": SEED})  # noqa: S606 - ourselves

# What az adds for itself to every command, and nobody types.
_INNER = frozenset({"cmd"})
_KINDS = {
    "int": "int",
    "AAZIntArg": "int",
    "float": "float",
    "AAZFloatArg": "float",
    "datetime_type": "time",
    "datetime_format": "time",
    "shell_safe_json_parse": "json",
}


def main() -> None:
    """Prints the object."""
    _isolate()
    from azure.cli.core import __version__, get_default_cli
    from azure.cli.core.extension import get_extensions
    from azure.cli.core.file_util import create_invoker_and_load_cmds_and_args

    random.seed(0)  # some defaults are made up while loading
    cli = get_default_cli()
    create_invoker_and_load_cmds_and_args(cli)
    loader = cli.invocation.commands_loader
    needless = _needless_with_ids(cli)
    parsers = dict(_leaves(cli.invocation.parser))
    shared: dict[str, dict[str, Any]] = {}
    commands = []
    for name in sorted(set(loader.command_table) & set(parsers)):
        command = loader.command_table[name]
        options, common = _options(parsers[name], command, needless.get(name, frozenset()))
        shared.update((option["names"][0], option) for option in common)
        groups = [loader.command_group_table.get(group) for group in _groups(name)]
        commands.append(_row(name, command, options, groups))
    extensions = {found.name: found.version for found in get_extensions()}
    found = {"version": __version__, "shared": list(shared.values()), "extensions": extensions}
    json.dump({**found, "commands": commands}, sys.stdout, ensure_ascii=False)


def _isolate() -> None:
    """No setting, no login and no network of the user's has a part in what is printed."""
    home = os.environ.get("AZURE_CONFIG_DIR") or os.path.expanduser("~/.azure")  # noqa: PTH111
    extensions = os.environ.get("AZURE_EXTENSION_DIR") or os.path.join(home, "cliextensions")  # noqa: PTH118
    empty = tempfile.mkdtemp(prefix="az-")
    atexit.register(shutil.rmtree, empty, ignore_errors=True)
    os.environ.update(
        AZURE_CONFIG_DIR=empty,
        AZURE_EXTENSION_DIR=extensions,
        AZURE_CORE_COLLECT_TELEMETRY="false",
        AZURE_CORE_USE_COMMAND_INDEX="false",
        AZURE_CLI_AAZ_FULL_LOAD="true",
        AZURE_EXTENSION_USE_DYNAMIC_INSTALL="no",
    )
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):  # defaults are made of them
        os.environ[name] = "azureuser"


def _needless_with_ids(cli: Any) -> dict[str, set[str]]:
    """What each command requires unless `--ids` is given.

    az takes the mark of these arguments away and remembers them in a closure of its own, which is
    there twice; the second one is empty.
    """
    needless: dict[str, set[str]] = {}
    for handlers in cli._event_handlers.values():  # az tells it nowhere else
        for handler in handlers:
            if getattr(handler, "__name__", "") == "add_ids_arguments":
                metadata = inspect.getclosurevars(handler).nonlocals["ids_metadata"]
                for name, arguments in metadata.items():
                    needless.setdefault(name, set()).update(arguments["required"])
    return needless


def _leaves(
    parser: argparse.ArgumentParser, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command with its parser."""
    groups = [
        action for action in parser._actions if isinstance(action, argparse._SubParsersAction)
    ]
    if not groups:
        yield " ".join(path), parser
    for group in groups:
        for name, below in group.choices.items():
            yield from _leaves(below, (*path, name))


def _groups(name: str) -> Iterator[str]:
    """The groups a command is in, the nearest first."""
    words = name.split()
    for end in range(len(words) - 1, 0, -1):
        yield " ".join(words[:end])


def _options(
    parser: argparse.ArgumentParser, command: Any, needless: frozenset[str] | set[str]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The options of a command, and those it shares with all others."""
    own: list[dict[str, Any]] = []
    shared: list[dict[str, Any]] = []
    for action in parser._actions:
        argument = command.arguments.get(action.dest.lstrip("_"))
        row = _option(action, argument)
        if row is None or action.dest in _INNER:
            continue
        if action.dest in needless and not _has_default(action):
            row = {**row, "required": True, "unless": "--ids"}
        (own if argument is not None or not action.option_strings else shared).append(row)
    return own, shared


def _has_default(action: argparse.Action) -> bool:
    """Whether az knows a value by itself; many commands hold an object that stands for none."""
    return isinstance(action.default, str | int | float) and action.default != argparse.SUPPRESS


def _option(action: argparse.Action, argument: Any) -> dict[str, Any] | None:
    """One option; None for those that az hides and that are not deprecated."""
    spellings: list[Any] = list(action.option_strings)
    old = {
        str(name.target): _instead(name)
        for name in spellings
        if type(name).__name__ == "Deprecated"
    }
    deprecation = getattr(action, "deprecate_info", None)
    if action.help == argparse.SUPPRESS and not old and deprecation is None:
        return None
    names = [str(getattr(name, "target", name)).strip() for name in spellings]
    settings: Mapping[str, Any] = argument.type.settings if argument is not None else {}
    row: dict[str, Any] = {"names": _long_first(names)} if names else {}
    if not names:
        row["title"] = str(action.metavar or action.dest)
    if action.required:
        row["required"] = True
    if action.nargs is not None and str(action.nargs) != "1":
        row["values"] = {"...": "*", "A...": "+"}.get(str(action.nargs), str(action.nargs))
    if action.choices is not None:
        row["choices"] = [str(choice) for choice in _ordered(action.choices)]
        if type(action.choices).__name__ == "CaseInsensitiveList":
            row["any_case"] = True
    kind = _kind(action, settings)
    if kind:
        row["kind"] = kind
    if deprecation is not None:
        row["deprecated"] = _instead(deprecation)
    if old:
        row["old_names"] = old
    return row


def _long_first(names: list[str]) -> list[str]:
    return [n for n in names if n.startswith("--")] + [n for n in names if not n.startswith("--")]


def _ordered(choices: Any) -> list[Any]:
    """Choices in the order of the tool, where it has one."""
    return sorted(choices, key=str) if isinstance(choices, set | frozenset) else list(choices)


def _kind(action: argparse.Action, settings: Mapping[str, Any]) -> str:
    """What the value has to be, where az refuses others."""
    if action.dest == "_ids":
        return "resource-id"
    converter = settings.get("type") or action.type
    aaz = getattr(action, "_schema", None)
    for candidate in (converter, aaz):
        name = getattr(candidate, "__name__", type(candidate).__name__)
        if name in _KINDS:
            return _KINDS[name]
    return ""


def _row(
    name: str, command: Any, options: list[dict[str, Any]], groups: list[Any]
) -> dict[str, Any]:
    source = command.command_source
    extension = getattr(source, "extension_name", "") if source else ""
    row: dict[str, Any] = {"name": name, "options": options}
    settings = [getattr(group, "group_kwargs", {}) for group in groups if group is not None]
    if command.preview_info or any(one.get("preview_info") for one in settings):
        row["status"] = "preview"
    if command.experimental_info or any(one.get("experimental_info") for one in settings):
        row["status"] = "experimental"
    deprecations = [command.deprecate_info, *(one.get("deprecate_info") for one in settings)]
    if deprecation := next((one for one in deprecations if one), None):
        row["deprecated"] = _instead(deprecation)
    if command.confirmation or any("--yes" in option.get("names", ()) for option in options):
        row["asks"] = True
    return {"extension": extension, "row": row}


def _instead(deprecation: Any) -> str:
    """What to use in place of something deprecated; "" where az names nothing."""
    return " ".join(str(getattr(deprecation, "redirect", None) or "").split())


main()
