"""Catalogs of installed tools, made by asking each in its own interpreter."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

from generator.catalog.file import save

EXTRACTORS = Path(__file__).parent / "extract"
TOOLS = ("airflow", "az")

# `#!/opt/az/bin/python3`, and a wrapper's line such as `/opt/az/bin/python3 -Im azure.cli "$@"`.
_INTERPRETER = re.compile(r"^(?:#!|.*?[\s\"']?)(/[^\s\"']*/python[\d.]*)", re.MULTILINE)


class SnapshotError(Exception):
    """A tool cannot be asked. The text says why, as a sentence without its full stop."""


class Snapshot(NamedTuple):
    """A catalog file that was written, and how many commands it has."""

    path: Path
    commands: int


def snapshot(tool: str, program: Path | None, folder: Path) -> list[Snapshot]:
    """Writes the catalogs of an installed tool, and of each of its extensions, into `folder`.

    `program` is the tool's own; without it, the one on the search path. No network is needed.
    """
    found = program or shutil.which(tool)
    if found is None:
        raise SnapshotError(f"{tool} is not on the search path")
    answer = _ask(tool, _interpreter(Path(found)))
    folder.mkdir(parents=True, exist_ok=True)
    extensions: dict[str, str] = {"": answer["version"], **answer["extensions"]}
    written = []
    for extension, version in sorted(extensions.items()):
        rows = [one["row"] for one in answer["commands"] if one["extension"] == extension]
        if not rows:  # an extension may bring no command of its own
            continue
        loaded_by = f", loaded by {tool} {answer['version']}" if extension else ""
        head = {
            "kind": "options",
            "tool": tool,
            "version": version,
            "program": tool,
            "extension": extension,
            "source": f"the parser of {extension or tool} {version}{loaded_by}",
            "shared": answer["shared"],
        }
        path = folder / f"{tool}{'-' if extension else ''}{extension}.jsonl"
        save(path, head, rows)
        written.append(Snapshot(path, len(rows)))
    return written


def _interpreter(program: Path) -> Path:
    """The interpreter that runs a program of Python's, from its first line or from its wrapper."""
    try:
        text = program.read_bytes()[:4096].decode("utf-8", "replace")
    except OSError as error:
        raise SnapshotError(f"{program} cannot be read") from error
    found = _INTERPRETER.search(text)
    if found is None:
        raise SnapshotError(f"{program} does not name the Python that runs it")
    return Path(found[1])


def _ask(tool: str, interpreter: Path) -> Any:
    try:
        done = subprocess.run(  # noqa: S603 - our own extractor, by the tool's interpreter
            [interpreter, EXTRACTORS / f"ask_{tool}.py"],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONHASHSEED": "0"},
        )
    except OSError as error:
        raise SnapshotError(f"{interpreter} cannot be started") from error
    if done.returncode != 0:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise SnapshotError(f"{interpreter} cannot load {tool}: {last}")
    return json.loads(done.stdout)
