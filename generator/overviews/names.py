"""A page for each name that means different things in different domains."""

from collections.abc import Iterable

from jinja2 import Environment

from generator.kinds.entry.shared import SharedName, shared_names
from generator.knowledge_base import KnowledgeBase
from generator.names import fold, slug
from generator.overviews.overview import Overview
from generator.page import Links, Page, template
from generator.wording import count

ADDRESS = "names.html"


def address_of(name: str) -> str:
    """The page of a name that several entries have."""
    return f"names/{slug(fold(name))}.html"


def _pages(base: KnowledgeBase) -> Iterable[Page]:
    names = base.derived(shared_names)
    for shared in names.values():
        yield _page(base, shared)
    if names:
        yield _list(base, list(names.values()))


def _page(base: KnowledgeBase, shared: SharedName) -> Page:
    address = address_of(shared.name)

    def render(templates: Environment) -> str:
        return template(templates, "name").render(
            shared=shared, links=Links(base, address), domains=base.vocabulary.domains
        )

    told = "; ".join(f"{file.title} ({file.entry.distinction})" for file in shared.files)
    return Page(
        address=address,
        title=shared.name,
        description=f"{shared.name} means {count(len(shared.files), 'thing')} here: {told}.",
        toc=(),
        render=render,
    )


def _list(base: KnowledgeBase, names: list[SharedName]) -> Page:
    def render(templates: Environment) -> str:
        return template(templates, "names").render(names=names, links=Links(base, ADDRESS))

    return Page(
        address=ADDRESS,
        title="Names with several meanings",
        description=f"{count(len(names), 'name')} that mean different things in different domains.",
        toc=(),
        render=render,
    )


NAMES = Overview("names", ADDRESS, _pages, address_of)
