"""An entry: one glossary term with everything its page shows.

Counts, back-links and dates of change are derived elsewhere and have no key here.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictBool

from generator.command import Effect, Shell
from generator.shape import Address, Day, Definition, Id, Line, Plain, Prose, Title, part


class Status(StrEnum):
    """What a reader may rely on."""

    PUBLISHED = "published"
    DRAFT = "draft"
    STUB = "stub"


class Difficulty(StrEnum):
    """How much a reader needs to know beforehand."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Surface(StrEnum):
    """Where a term shows itself."""

    PORTAL = "portal"
    CLI = "cli"
    INCIDENT = "incident"
    CODE = "code"
    BILLING = "billing"


class Relation(StrEnum):
    """Whether commands act on the thing itself or on something around it."""

    DIRECT = "direct"
    RELATED = "related"


class CaseKind(StrEnum):
    """Whether a case was made up to explain, or happened and was published."""

    ILLUSTRATIVE = "illustrative"
    PUBLISHED = "published"


class SymptomKind(StrEnum):
    """How a symptom reaches an engineer."""

    ERROR = "error"
    ALERT = "alert"
    OBSERVATION = "observation"


@part
class Source:
    id: Id
    title: Plain
    url: Address
    retrieved: Day


@part
class Confusion:
    """Something this is taken for; `entry` names an entry, `term` anything else."""

    entry: Id | None = None
    term: Plain | None = None
    difference: Line
    consequence: Line


@part
class Symptom:
    kind: SymptomKind
    text: Plain
    meaning: Prose


@part
class Signal:
    surface: Surface
    signal: Line


@part
class CommandLineUse:
    """When to use the command line for this term, and how to read what it prints."""

    why: Prose
    use_cases: Annotated[tuple[Line, ...], Field(min_length=1)]
    before_you_run: Annotated[tuple[Line, ...], Field(min_length=1)]
    reading_output: Annotated[tuple[Line, ...], Field(min_length=1)]


@part
class Command:
    """One command line.

    `check_first` names the command of the entry that shows what is there before this one changes
    it. `permission` is the action the cloud checks, as it names it; `needs` is what else must be
    there, such as a network path.
    """

    id: Id
    run: Annotated[str, Field(max_length=2000, pattern=r"\S")]
    shell: Shell = Shell.BASH
    purpose: Line
    effect: Effect
    reveals_secret: StrictBool = False
    expect: Line | None = None
    undo: Line | None = None
    irreversible: Line | None = None
    check_first: Id | None = None
    permission: Plain | None = None
    needs: tuple[Line, ...] = ()


@part
class CommandGroup:
    title: Title
    relation: Relation
    commands: Annotated[tuple[Command, ...], Field(min_length=1)]


@part
class Mistake:
    mistake: Line
    instead: Line


@part
class CaseStudy:
    """`source` is the id of one of the entry's sources, for published cases."""

    title: Title
    kind: CaseKind
    source: Id | None = None
    scenario: Prose
    objectives: Annotated[tuple[Line, ...], Field(min_length=1)]
    solution: Prose
    results: Annotated[tuple[Line, ...], Field(min_length=1)]
    takeaway: Line


@part
class Entry:
    id: Id
    title: Title
    domain: Id
    service: Id
    status: Status
    difficulty: Difficulty
    owner: Id
    labels: tuple[Id, ...] = ()
    definition: Definition
    definition_source: Id | None = None
    aliases: tuple[Title, ...] = ()
    search_hints: tuple[Plain, ...] = ()
    not_to_be_confused_with: tuple[Confusion, ...] = ()
    symptoms: tuple[Symptom, ...] = ()
    technical_context: Prose | None = None
    why_it_matters: Prose | None = None
    where_you_see_it: tuple[Signal, ...] = ()
    when_relevant: tuple[Line, ...] = ()
    cli: CommandLineUse | None = None
    commands: tuple[CommandGroup, ...] = ()
    architecture: Prose | None = None
    security: Prose | None = None
    cost: Prose | None = None
    reliability: Prose | None = None
    performance: Prose | None = None
    operations: Prose | None = None
    common_mistakes: tuple[Mistake, ...] = ()
    case_studies: tuple[CaseStudy, ...] = ()
    related: tuple[Id, ...] = ()
    prerequisites: tuple[Id, ...] = ()
    broader: tuple[Id, ...] = ()
    sources: tuple[Source, ...] = ()
    not_applicable: dict[str, Line] = Field(default_factory=dict)

    def all_commands(self) -> tuple[Command, ...]:
        """The commands of every group, in the order of the page."""
        return tuple(command for group in self.commands for command in group.commands)


SECTIONS = (
    "aliases",
    "not_to_be_confused_with",
    "symptoms",
    "technical_context",
    "why_it_matters",
    "where_you_see_it",
    "when_relevant",
    "cli",
    "commands",
    "architecture",
    "security",
    "cost",
    "reliability",
    "performance",
    "operations",
    "common_mistakes",
    "case_studies",
    "sources",
)
"""What a published entry has, or says of it why it does not apply."""
