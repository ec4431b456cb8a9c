"""When files last changed, as the version control knows it."""

import os
import subprocess
from datetime import date
from pathlib import Path

Changes = dict[str, date]


def last_changes(root: Path, folders: tuple[str, ...]) -> Changes:
    """The day of the last commit of every file in `folders`, keys relative to `root`.

    One call for all files. Empty where this cannot be known: outside a checkout, without git, or
    in a shallow clone, where every file would seem to have changed in the one commit there is.
    Renames count as changes.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = _git(root, "log", "-z", "--format=%x01%cd", "--date=format-local:%Y-%m-%d",
               "--name-only", "--relative", "--no-renames", "--", *folders)  # fmt: skip
    changes: Changes = {}
    day = date.min
    for part in log.split("\0"):
        for piece in part.split("\n"):
            if piece.startswith("\x01"):
                day = date.fromisoformat(piece[1:])
            elif piece:
                changes.setdefault(piece, day)
    return changes


def committed(root: Path, path: str) -> str:
    """The text of a file as of the last commit; empty where there is none."""
    return _git(root, "show", f"HEAD:./{path}")


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            ["git", "-C", str(root), *arguments],  # noqa: S607 - git as the reader has it
            capture_output=True,
            check=True,
            env=os.environ | {"TZ": "UTC"},  # every machine tells the same day
            timeout=60,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
