"""Every entry in alphabetical order, under each of its names."""

from collections.abc import Iterable

from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import FOLDER
from generator.knowledge_base import KnowledgeBase
from generator.overviews.listing import Line, Listing, by_letter, listing_pages
from generator.overviews.overview import Overview
from generator.page import Page
from generator.wording import count

ADDRESS = "a-z.html"


def _pages(base: KnowledgeBase) -> Iterable[Page]:
    return listing_pages(base, _a_to_z(base))


def _a_to_z(base: KnowledgeBase) -> Listing:
    entries = [file.entry for file in base.all(EntryFile).values()]
    lines = [Line(name, entry) for entry in entries for name in (entry.title, *entry.aliases)]
    told = count(len(entries), "entry", "entries")
    return Listing(
        address=ADDRESS,
        title="A to Z",
        lead=f"{told} under {count(len(lines), 'name')}.",
        description=f"All {told} of the glossary in alphabetical order, with their other names.",
        groups=by_letter(lines),
        definitions=False,
    )


A_TO_Z = Overview("a_to_z", ADDRESS, _pages, lists=FOLDER)
