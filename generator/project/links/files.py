"""Files of others: which there are, and what text they hold."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

LIMIT = 10_000_000
"""Bytes. An export of some ten thousand tickets; above it a file is a log or a dump."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_TEXT = frozenset((*b"\t\n\r\f\b\x1b", *range(0x20, 0x100)))
"""Bytes that texts are made of, whatever their alphabet."""


class Unread(NamedTuple):
    """A file that was not looked at, and the reason."""

    path: Path
    why: str


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, and those below the folders, each once and in order; hidden ones are left out."""
    seen: set[Path] = set()
    for path in paths:
        for file in _below(path) if path.is_dir() else (path,):
            if (real := file.resolve()) not in seen:
                seen.add(real)
                yield file


def _below(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(names) if not name.startswith("."))


def read_text(path: Path) -> str | Unread:
    r"""What is in a file, lines ended by `\n`.

    A text that is not UTF-8 is read byte by byte: addresses are the same in every alphabet.
    """
    try:
        if not path.is_file():  # a pipe would wait for a writer
            return Unread(path, "it is no ordinary file")
        with path.open("rb") as stream:
            raw = stream.read(LIMIT + 1)
    except OSError:
        return Unread(path, "the system refuses it")
    if len(raw) > LIMIT:
        return Unread(path, f"it has more than {LIMIT:,} bytes")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text = raw[len(mark) :].decode(encoding, "replace")
            break
    else:
        if not _TEXT.issuperset(raw):
            return Unread(path, "it is binary")
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n")
