"""The home page: search first, then three doors."""

from jinja2 import Environment
from markupsafe import Markup as Html

from generator import permalink
from generator.entry import Entry
from generator.knowledge_base import KnowledgeBase
from generator.page.links import Links
from generator.page.listing import count_levels, entries_of
from generator.page.templates import template

RECENT = 8
GUIDES = "guides/"


def home(base: KnowledgeBase, templates: Environment, lead: str) -> str:
    """The home page below its heading. `lead` is the author's text, as HTML."""
    found = entries_of(base)
    domains = {
        name: (domain, sum(len(found[name, service]) for service in domain.services))
        for name, domain in base.vocabulary.domains.items()
    }
    return template(templates, "home").render(
        lead=Html(lead),  # noqa: S704 - rendered by MkDocs from the author's Markdown
        domains=domains,
        counts=count_levels(base),
        total=len(base.files),
        symptom_count=sum(len(entry.symptoms) for entry in base.entries)
        + sum(len(runbook.front.symptoms) for runbook in base.runbooks.values()),
        command_count=sum(len(entry.all_commands()) for entry in base.entries),
        guides=[guide for guide in base.guides if guide.path.startswith(GUIDES)],
        runbooks=list(base.runbooks.values()),
        recent=recently_changed(base),
        links=Links(base, permalink.HOME),
    )


def recently_changed(base: KnowledgeBase) -> list[tuple[str, Entry]]:
    """The entries changed last, with the day; empty where the history is not known."""
    dated = [
        (f"{day:%Y-%m-%d}", file.entry)
        for file in base.files.values()
        if (day := base.changes.get(file.document.path))
    ]
    dated.sort(key=lambda pair: pair[0], reverse=True)  # stable: equal days stay by title
    return dated[:RECENT]
