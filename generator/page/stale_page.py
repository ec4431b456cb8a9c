"""What waits for somebody to look at it."""

from jinja2 import Environment

from generator import permalink
from generator.evidence import stale
from generator.knowledge_base import KnowledgeBase
from generator.page.links import Links
from generator.page.page import Page
from generator.page.templates import template
from generator.wording import count


def stale_page(base: KnowledgeBase, templates: Environment) -> Page:
    """Commands that are new, changed or in no catalog, unsigned prose, untried runbooks."""
    found = stale(base)

    def render() -> str:
        return template(templates, "stale").render(
            found=found,
            owners=base.vocabulary.owners,
            links=Links(base, permalink.TO_LOOK_AT),
        )

    return Page(
        address=permalink.TO_LOOK_AT,
        title="To look at",
        description=f"{count(len(found), 'thing')} to look at: commands that changed since they "
        "were checked, prose that nobody has signed for, runbooks that nobody has followed.",
        toc=(),
        render=render,
        wide=True,
    )
