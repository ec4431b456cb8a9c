"""Who keeps what."""

from collections.abc import Iterable

from jinja2 import Environment

from generator.kinds.entry.file import EntryFile
from generator.knowledge_base import KnowledgeBase
from generator.overviews.overview import Overview
from generator.page import Heading, Links, Page, template
from generator.wording import count

ADDRESS = "owners.html"


def _pages(base: KnowledgeBase) -> Iterable[Page]:
    owners = base.vocabulary.owners
    files = base.all(EntryFile).values()
    kept = {name: [one for one in files if one.entry.owner == name] for name in owners}

    def render(templates: Environment) -> str:
        return template(templates, "owners").render(
            owners=owners, kept=kept, links=Links(base, ADDRESS)
        )

    yield Page(
        address=ADDRESS,
        title="Owners",
        description=f"{count(len(owners), 'team')} with what each of them keeps.",
        toc=tuple(Heading(owner.title, name) for name, owner in owners.items()),
        render=render,
    )


OWNERS = Overview("owners", ADDRESS, _pages)
