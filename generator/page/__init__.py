"""Pages, as pure functions of the knowledge base."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.knowledge_base import KnowledgeBase
from generator.page.command_block import EFFECT_WORDS, command_text
from generator.page.command_pages import command_pages, symptoms_page
from generator.page.entry_page import TITLES, entry_page
from generator.page.home import home
from generator.page.links import Links
from generator.page.listing import listing_pages
from generator.page.page import Heading, Page
from generator.page.problem_pages import problem_pages
from generator.page.runbook_page import alert_links, runbook_page, runbooks_page
from generator.page.stale_page import stale_page
from generator.page.templates import environment


def generated_pages(base: KnowledgeBase, templates: Environment) -> Iterator[Page]:
    """Every page that no author wrote as such, in the order of their addresses' kinds."""
    for file in base.files.values():
        yield entry_page(base, file, templates)
    for runbook in base.runbooks.values():
        yield runbook_page(base, runbook, templates)
    yield runbooks_page(base, templates)
    yield from listing_pages(base, templates)
    yield from command_pages(base, templates)
    yield symptoms_page(base, templates)
    yield stale_page(base, templates)
    yield from problem_pages(base, templates)


__all__ = [
    "EFFECT_WORDS",
    "TITLES",
    "Heading",
    "Links",
    "Page",
    "alert_links",
    "command_text",
    "environment",
    "generated_pages",
    "home",
]
