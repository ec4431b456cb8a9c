"""Several files changed as one: after a stop at any moment, all are old or all are new.

What is to be done is put aside first, a file for each step. One rename makes it the project's: from
then on it is carried out, by this process or by whichever reads the project next. A step whose file
is gone was done.
"""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

FOLDER = ".kb-change"
"""Below the project, while a change is carried out."""

_LIST = "files.json"
ABANDONED = 3600
"""Seconds after which nobody is still putting anything aside."""


def change(root: Path, files: Mapping[str, str | None]) -> None:
    """Writes `files` (paths relative to `root`, with their text), and deletes those with None."""
    recover(root)
    _remove_abandoned(root)
    aside = Path(tempfile.mkdtemp(dir=root, prefix=f"{FOLDER}-"))
    try:
        for number, text in enumerate(files.values()):
            _write(aside / _step(number, text is None), text or "")
        _write(aside / _LIST, json.dumps([[path, text is None] for path, text in files.items()]))
        aside.rename(root / FOLDER)  # from here on the change is made
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    recover(root)


def recover(root: Path) -> None:
    """Carries out a change that a process could not finish; nothing, where there is none."""
    folder = root / FOLDER
    if not folder.is_dir():
        return
    steps: list[tuple[str, bool]] = []
    with suppress(FileNotFoundError):  # all was done, and only the folder is left
        steps = json.loads((folder / _LIST).read_text(encoding="utf-8"))
    for number, (path, deletes) in enumerate(steps):
        step, target = folder / _step(number, deletes), root / path
        if deletes and step.exists():
            target.unlink(missing_ok=True)
            step.unlink()
        elif not deletes:
            target.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):
                step.replace(target)
    (folder / _LIST).unlink(missing_ok=True)
    folder.rmdir()


def _remove_abandoned(root: Path) -> None:
    """Deletes what a process put aside and never finished; the project is as it was before."""
    for folder in root.glob(f"{FOLDER}-*"):
        if time.time() - folder.stat().st_mtime > ABANDONED:
            shutil.rmtree(folder, ignore_errors=True)


def _step(number: int, deletes: bool) -> str:  # noqa: FBT001 - the two kinds of a step
    return f"{number}.{'delete' if deletes else 'write'}"


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
