"""Reading an author's file, whatever it turns out to hold."""

import errno
import os
import re
from pathlib import Path

from generator.problem import Place, Problem
from generator.problem.reading import (
    FORBIDDEN_CHARACTER,
    LEAVES_FOLDER,
    NOT_UTF8,
    TOO_LARGE,
    UNREADABLE,
)

LIMIT = 1_000_000
"""Bytes. Forty times the longest entry seen; above it a file is something else."""

# YAML 1.2.2, production 1 (c-printable), less the three that end a line for some programs only, and
# those that turn the direction of writing (Unicode TR9, 2.1 to 2.5).
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
    "\U00010000-\U0010ffff]"
)
_REASONS = {
    errno.ENOENT: "the link leads to nothing",
    errno.EACCES: "permission is denied",
    errno.EISDIR: "it is a folder",
    errno.ELOOP: "the link leads back to itself",
}


def read(root: Path, path: str) -> str | Problem:
    r"""The text of `path` (relative to `root`), without a byte order mark, lines ended by `\n`.

    `root` must be resolved already: links are judged by where they end.
    """
    place = Place(path)
    file = root / path
    target = _target(root, path)
    if isinstance(target, Problem):
        return target
    try:
        if not target.is_file() and not target.is_dir():  # a pipe would wait for a writer
            return UNREADABLE.at(place, reason="it is no ordinary file")
        with file.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > LIMIT:
                return TOO_LARGE.at(place, size=f"{size:,}", limit=f"{LIMIT:,}")
            raw = stream.read(LIMIT)
    except OSError as error:
        return UNREADABLE.at(place, reason=_reason(error))
    return _text(path, raw)


def check_link(root: Path, path: str) -> Problem | None:
    """What is wrong with a symbolic link: it leads nowhere, out of `root`, or in a circle."""
    target = _target(root, path)
    if isinstance(target, Problem):
        return target
    if (root / path).parent.resolve().is_relative_to(target):  # a walk would never end
        return UNREADABLE.at(Place(path), reason=_REASONS[errno.ELOOP])
    return None


def _target(root: Path, path: str) -> Path | Problem:
    """Where `path` ends when links are followed."""
    try:
        target = (root / path).resolve(strict=True)
    except OSError as error:
        return UNREADABLE.at(Place(path), reason=_reason(error))
    except RuntimeError:  # Python 3.11 and 3.12 report a circle of links so
        return UNREADABLE.at(Place(path), reason=_REASONS[errno.ELOOP])
    return target if target.is_relative_to(root) else LEAVES_FOLDER.at(Place(path))


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, "the system refuses it")


def _text(path: str, raw: bytes) -> str | Problem:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _lines(raw[: error.start].decode("utf-8"))
        return NOT_UTF8.at(place_at(path, before, len(before)), byte=f"0x{raw[error.start]:02x}")
    text = _lines(text)
    if found := forbidden(text):
        place = place_at(path, text, found.start())
        return FORBIDDEN_CHARACTER.at(place, character=f"U+{ord(found[0]):04X}")
    return text


def forbidden(text: str) -> re.Match[str] | None:
    """The first character that may stand in no text, neither as it is nor as an escape."""
    # What is printable is never forbidden, and quicker to tell.
    return None if text.replace("\n", "").isprintable() else _FORBIDDEN.search(text)


def _lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def place_at(path: str, text: str, index: int) -> Place:
    """Where character `index` of `text` stands."""
    start = text.rfind("\n", 0, index) + 1
    return Place(path, text.count("\n", 0, index) + 1, index - start + 1)
