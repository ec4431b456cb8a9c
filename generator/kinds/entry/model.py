"""An entry: one glossary term with everything its page shows.

Counts, back-links and dates of change are derived elsewhere and have no key here. Anchors are the
ends of published addresses: what is here never changes.
"""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, StrictBool

from generator.command import Effect, Shell
from generator.kinds.entry.sections import PROSE
from generator.names import slug
from generator.shape import Definition, Id, Line, Plain, Prose, Source, Title, part

FOLDER = "glossary"
"""Of the site, in which the pages of entries lie."""


def page_of(entry_id: str) -> str:
    """The page of an entry, without its domain: one that moves keeps its address."""
    return f"{FOLDER}/{entry_id}.html"


def command_anchor(command_id: str) -> str:
    """The place of a command on the page of its entry."""
    return f"command-{command_id}"


class Status(StrEnum):
    """What a reader may rely on."""

    PUBLISHED = "published"
    DRAFT = "draft"
    STUB = "stub"
    DEPRECATED = "deprecated"


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
class Confusion:
    """Something this is taken for; `entry` names an entry, `term` anything else."""

    entry: Id | None = None
    term: Plain | None = None
    difference: Line
    consequence: Line


@part
class Symptom:
    """`id` is the end of its address; without one, the address follows the text."""

    id: Id | None = None
    kind: SymptomKind
    text: Plain
    meaning: Prose

    @property
    def anchor(self) -> str:
        """Its place on the page of its entry."""
        return f"symptom-{self.id or slug(self.text)}"


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

    @property
    def anchor(self) -> str:
        """Its place on the page of its entry."""
        return command_anchor(self.id)


@part
class CommandGroup:
    """`id` is the end of its address; without one, the address follows the title."""

    id: Id | None = None
    title: Title
    relation: Relation
    commands: Annotated[tuple[Command, ...], Field(min_length=1)]

    @property
    def anchor(self) -> str:
        """Its place on the page of its entry."""
        return f"commands-{self.id or slug(self.title)}"


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


def _with_prose(cls: type) -> type:
    """Gives a class a field for every section of prose that the table has."""
    for key in PROSE:
        cls.__annotations__[key] = Prose | None
        setattr(cls, key, None)
    return cls


@part
@_with_prose
class Entry:
    """A glossary term. For each section of prose it has a field of that name, or None.

    `replaced_by` is the entry that a deprecated one leads on to. `distinction` tells it apart from
    entries of other domains that share a name with it: "in Kubernetes".
    """

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
    replaced_by: Id | None = None
    distinction: Title | None = None
    aliases: tuple[Title, ...] = ()
    search_hints: tuple[Plain, ...] = ()
    not_to_be_confused_with: tuple[Confusion, ...] = ()
    symptoms: tuple[Symptom, ...] = ()
    where_you_see_it: tuple[Signal, ...] = ()
    when_relevant: tuple[Line, ...] = ()
    cli: CommandLineUse | None = None
    commands: tuple[CommandGroup, ...] = ()
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

    @property
    def address(self) -> str:
        """Its page."""
        return page_of(self.id)

    def section(self, key: str) -> Any:
        """What it has in a section; something empty where it has nothing."""
        return getattr(self, key)


def told_deprecated(entry: Entry) -> str:
    """That an entry is deprecated, and for what; nothing of any other."""
    if entry.replaced_by is None:
        return ""
    return f"Deprecated: see {entry.replaced_by.replace('-', ' ')}. "


def named_apart(entry: Entry) -> str:
    """The title, with what tells it apart from others of that name."""
    return f"{entry.title} ({entry.distinction})" if entry.distinction else entry.title
