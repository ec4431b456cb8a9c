"""The page of an entry."""

from jinja2 import Environment

from generator import permalink
from generator.command import Effect, Shell
from generator.entry import SECTIONS, Command, Entry, Surface
from generator.evidence import review_stands
from generator.knowledge_base import EntryFile, KnowledgeBase
from generator.page.fields import fields, placeholders
from generator.page.links import Links, summary
from generator.page.page import Heading, Page
from generator.page.templates import template
from generator.verify import State
from generator.wording import count

TITLES = {
    "why_it_matters": "Why it matters",
    "technical_context": "How it works",
    "where_you_see_it": "Where you see it",
    "when_relevant": "When it is relevant",
    "commands": "Commands",
    "architecture": "Architecture",
    "security": "Security",
    "cost": "Cost",
    "reliability": "Reliability",
    "performance": "Performance",
    "operations": "Operations",
    "common_mistakes": "Common mistakes",
    "case_studies": "Case studies",
}
"""The headings of an entry's page, in the order a reader in a hurry wants them."""

_WORDS = {
    "aliases": "Other names",
    "not_to_be_confused_with": "Not to be confused with",
    "symptoms": "Symptoms",
    "cli": "Working on the command line",
    "sources": "Sources",
}
"""Sections without a heading of their own."""


def entry_page(base: KnowledgeBase, file: EntryFile, templates: Environment) -> Page:
    """The page of `file`, with everything that other entries and guides say about it."""
    entry = file.entry
    address = permalink.entry(entry.id)
    sections = [name for name in TITLES if getattr(entry, name)]
    relations = _relations(base, entry)

    def render() -> str:
        links = Links(base, address, {source.id: source for source in entry.sources})
        return template(templates, "entry").render(
            entry=entry,
            links=links,
            titles=TITLES,
            sections=sections,
            domain=base.vocabulary.domains.get(entry.domain),
            owner=base.vocabulary.owners.get(entry.owner),
            label_words=base.vocabulary.labels,
            by_surface=_by_surface(entry),
            first_command=first_read(entry),
            commands_told=told(file),
            facts=file.facts,
            runbooks=base.runbooks_of.get(entry.id, ()),
            fields=fields(base, placeholders(entry.all_commands()), links),
            purposes={command.id: command.purpose for command in entry.all_commands()},
            review=base.ledger.reviews.get(entry.id),
            review_stands=review_stands(base, entry),
            read_on=max((source.retrieved for source in entry.sources), default=None),
            changed=base.changes.get(file.document.path),
            path=file.document.path,
            relations=relations,
            guides=base.mentioned_in.get(entry.id, ()),
            not_applicable=_not_applicable(entry),
        )

    return Page(
        address=address,
        title=entry.title,
        description=summary(entry.definition),
        toc=_toc(entry, sections, relations=bool(relations or base.mentioned_in.get(entry.id))),
        render=render,
        source=file.document.path,
        wide=True,
        changed=base.changes.get(file.document.path),
    )


def told(file: EntryFile) -> str:
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


def _relations(base: KnowledgeBase, entry: Entry) -> list[tuple[str, tuple[str, ...]]]:
    """The lists of entries around this one: what is typed in it, and what others say of it."""
    named = {*entry.related, *entry.prerequisites, *entry.broader}
    named |= {*base.narrower.get(entry.id, ()), *base.prerequisite_of.get(entry.id, ())}
    mentioned = tuple(i for i in base.mentioned_by.get(entry.id, ()) if i not in named)
    lists = [
        ("Understand first", entry.prerequisites),
        ("A kind or part of", entry.broader),
        ("Its kinds and parts", base.narrower.get(entry.id, ())),
        ("Related", entry.related),
        ("Prerequisite of", base.prerequisite_of.get(entry.id, ())),
        ("Mentioned by", tuple(i for i in mentioned if i != entry.id)),
    ]
    return [(title, ids) for title, ids in lists if any(i in base.files for i in ids)]


def _by_surface(entry: Entry) -> dict[Surface, list[str]]:
    """Where the term shows itself, surfaces in the order of the model."""
    found: dict[Surface, list[str]] = {}
    for one in sorted(entry.where_you_see_it, key=lambda one: list(Surface).index(one.surface)):
        found.setdefault(one.surface, []).append(one.signal)
    return found


def _not_applicable(entry: Entry) -> list[tuple[str, str]]:
    words = TITLES | _WORDS
    return [(words[n], entry.not_applicable[n]) for n in SECTIONS if n in entry.not_applicable]


def _toc(entry: Entry, sections: list[str], *, relations: bool) -> tuple[Heading, ...]:
    headings = []
    for name in sections:
        children: tuple[Heading, ...] = ()
        if name == "commands":
            children = tuple(
                Heading(group.title, group_anchor(number))
                for number, group in enumerate(entry.commands, 1)
            )
            if entry.cli:
                children += (
                    Heading("Before you run them", "before-you-run"),
                    Heading("Reading the output", "reading-the-output"),
                )
        headings.append(Heading(TITLES[name], permalink.section(name), children))
    if entry.not_applicable:
        headings.append(Heading("What does not apply", "not-applicable"))
    if relations:
        headings.append(Heading("Related terms", "related"))
    if entry.sources:
        headings.append(Heading("Sources", "sources"))
    return tuple(headings)


def group_anchor(number: int) -> str:
    """Counted from 1. For the table of contents; tickets link to commands."""
    return f"commands-{number}"
