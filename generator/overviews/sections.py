"""What an entry holds, for its authors, made from the table of sections itself."""

from collections.abc import Iterable

from jinja2 import Environment

from generator.kinds.entry.sections import SECTIONS
from generator.knowledge_base import KnowledgeBase
from generator.overviews.overview import Overview
from generator.page import Links, Page, template
from generator.wording import count

ADDRESS = "sections.html"


def _pages(base: KnowledgeBase) -> Iterable[Page]:
    """Every section with what belongs there, in the order of the page."""

    def render(templates: Environment) -> str:
        return template(templates, "sections").render(sections=SECTIONS, links=Links(base, ADDRESS))

    yield Page(
        address=ADDRESS,
        title="Sections of an entry",
        description=f"{count(len(SECTIONS), 'section')} that a published entry has, each with what "
        "belongs there.",
        toc=(),
        render=render,
        of_the_tool=True,
    )


SECTIONS_OVERVIEW = Overview("sections", ADDRESS, _pages)
