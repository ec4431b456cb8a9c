"""The page that finds runbooks: by title, by symptom, by alert, by entry."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from jinja2 import Environment

from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import Entry, SymptomKind
from generator.kinds.runbook.model import Runbook, RunbookSymptom
from generator.knowledge_base import KnowledgeBase
from generator.overviews.overview import Overview
from generator.page import Heading, Links, Page, template
from generator.wording import count

ADDRESS = "runbooks.html"


class Way(NamedTuple):
    """A symptom with the runbook that begins there."""

    symptom: RunbookSymptom
    runbook: Runbook
    step: str


def ways_in(base: KnowledgeBase) -> dict[SymptomKind, list[Way]]:
    """Every symptom of every runbook, by kind and text."""
    found: dict[SymptomKind, list[Way]] = defaultdict(list)
    for runbook in base.all(Runbook).values():
        for symptom in runbook.front.symptoms:
            found[symptom.kind].append(Way(symptom, runbook, symptom.step or ""))
    for ways in found.values():
        ways.sort(key=lambda way: (way.symptom.text.casefold(), way.runbook.id))
    return {kind: found[kind] for kind in SymptomKind if found[kind]}


def _pages(base: KnowledgeBase) -> Iterable[Page]:
    """Every runbook: by title, by symptom, by alert, by entry."""
    ways = ways_in(base)
    begin = count(sum(map(len, ways.values())), "error or symptom", "errors and symptoms")
    told = f"{count(len(base.all(Runbook)), 'runbook')}: what to do about {begin}."

    def render(templates: Environment) -> str:
        return template(templates, "runbooks").render(
            runbooks=list(base.all(Runbook).values()),
            lead=told,
            ways=ways,
            words=_HEADINGS,
            by_entry=list(_by_entry(base)),
            links=Links(base, ADDRESS),
        )

    toc = [Heading("By title", "by-title")]
    toc += [Heading(_HEADINGS[kind], f"by-{kind}") for kind in ways]
    toc.append(Heading("By entry", "by-entry"))
    yield Page(
        address=ADDRESS,
        title="Runbooks",
        description=told,
        toc=tuple(toc) if base.all(Runbook) else (),
        render=render,
        wide=True,
    )


_HEADINGS = {
    SymptomKind.ALERT: "By alert",
    SymptomKind.ERROR: "By error message",
    SymptomKind.OBSERVATION: "By what is seen",
}


def _by_entry(base: KnowledgeBase) -> Iterable[tuple[Entry, list[Runbook]]]:
    for file in base.all(EntryFile).values():
        found = [one for one in base.applying.get(file.id, ()) if isinstance(one, Runbook)]
        if found:
            yield file.entry, found


RUNBOOKS = Overview("runbooks", ADDRESS, _pages)
