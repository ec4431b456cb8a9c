"""The page of a note."""

from jinja2 import Environment

from generator.knowledge_base import KnowledgeBase
from generator.page import Heading, Links, Page, summary, template

from .model import Note


def note_page(base: KnowledgeBase, note: Note) -> Page:
    headings = note.parsed().headings

    def render(templates: Environment) -> str:
        links = Links(base, note.address, document=note)
        html = note.parsed().html(links.resolver)
        return template(templates, "note").render(note=note, html=html, links=links)

    return Page(
        address=note.address,
        title=note.title,
        description=summary(note.summary),
        toc=tuple(Heading(one.title, one.anchor) for one in headings if one.level > 1),
        render=render,
        source=note.path,
        lasting=lambda: (one.anchor for one in headings),
        other=tuple,
    )
