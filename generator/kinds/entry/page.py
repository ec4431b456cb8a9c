"""The page of an entry."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.command import Effect, Shell
from generator.kinds.entry.fields import fields, placeholders
from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import Command, Entry, Surface
from generator.kinds.entry.relations import elsewhere, relations
from generator.kinds.entry.review import review_stands
from generator.kinds.entry.sections import SECTIONS, Section
from generator.kinds.entry.shared import shared_names
from generator.knowledge_base import KnowledgeBase
from generator.page import Heading, Links, Page, contents, summary, template
from generator.verify import State
from generator.wording import count


def entry_page(base: KnowledgeBase, file: EntryFile) -> Page:
    """The page of `file`, with everything that other documents say about it."""
    entry = file.entry
    related = relations(base, entry) + elsewhere(base, entry)
    applying = base.applying.get(entry.id, ())
    toc = _toc(entry, relations=bool(related))

    def render(templates: Environment) -> str:
        links = Links(base, entry.address, {source.id: source for source in entry.sources}, file)
        return template(templates, "entry").render(
            entry=entry,
            links=links,
            sections=shown(entry),
            domain=base.vocabulary.domains.get(entry.domain),
            owner=base.vocabulary.owners.get(entry.owner),
            label_words=base.vocabulary.labels,
            by_surface=_by_surface(entry),
            first_command=first_read(entry),
            commands_checked=checked_against(file),
            facts=file.facts,
            runbooks=applying,
            fields=fields(base, placeholders(entry.all_commands()), links),
            purposes={command.id: command.purpose for command in entry.all_commands()},
            review=base.ledger.reviews.get(entry.id),
            review_stands=review_stands(base, entry),
            read_on=max((source.retrieved for source in entry.sources), default=None),
            changed=base.changes.get(file.path),
            path=file.path,
            shared_names=_shared(base, file),
            relations=related,
            not_applicable=_not_applicable(entry),
            own_anchor=entry.id not in lasting(),
        )

    def lasting() -> Iterator[str]:
        if entry.not_to_be_confused_with:
            yield "not-the-same"
        if entry.symptoms:
            yield "in-an-incident"
            yield from (symptom.anchor for symptom in entry.symptoms)
        # Whether there are related terms is for others to say.
        yield from (anchor for anchor in contents(toc) if anchor != "related")
        yield from (command.anchor for command in entry.all_commands())

    def other() -> Iterator[str]:
        if entry.id not in lasting():
            yield entry.id
        if related:
            yield "related"
        if applying:
            yield "runbooks"
        if first_read(entry):
            yield "look-first"
        yield from (source.anchor for source in entry.sources)

    return Page(
        address=entry.address,
        title=entry.title,
        description=summary(entry.definition),
        toc=toc,
        render=render,
        source=file.path,
        wide=True,
        changed=base.changes.get(file.path),
        lasting=lasting,
        other=other,
    )


def shown(entry: Entry) -> list[Section]:
    """The sections that have a heading on its page."""
    return [
        section
        for section in SECTIONS
        if section.heading and not section.head and _is_there(entry, section)
    ]


def _is_there(entry: Entry, section: Section) -> bool:
    # How to work on the command line is told around the commands, and also where there are none.
    if section.key == "commands":
        return bool(entry.commands or entry.cli)
    return bool(entry.section(section.key))


def checked_against(file: EntryFile) -> str:
    """How many commands there are, and how many of them were checked against what."""
    facts = file.facts.values()
    total = count(len(file.facts), "command")
    checked = [one for one in facts if one.state is State.CHECKED]
    if not file.facts or not checked:
        return f"{total}, not yet checked" if file.facts else ""
    stamps = " + ".join(dict.fromkeys(stamp for one in checked for stamp in one.stamps))
    if len(checked) == len(file.facts):
        return f"{total} checked against {stamps}"
    return f"{total}, {len(checked)} of them checked against {stamps}"


def first_read(entry: Entry) -> Command | None:
    """The first command that only reads and shows no secret: what to run when in doubt."""
    candidates = [
        command
        for command in entry.all_commands()
        if command.effect is Effect.DISCOVER and not command.reveals_secret
    ]
    bash = [command for command in candidates if command.shell is Shell.BASH]
    return next(iter(bash or candidates), None)


def _by_surface(entry: Entry) -> dict[Surface, list[str]]:
    """Where the term shows itself, surfaces in the order of the model."""
    found: dict[Surface, list[str]] = {}
    for one in sorted(entry.where_you_see_it, key=lambda one: list(Surface).index(one.surface)):
        found.setdefault(one.surface, []).append(one.signal)
    return found


def _shared(base: KnowledgeBase, file: EntryFile) -> list[str]:
    """Its names that mean something else in another domain."""
    return [one.name for one in base.derived(shared_names).values() if file in one.files]


def _not_applicable(entry: Entry) -> list[tuple[str, str]]:
    why = entry.not_applicable
    return [(one.title, why[one.key]) for one in SECTIONS if one.key in why]


def _toc(entry: Entry, *, relations: bool) -> tuple[Heading, ...]:
    headings = []
    for section in shown(entry):
        children: tuple[Heading, ...] = ()
        if section.key == "commands":
            children = tuple(Heading(group.title, group.anchor) for group in entry.commands)
            if entry.cli:
                children += (
                    Heading("Before you run them", "before-you-run"),
                    Heading("Reading the output", "reading-the-output"),
                )
        headings.append(Heading(section.title, section.anchor, children))
    if entry.not_applicable:
        headings.append(Heading("What does not apply", "not-applicable"))
    if relations:
        headings.append(Heading("Related terms", "related"))
    if entry.sources:
        headings.append(Heading("Sources", "sources"))
    return tuple(headings)
