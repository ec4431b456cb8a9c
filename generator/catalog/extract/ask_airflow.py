"""Prints what an installed Apache Airflow accepts, as one JSON object.

Run by the interpreter of Airflow, so that it can import nothing of this project.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from typing import Any


def main() -> None:
    """Prints the object."""
    os.environ["AIRFLOW_HOME"] = tempfile.mkdtemp(prefix="airflow-")  # it writes its settings there
    silent, sys.stdout = sys.stdout, sys.stderr
    from airflow import __version__
    from airflow.cli import cli_parser

    parser = cli_parser.get_parser()
    commands = [
        {"extension": "", "row": _row(name, leaf)} for name, leaf in sorted(_leaves(parser))
    ]
    sys.stdout = silent
    found = {"version": __version__, "shared": [], "extensions": {}, "commands": commands}
    json.dump(found, sys.stdout, ensure_ascii=False)


def _leaves(
    parser: argparse.ArgumentParser, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    groups = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    if not groups:
        yield " ".join(path), parser
    for group in groups:
        for name, below in group.choices.items():
            yield from _leaves(below, (*path, name))


def _row(name: str, parser: argparse.ArgumentParser) -> dict[str, Any]:
    actions = [action for action in parser._actions if action.help != argparse.SUPPRESS]
    row: dict[str, Any] = {"name": name, "options": [_option(action) for action in actions]}
    if any("--yes" in option.get("names", ()) for option in row["options"]):
        row["asks"] = True
    return row


def _option(action: argparse.Action) -> dict[str, Any]:
    names = sorted(action.option_strings, key=lambda name: not name.startswith("--"))
    row: dict[str, Any] = {"names": names} if names else {"title": _title(action)}
    if action.required:
        row["required"] = True
    if action.nargs is not None:
        row["values"] = {"...": "*", "A...": "+"}.get(str(action.nargs), str(action.nargs))
    if action.choices is not None:
        row["choices"] = [str(choice) for choice in action.choices]
    if action.type in (int, float):
        row["kind"] = getattr(action.type, "__name__", "")
    return row


def _title(action: argparse.Action) -> str:
    return str(action.metavar or action.dest)


main()
