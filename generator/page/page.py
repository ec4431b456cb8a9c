"""A page of the site, before any site engine sees it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Heading:
    """A line of the table of contents, with the lines below it."""

    title: str
    anchor: str
    children: tuple["Heading", ...] = ()


@dataclass(frozen=True)
class Page:
    """`address` is relative to the site's root (see `permalink`).

    `source` is the author's file, relative to the project, where the page has exactly one.
    `render` gives the page's HTML, its `<h1>` included; it may be called any number of times.
    `changed` is the day the author's file changed last, where it is known.
    `wide` pages need the room of the navigation beside them.
    """

    address: str
    title: str
    description: str
    toc: tuple[Heading, ...]
    render: Callable[[], str]
    source: str | None = None
    wide: bool = False
    changed: date | None = None
