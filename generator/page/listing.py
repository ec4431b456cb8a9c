"""Pages that list entries: A to Z, domains, services, levels. Long lists are cut by letter."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from jinja2 import Environment

from generator import permalink
from generator.entry import Difficulty, Entry
from generator.knowledge_base import KnowledgeBase
from generator.page.links import Links
from generator.page.page import Heading, Page
from generator.page.templates import template
from generator.wording import count

ByService = defaultdict[tuple[str, str], list[Entry]]
"""Entries by the ids of domain and service."""

LINES_ON_A_PAGE = 600
"""A list longer than this is cut into one page per group; it would weigh more than 150 kB."""


class Line(NamedTuple):
    """An entry under its title, or under an alias (then shown as "see")."""

    name: str
    entry: Entry

    @property
    def is_alias(self) -> bool:
        """Whether the reader is sent on to another name."""
        return self.name != self.entry.title


@dataclass(frozen=True)
class Group:
    """Lines under one heading."""

    title: str
    anchor: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Listing:
    """A list of entries before it is known whether it fits one page.

    `trail` leads from the site's root to this page: titles with their addresses.
    """

    address: str
    title: str
    lead: str
    description: str
    groups: tuple[Group, ...]
    trail: tuple[tuple[str, str], ...] = ()
    definitions: bool = True


def by_letter(lines: Iterable[Line]) -> tuple[Group, ...]:
    """Lines sorted by name, grouped by first letter; what begins otherwise comes first as 0-9."""
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (line.name.casefold(), line.entry.id)):
        letter = line.name[:1].upper()
        groups[letter if "A" <= letter <= "Z" else "0-9"].append(line)
    return tuple(
        Group(letter, f"letter-{letter.lower() if len(letter) == 1 else 'other'}", tuple(found))
        for letter, found in sorted(groups.items())
    )


def listing_pages(base: KnowledgeBase, templates: Environment) -> list[Page]:
    """Every page that lists entries."""
    found = entries_of(base)
    listings = [_a_to_z(base), *_services(base, found), *_levels(base)]
    return [page for listing in listings for page in _pages(base, listing, templates)] + [
        _domains_page(base, found, templates),
        *(_domain_page(base, found, domain, templates) for domain in base.vocabulary.domains),
        _levels_page(base, templates),
    ]


def _a_to_z(base: KnowledgeBase) -> Listing:
    lines = [Line(name, entry) for entry in base.entries for name in (entry.title, *entry.aliases)]
    entries = count(len(base.files), "entry", "entries")
    return Listing(
        address=permalink.A_TO_Z,
        title="A to Z",
        lead=f"{entries} under {count(len(lines), 'name')}.",
        description=f"All {entries} of the glossary in alphabetical order, with their other names.",
        groups=by_letter(lines),
        definitions=False,
    )


def _services(base: KnowledgeBase, entries: ByService) -> Iterable[Listing]:
    for domain_id, domain in base.vocabulary.domains.items():
        for service_id, service in domain.services.items():
            found = entries[domain_id, service_id]
            yield Listing(
                address=permalink.service(domain_id, service_id),
                title=service.title,
                lead=service.definition,
                description=f"{service.title}: {count(len(found), 'entry', 'entries')}. "
                f"{service.definition}",
                groups=by_letter(Line(entry.title, entry) for entry in found),
                trail=(("Domains", permalink.DOMAINS), (domain.title, permalink.domain(domain_id))),
            )


def _levels(base: KnowledgeBase) -> Iterable[Listing]:
    for level in Difficulty:
        found = [entry for entry in base.entries if entry.difficulty is level]
        yield Listing(
            address=permalink.difficulty(level),
            title=f"{level.capitalize()} entries",
            lead=LEVELS[level],
            description=f"{count(len(found), 'entry', 'entries')} marked {level}. {LEVELS[level]}",
            groups=by_letter(Line(entry.title, entry) for entry in found),
            trail=(("Difficulty", permalink.DIFFICULTY),),
        )


LEVELS = {
    Difficulty.BEGINNER: "Needs no knowledge of the service.",
    Difficulty.INTERMEDIATE: "Needs the beginner's terms of the same service.",
    Difficulty.ADVANCED: "Needs practice with the service.",
}


def entries_of(base: KnowledgeBase) -> ByService:
    """The entries of every service, by title. Empty for a service without any."""
    found: ByService = defaultdict(list)
    for entry in base.entries:
        found[entry.domain, entry.service].append(entry)
    return found


def _pages(base: KnowledgeBase, listing: Listing, templates: Environment) -> Iterable[Page]:
    if sum(len(group.lines) for group in listing.groups) <= LINES_ON_A_PAGE:
        yield _page(base, listing, listing.groups, templates)
        return
    addresses = {
        group.anchor: permalink.part(listing.address, group.anchor) for group in listing.groups
    }
    yield _page(base, listing, (), templates, addresses)
    for group in listing.groups:
        part = Listing(
            address=addresses[group.anchor],
            title=f"{listing.title}: {group.title}",
            lead=listing.lead,
            description=f"{listing.title}, {group.title}: " + count(len(group.lines), "name"),
            groups=(group,),
            trail=(*listing.trail, (listing.title, listing.address)),
            definitions=listing.definitions,
        )
        yield _page(base, part, part.groups, templates)


def _page(
    base: KnowledgeBase,
    listing: Listing,
    groups: tuple[Group, ...],
    templates: Environment,
    parts: dict[str, str] | None = None,
) -> Page:
    def render() -> str:
        return template(templates, "listing").render(
            listing=listing,
            groups=groups,
            parts_of_list=[(group, (parts or {}).get(group.anchor)) for group in listing.groups],
            links=Links(base, listing.address),
        )

    toc = tuple(Heading(group.title, group.anchor) for group in groups)
    return Page(listing.address, listing.title, listing.description, toc, render)


def _domains_page(base: KnowledgeBase, found: ByService, templates: Environment) -> Page:
    def render() -> str:
        return template(templates, "domains").render(
            domains=base.vocabulary.domains,
            counts={key: len(entries) for key, entries in found.items()},
            links=Links(base, permalink.DOMAINS),
        )

    domains = base.vocabulary.domains
    return Page(
        address=permalink.DOMAINS,
        title="Domains",
        description=f"{count(len(domains), 'domain')} and their services: "
        + ", ".join(domain.title for domain in domains.values()),
        toc=tuple(Heading(domain.title, name) for name, domain in domains.items()),
        render=render,
    )


def _domain_page(
    base: KnowledgeBase, found: ByService, domain_id: str, templates: Environment
) -> Page:
    domain = base.vocabulary.domains[domain_id]
    address = permalink.domain(domain_id)

    def render() -> str:
        return template(templates, "domain").render(
            domain_id=domain_id,
            domain=domain,
            entries={service: found[domain_id, service] for service in domain.services},
            limit=LINES_ON_A_PAGE // 10,
            links=Links(base, address),
        )

    toc = tuple(Heading(service.title, name) for name, service in domain.services.items())
    return Page(address, domain.title, f"{domain.title}: {domain.definition}", toc, render)


def count_levels(base: KnowledgeBase) -> dict[Difficulty, int]:
    """How many entries each level has."""
    counts = dict.fromkeys(Difficulty, 0)
    for entry in base.entries:
        counts[entry.difficulty] += 1
    return counts


def _levels_page(base: KnowledgeBase, templates: Environment) -> Page:
    counts = count_levels(base)

    def render() -> str:
        return template(templates, "levels").render(
            levels=LEVELS, counts=counts, links=Links(base, permalink.DIFFICULTY)
        )

    return Page(
        address=permalink.DIFFICULTY,
        title="Difficulty",
        description="Entries by how much a reader needs to know beforehand: "
        + ", ".join(f"{number} {level}" for level, number in counts.items()),
        toc=(),
        render=render,
    )
