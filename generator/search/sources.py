"""Where search documents come from: handed in, so that search knows no kind of document."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.search.document import SearchDocument


class SourceFile(NamedTuple):
    """A file that documents are made of; `stamp` changes when the file does.

    `changed` is when it did, in seconds since 1970.
    """

    path: str
    stamp: str
    changed: float


@dataclass(frozen=True)
class Sources:
    """The files of a project with something to find in them, and what there is to find in one.

    Of a file, `read` gives the documents, the page itself first; none, where it cannot be read.
    """

    root: Path
    files: Callable[[], Iterable[SourceFile]]
    read: Callable[[str], Sequence[SearchDocument]]
