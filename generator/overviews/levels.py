"""Entries by how much a reader needs to know beforehand."""

from collections.abc import Iterable, Iterator

from jinja2 import Environment

from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import Difficulty, Entry
from generator.knowledge_base import KnowledgeBase
from generator.overviews.listing import Line, Listing, by_letter, listing_pages
from generator.overviews.overview import Overview
from generator.page import Links, Page, template
from generator.wording import count

ADDRESS = "difficulty.html"


def address_of(level: str) -> str:
    """The page of the entries of one level."""
    return f"difficulty/{level}.html"


LEVELS = {
    Difficulty.BEGINNER: "Needs no knowledge of the service.",
    Difficulty.INTERMEDIATE: "Needs the beginner's terms of the same service.",
    Difficulty.ADVANCED: "Needs practice with the service.",
}


def _pages(base: KnowledgeBase) -> Iterable[Page]:
    for listing in _levels(base):
        yield from listing_pages(base, listing)
    yield _levels_page(base)


def _entries(base: KnowledgeBase) -> Iterator[Entry]:
    return (file.entry for file in base.all(EntryFile).values())


def _levels(base: KnowledgeBase) -> Iterable[Listing]:
    for level in Difficulty:
        found = [entry for entry in _entries(base) if entry.difficulty is level]
        yield Listing(
            address=address_of(level),
            title=f"{level.capitalize()} entries",
            lead=LEVELS[level],
            description=f"{count(len(found), 'entry', 'entries')} marked {level}. {LEVELS[level]}",
            groups=by_letter(Line(entry.title, entry) for entry in found),
            trail=(("Difficulty", ADDRESS),),
        )


def count_levels(base: KnowledgeBase) -> dict[Difficulty, int]:
    """How many entries each level has."""
    counts = dict.fromkeys(Difficulty, 0)
    for entry in _entries(base):
        counts[entry.difficulty] += 1
    return counts


def _levels_page(base: KnowledgeBase) -> Page:
    counts = count_levels(base)

    def render(templates: Environment) -> str:
        return template(templates, "levels").render(
            levels=LEVELS, counts=counts, links=Links(base, ADDRESS)
        )

    return Page(
        address=ADDRESS,
        title="Difficulty",
        description="Entries by how much a reader needs to know beforehand: "
        + ", ".join(f"{number} {level}" for level, number in counts.items()),
        toc=(),
        render=render,
    )


LEVELS_OVERVIEW = Overview("levels", ADDRESS, _pages, address_of)
