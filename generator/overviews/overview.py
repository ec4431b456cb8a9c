"""What a page made from many documents declares."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.knowledge_base import KnowledgeBase
from generator.page import Page


def _no_part(*_: str) -> str:
    raise LookupError("this overview has one page only")


@dataclass(frozen=True)
class Overview:
    """A page that no author wrote, with the pages below it.

    Templates call it by its `name`. `of` gives the address of the page for one thing, such as a
    domain; when that is gone, its address leads to the overview. `lists` is the folder of the
    documents that it leads to, where that is not called like the overview. One that `wraps` shows
    the document of its own address as part of it.
    """

    name: str
    address: str
    pages: Callable[[KnowledgeBase], Iterable[Page]]
    of: Callable[..., str] = _no_part
    lists: str = ""
    wraps: bool = False


def part_of(address: str, anchor: str) -> str:
    """The page for one group of a list too long for the page at `address`."""
    return f"{address.removesuffix('.html')}/{anchor}.html"
