"""The home page: the author's lead, search, then three doors."""

from collections.abc import Iterable
from datetime import date

from jinja2 import Environment

from generator.kinds.entry.file import EntryFile
from generator.kinds.guide.model import Guide
from generator.kinds.runbook.model import Runbook
from generator.knowledge_base import Document, KnowledgeBase
from generator.overviews.commands import command_groups
from generator.overviews.domains import entries_of
from generator.overviews.levels import count_levels
from generator.overviews.overview import Overview
from generator.page import Links, Page, summary, template

ADDRESS = "index.html"
RECENT = 8
_PLACES = ("door-term", "door-error", "door-new")
GUIDES = "guides/"


def _pages(base: KnowledgeBase) -> Iterable[Page]:
    guide = base.all(Guide).get("index")
    if guide is None:
        return  # told as a problem

    def render(templates: Environment) -> str:
        links = Links(base, ADDRESS, document=guide)
        found = entries_of(base)
        domains = {
            name: (domain, sum(len(found[name, service]) for service in domain.services))
            for name, domain in base.vocabulary.domains.items()
        }
        entries, runbooks = base.all(EntryFile), base.all(Runbook)
        return template(templates, "home").render(
            lead=guide.parsed().html(links.resolver),
            domains=domains,
            counts=count_levels(base),
            total=len(entries),
            symptom_count=sum(len(file.entry.symptoms) for file in entries.values())
            + sum(len(runbook.front.symptoms) for runbook in runbooks.values()),
            command_count=sum(len(group.uses) for group in base.derived(command_groups)),
            guides=[one for one in base.all(Guide).values() if one.id.startswith(GUIDES)],
            runbooks=list(runbooks.values()),
            recent=recently_changed(base),
            links=links,
        )

    yield Page(
        address=ADDRESS,
        title=guide.title,
        description=summary(guide.summary),
        toc=(),
        render=render,
        source=guide.path,
        wide=True,
        changed=base.changes.get(guide.path),
        other=lambda: (*_PLACES, *(heading.anchor for heading in guide.parsed().headings)),
    )


def recently_changed(base: KnowledgeBase) -> list[tuple[date, Document]]:
    """The entries changed last, with the day; empty where the history is not known."""
    dated = [
        (day, file) for file in base.all(EntryFile).values() if (day := base.changes.get(file.path))
    ]
    dated.sort(key=lambda pair: pair[0], reverse=True)  # stable: equal days stay by title
    return [*dated[:RECENT]]


HOME = Overview("home", ADDRESS, _pages, wraps=True)
