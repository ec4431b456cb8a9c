"""What waits for somebody to look at it."""

from collections.abc import Iterable

from jinja2 import Environment

from generator.evidence import stale
from generator.knowledge_base import KnowledgeBase
from generator.overviews.overview import Overview
from generator.page import Links, Page, template
from generator.wording import count

ADDRESS = "to-look-at.html"


def _pages(base: KnowledgeBase) -> Iterable[Page]:
    """Commands that are new, changed or in no catalog, unsigned prose, untried runbooks."""
    found = stale(base)

    def render(templates: Environment) -> str:
        return template(templates, "stale").render(
            found=found,
            owners=base.vocabulary.owners,
            links=Links(base, ADDRESS),
        )

    yield Page(
        address=ADDRESS,
        title="To look at",
        description=f"{count(len(found), 'thing')} to look at: commands that changed since they "
        "were checked, prose that nobody has signed for, runbooks that nobody has followed.",
        toc=(),
        render=render,
        wide=True,
    )


TO_LOOK_AT = Overview("to_look_at", ADDRESS, _pages)
