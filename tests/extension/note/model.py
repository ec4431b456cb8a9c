"""A note: a few paragraphs on one day."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, partial
from typing import ClassVar

from generator.checks.prose import examine_prose
from generator.knowledge_base import CONTENT, KindName, Named, Written
from generator.problem import Place
from generator.prose import PageText, Reference, mentions
from generator.shape import Source
from generator.source import place_at

FOLDER = "notes"


@dataclass(frozen=True)
class Note:
    """A page of Markdown; its file name is its id."""

    kind: ClassVar[KindName] = KindName("note", "Note", "Notes")
    owns_headings: ClassVar[bool] = True

    path: str
    title: str
    summary: str
    text: str
    first_line: int
    applies_to: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def id(self) -> str:
        return self.path.removeprefix(f"{CONTENT}/{FOLDER}/").removesuffix(".md")

    @property
    def address(self) -> str:
        return f"{FOLDER}/{self.id}.html"

    @property
    def domain(self) -> str:
        return ""

    @property
    def shared_names(self) -> tuple[str, ...]:
        return ()

    @property
    def id_place(self) -> Place:
        return Place(self.path)

    @cached_property
    def refers_to(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.id for one in self.references()))

    @cached_property
    def local_links(self) -> tuple[str, ...]:
        return examine_prose(self).local_links

    def source_place(self, number: int) -> Place:
        raise IndexError(number)

    def written(self) -> Iterator[Written]:
        yield Written(self.text, block=True, place=lambda _, start: self.place_at(start))

    def named(self, known: AbstractSet[str]) -> Iterator[Named]:
        for one in self.references():
            if one.id not in known:
                yield Named(one.id, "", partial(self.place_at, one.start))

    def references(self) -> Iterator[Reference]:
        return (one for one in mentions(self.text) if isinstance(one, Reference))

    def place_at(self, index: int) -> Place:
        place = place_at(self.path, self.text, index)
        return place._replace(line=place.line + self.first_line - 1)

    def parsed(self) -> PageText:
        return PageText(self.text)
