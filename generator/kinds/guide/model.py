"""Guides: the Markdown pages an author writes under the content folder."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, partial
from typing import ClassVar

from generator.checks.prose import local_links
from generator.knowledge_base import CONTENT, KindName, Named, Written
from generator.problem import Place
from generator.prose import PageText, Reference, mentions
from generator.shape import Source
from generator.source import place_at


@dataclass(frozen=True)
class Guide:
    """A page of Markdown. `text` stands below its front matter, and begins at line `first_line`.

    `path` is relative to the project, `id` the same without the content folder and the ending.
    """

    kind: ClassVar[KindName] = KindName("guide", "Guide", "Guides")
    owns_headings: ClassVar[bool] = True

    path: str
    title: str
    summary: str
    text: str
    first_line: int
    shows_navigation: bool = True
    applies_to: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def id(self) -> str:
        """Its way from the content folder."""
        return self.path.removeprefix(f"{CONTENT}/").removesuffix(".md")

    @property
    def address(self) -> str:
        """The page."""
        return f"{self.id}.html"

    @property
    def domain(self) -> str:
        """It belongs to no domain."""
        return ""

    @property
    def shared_names(self) -> tuple[str, ...]:
        """Its title is no name of a term."""
        return ()

    @property
    def id_place(self) -> Place:
        """The file: its name is its id."""
        return Place(self.path)

    @cached_property
    def refers_to(self) -> tuple[str, ...]:
        """The ids that its text refers to, each once."""
        return tuple(dict.fromkeys(one.id for one in self.references()))

    def named(self, known: AbstractSet[str]) -> Iterator[Named]:
        """The ids in its text that are not `known`."""
        if known >= {*self.refers_to}:
            return
        for one in self.references():
            if one.id not in known:
                yield Named(one.id, "", partial(self.place_at, one.start))

    def references(self) -> Iterator[Reference]:
        """The references in its text."""
        return (one for one in mentions(self.text) if isinstance(one, Reference))

    @cached_property
    def local_links(self) -> tuple[str, ...]:
        """The addresses of links and images that lead to something of the project."""
        return local_links(self)

    def source_place(self, number: int) -> Place:
        """A guide lists no sources."""
        raise IndexError(number)

    def written(self) -> Iterator[Written]:
        """Its one text."""
        yield Written(self.text, block=True, place=lambda _, start: self.place_at(start))

    def place_at(self, index: int) -> Place:
        """Where character `index` of its text stands in the file."""
        place = place_at(self.path, self.text, index)
        return place._replace(line=place.line + self.first_line - 1)

    def parsed(self) -> PageText:
        """Its text, taken apart."""
        return PageText(self.text)
