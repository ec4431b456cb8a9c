"""The page of a guide."""

from collections.abc import Iterable

from jinja2 import Environment

from generator.kinds.guide.model import Guide
from generator.knowledge_base import KnowledgeBase
from generator.page import Heading, Links, Page, summary, template
from generator.prose import PageHeading


def guide_page(base: KnowledgeBase, guide: Guide) -> Page:
    """The page of a guide, as its author arranged it."""
    headings = guide.parsed().headings

    def render(templates: Environment) -> str:
        links = Links(base, guide.address, document=guide)
        html = guide.parsed().html(links.resolver)
        return template(templates, "guide").render(html=html, links=links)

    return Page(
        address=guide.address,
        title=guide.title,
        description=summary(guide.summary),
        toc=nested([heading for heading in headings if heading.level > 1]),
        render=render,
        source=guide.path,
        wide=not guide.shows_navigation,
        changed=base.changes.get(guide.path),
        lasting=lambda: (heading.anchor for heading in headings),
        other=tuple,
    )


def nested(headings: Iterable[PageHeading]) -> tuple[Heading, ...]:
    """Headings with those below them."""
    rows = list(headings)
    found = []
    while rows:
        first = rows.pop(0)
        below = []
        while rows and rows[0].level > first.level:
            below.append(rows.pop(0))
        found.append(Heading(first.title, first.anchor, nested(below)))
    return tuple(found)
