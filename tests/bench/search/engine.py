"""The engines that are measured, and where their pages show what they found."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Name(StrEnum):
    """What is measured, by the name it has in the tables."""

    OURS = "knowledge-base"
    MATERIAL = "Material"
    PAGEFIND = "Pagefind"


class Places(NamedTuple):
    """Selectors on a page: the box, what changes with every answer, a result, a result's link."""

    box: str
    answer: str
    result: str
    link: str


THEME = Places(
    ".md-search__input",
    ".md-search-result",
    ".md-search-result__item",
    ".md-search-result__list a.md-search-result__link",
)


@dataclass(frozen=True)
class Index:
    """What an index costs: seconds, bytes of memory, and what lies on disk.

    `unchanged` are the seconds of a second build from the same entries, where that is another.
    """

    seconds: float
    memory: float
    size: int
    files: int
    unchanged: float | None = None


@dataclass(frozen=True)
class Engine:
    """A folder to serve, whose `index.html` searches. What search asks for has one of `parts`."""

    name: Name
    folder: Path
    places: Places
    parts: tuple[str, ...]
    index: Index

    def asks(self, path: str) -> bool:
        """Tell whether the page would not ask for this if it had no search; styles do not count."""
        return any(part in path for part in self.parts) and not path.endswith(".css")
