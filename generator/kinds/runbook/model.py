"""A runbook: what to do about a symptom, step by step."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial
from typing import Annotated, Any, ClassVar

from pydantic import Field

from generator.checks.prose import local_links
from generator.command import Effect
from generator.kinds.entry.model import SymptomKind
from generator.knowledge_base import KindName, Named, Written
from generator.problem import Place
from generator.prose import Reference, mentions
from generator.shape import (
    Day,
    Definition,
    Id,
    Line,
    MarkedText,
    Plain,
    Prose,
    Source,
    Title,
    marked_texts,
    part,
)
from generator.source import Document, place_at

FOLDER = "runbooks"
"""Of the site, in which the pages of runbooks lie; and of the content folder, for their files."""

RESOLVED = "resolved"
ESCALATE = "escalate"
ENDS = (RESOLVED, ESCALATE)
"""Where a way through a runbook ends."""


def page_of(runbook_id: str) -> str:
    """The page of a runbook; its steps are anchors there."""
    return f"{FOLDER}/{runbook_id}.html"


class Where(StrEnum):
    """Where a manual action is done."""

    PORTAL = "portal"
    MACHINE = "machine"


@part
class RunbookSymptom:
    """How somebody got here. Of an alert, `text` is its name.

    `labels` say which parameter takes the value of which label of the alert; `step` is where its
    link leads, the first step if there is none.
    """

    kind: SymptomKind
    text: Plain
    labels: dict[str, Id] = Field(default_factory=dict)
    step: Id | None = None


@part
class Exercise:
    """The last time somebody followed the runbook, and what came of it."""

    on: Day
    outcome: Line


@part
class FrontMatter:
    """What stands above the steps. `duration` is how long it takes to come to an end."""

    id: Id
    title: Title
    summary: Definition
    owner: Id
    duration: Plain
    severity_hints: tuple[Line, ...] = ()
    symptoms: Annotated[tuple[RunbookSymptom, ...], Field(min_length=1)]
    applies_to: Annotated[tuple[Id, ...], Field(min_length=1)]
    related: tuple[Id, ...] = ()
    parameters: tuple[Id, ...] = ()
    exercised: Exercise | None = None
    escalation: Annotated[tuple[Line, ...], Field(min_length=1)]
    sources: tuple[Source, ...] = ()


@part
class CommandBlock:
    """A command of the glossary (`entry/command`), what it should show, and where to go if not.

    Without `expect`, what the entry says of the command holds.
    """

    run: Plain
    expect: Line | None = None
    if_not: Id | None = None
    then: Id | None = None
    record: Line | None = None


@part
class ManualBlock:
    """Something done in a portal or on a machine, and how to see that it worked."""

    where: Where
    do: Prose
    effect: Effect
    check: Line
    undo: Line | None = None
    irreversible: Line | None = None
    if_not: Id | None = None
    then: Id | None = None
    record: Line | None = None


@part
class Option:
    when: Line
    go: Id


@part
class DecisionBlock:
    """Where to go on, by what is seen. It ends its step."""

    question: Line
    options: Annotated[tuple[Option, ...], Field(min_length=1)]


Block = CommandBlock | ManualBlock | DecisionBlock


@dataclass(frozen=True)
class Text:
    """Markdown between blocks; `line` is its first line in the file."""

    text: str
    line: int


@dataclass(frozen=True)
class Placed:
    """A block with the document it was read from, whose lines are those of the file."""

    block: Block
    document: Document


@dataclass(frozen=True)
class Step:
    """A heading, and what stands below it. `line` is that of the heading.

    `id_column` is where its id stands in that line, with the sign before it.
    """

    id: str
    title: str
    line: int
    id_column: int
    parts: tuple[Text | Placed, ...]

    @property
    def blocks(self) -> Iterator[Placed]:
        """The blocks, in order."""
        return (one for one in self.parts if isinstance(one, Placed))


@dataclass(frozen=True)
class Runbook:
    """`intro` stands above the first step. `path` is relative to the project."""

    kind: ClassVar[KindName] = KindName("runbook", "Runbook", "Runbooks")
    owns_headings: ClassVar[bool] = False

    path: str
    front: FrontMatter
    document: Document
    intro: tuple[Text, ...]
    steps: tuple[Step, ...]

    @property
    def id(self) -> str:
        """The id, which is the file's name."""
        return self.front.id

    @property
    def title(self) -> str:
        """The title of the page."""
        return self.front.title

    @property
    def summary(self) -> str:
        """What it settles."""
        return self.front.summary

    @property
    def address(self) -> str:
        """Its page."""
        return page_of(self.id)

    @property
    def applies_to(self) -> tuple[str, ...]:
        """The entries whose pages lead here."""
        return self.front.applies_to

    @property
    def sources(self) -> tuple[Source, ...]:
        """What its author read."""
        return self.front.sources

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
        """Where its id stands."""
        return self.document.place(("id",))

    @cached_property
    def refers_to(self) -> tuple[str, ...]:
        """The ids that its texts refer to, each once."""
        return tuple(dict.fromkeys(one.id for _, one in self.references()))

    def named(self, known: AbstractSet[str]) -> Iterator[Named]:
        """The ids that its keys name, and those in its texts that are not `known`."""
        for key in ("applies_to", "related"):
            for number, target in enumerate(getattr(self.front, key)):
                yield Named(target, key, partial(self.document.place, (key, number)))
        if known >= {*self.refers_to}:
            return
        for text, one in self.references():
            if one.id not in known:
                yield Named(one.id, "", partial(text.place, one.written, one.start))

    @cached_property
    def local_links(self) -> tuple[str, ...]:
        """The addresses of links and images that lead to something of the project."""
        return local_links(self)

    def source_place(self, number: int) -> Place:
        """Where the day stands on which a source was read."""
        return self.document.place(("sources", number, "retrieved"))

    def written(self) -> Iterator[Written]:
        """Every text with markup, in the order of the file."""
        yield from _of_part(self.document, self.front)
        yield from map(self._between, self.intro)
        for step in self.steps:
            for one in step.parts:
                if isinstance(one, Text):
                    yield self._between(one)
                else:
                    yield from _of_part(one.document, one.block)

    def _between(self, text: Text) -> Written:
        return Written(text.text, block=True, place=partial(_place_between, self.path, text))

    def references(self) -> Iterator[tuple[Written, Reference]]:
        """The references in its texts, with the texts."""
        for text in self.written():
            for one in mentions(text.text):
                if isinstance(one, Reference):
                    yield text, one

    @property
    def blocks(self) -> Iterator[Placed]:
        """The blocks of all steps, in order."""
        return (placed for step in self.steps for placed in step.blocks)

    @property
    def commands(self) -> tuple[str, ...]:
        """The commands it embeds (`entry/command`), each once."""
        found = (one.block.run for one in self.blocks if isinstance(one.block, CommandBlock))
        return tuple(dict.fromkeys(found))

    def texts(self) -> Iterator[Text]:
        """The Markdown between the blocks."""
        yield from self.intro
        for step in self.steps:
            yield from (one for one in step.parts if isinstance(one, Text))


def _of_part(document: Document, part: Any) -> Iterator[Written]:
    for found in marked_texts(part):
        yield Written(found.text, found.block, partial(_place_in_part, document, found))


def _place_in_part(document: Document, found: MarkedText, excerpt: str, start: int) -> Place:
    if not excerpt:
        return document.place(found.keys)
    return document.place_of(found.keys, excerpt, found.text.count(excerpt, 0, start))


def _place_between(path: str, text: Text, excerpt: str, start: int) -> Place:
    del excerpt
    place = place_at(path, text.text, start)
    return place._replace(line=place.line + text.line - 1)
