"""Run by the interpreter of an installed azure-cli: its own examples, and its own parser.

Reads requests as JSON Lines and answers each in a line: "examples" gives the list of all example
lines; a list of arguments gives whether the parser of az accepts them, or null.
"""

import contextlib
import io
import json
import os
import sys
import tempfile
from typing import Any

os.environ |= {
    "AZURE_CONFIG_DIR": tempfile.mkdtemp(prefix="az-side-"),
    "AZURE_CORE_COLLECT_TELEMETRY": "false",
    "AZURE_CORE_USE_COMMAND_INDEX": "false",
    "AZURE_CLI_AAZ_FULL_LOAD": "true",
    "AZURE_EXTENSION_USE_DYNAMIC_INSTALL": "no",
}


def main() -> None:
    from azure.cli.core import get_default_cli
    from azure.cli.core.file_util import create_invoker_and_load_cmds_and_args, get_all_help

    cli = get_default_cli()
    create_invoker_and_load_cmds_and_args(cli)
    for line in sys.stdin:
        request = json.loads(line)
        answer: Any
        if request == "examples":
            answer = [
                example.command or ""
                for topic in get_all_help(cli, skip=True)
                for example in getattr(topic, "examples", None) or ()
            ]
        else:
            answer = _accepts(cli, request)
        print(json.dumps(answer), flush=True)


def _accepts(cli: Any, arguments: list[str]) -> bool | None:
    """None where az gave up for want of a login or of a file, and not over the arguments."""
    from knack.events import EVENT_INVOKER_POST_PARSE_ARGS

    silent = io.StringIO()
    with contextlib.redirect_stdout(silent), contextlib.redirect_stderr(silent):
        try:
            parsed = cli.invocation.parser.parse_args(arguments)
            # What --ids makes needless is required again here.
            command = getattr(parsed, "command", None)
            cli.raise_event(EVENT_INVOKER_POST_PARSE_ARGS, command=command, args=parsed)
        except SystemExit as stop:
            return stop.code == 0  # --help
        except Exception as error:
            beyond = "az login" in str(error) or "does not exist" in str(error)
            return None if beyond else False
    return True


main()
