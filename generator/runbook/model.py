"""A runbook: what to do about a symptom, step by step."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.command import Effect
from generator.entry import Source, SymptomKind
from generator.shape import Day, Definition, Id, Line, Plain, Prose, Title, part
from generator.source import Document

RESOLVED = "resolved"
ESCALATE = "escalate"
ENDS = (RESOLVED, ESCALATE)
"""Where a way through a runbook ends."""


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
    """A heading, and what stands below it. `line` is that of the heading."""

    id: str
    title: str
    line: int
    parts: tuple[Text | Placed, ...]

    @property
    def blocks(self) -> Iterator[Placed]:
        """The blocks, in order."""
        return (one for one in self.parts if isinstance(one, Placed))


@dataclass(frozen=True)
class Runbook:
    """`intro` stands above the first step. `path` is relative to the project."""

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
