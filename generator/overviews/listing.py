"""Pages that list entries under headings. Long lists are cut by letter."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from jinja2 import Environment

from generator.kinds.entry.model import Entry
from generator.knowledge_base import KnowledgeBase
from generator.overviews.overview import part_of
from generator.page import Heading, Links, Page, template
from generator.wording import count

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


def listing_pages(base: KnowledgeBase, listing: Listing) -> Iterable[Page]:
    if sum(len(group.lines) for group in listing.groups) <= LINES_ON_A_PAGE:
        yield _page(base, listing, listing.groups)
        return
    addresses = {group.anchor: part_of(listing.address, group.anchor) for group in listing.groups}
    yield _page(base, listing, (), addresses)
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
        yield _page(base, part, part.groups)


def _page(
    base: KnowledgeBase,
    listing: Listing,
    groups: tuple[Group, ...],
    parts: dict[str, str] | None = None,
) -> Page:
    def render(templates: Environment) -> str:
        return template(templates, "listing").render(
            listing=listing,
            groups=groups,
            parts_of_list=[(group, (parts or {}).get(group.anchor)) for group in listing.groups],
            links=Links(base, listing.address),
        )

    toc = tuple(Heading(group.title, group.anchor) for group in groups)
    return Page(listing.address, listing.title, listing.description, toc, render)
