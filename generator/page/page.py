"""A page of the site, before any site engine sees it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment


@dataclass(frozen=True)
class Heading:
    """A line of the table of contents, with the lines below it."""

    title: str
    anchor: str
    children: tuple["Heading", ...] = ()


def _nothing() -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Page:
    """`address` is relative to the site's root, ends in `.html`, and is the same on every host.

    `source` is the author's file, relative to the project, where the page has exactly one. `render`
    gives the page's HTML with these templates, its `<h1>` included; it may be called any number of
    times. `changed` is the day the author's file changed last, where it is known. `wide` pages need
    the room of the navigation beside them.

    `lasting` are the anchors that tickets may hold: they are written down and never die, like the
    page itself, unless it is `of_the_tool` and comes with it. `other` are those that only the page
    itself leads to; without any said, those of its table of contents.
    """

    address: str
    title: str
    description: str
    toc: tuple[Heading, ...]
    render: Callable[[Environment], str]
    source: str | None = None
    wide: bool = False
    changed: date | None = None
    lasting: Callable[[], Iterable[str]] = _nothing
    other: Callable[[], Iterable[str]] | None = None
    of_the_tool: bool = False

    def anchors(self) -> Iterator[str]:
        """Every anchor on the page; one that two things share comes twice."""
        yield from self.lasting()
        yield from self.other_anchors()

    def other_anchors(self) -> Iterable[str]:
        """Those that do not last."""
        return contents(self.toc) if self.other is None else self.other()


def contents(headings: Iterable[Heading]) -> Iterator[str]:
    """The anchors of a table of contents, in order."""
    for heading in headings:
        yield heading.anchor
        yield from contents(heading.children)
