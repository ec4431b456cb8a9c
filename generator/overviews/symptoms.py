"""The page of all symptoms."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jinja2 import Environment

from generator.kinds.entry.file import EntryFile
from generator.kinds.runbook.model import Runbook
from generator.knowledge_base import KnowledgeBase
from generator.overviews.overview import Overview
from generator.page import Heading, Links, Page, template
from generator.wording import count

ADDRESS = "symptoms.html"


class SymptomLine(NamedTuple):
    """A symptom, and the entry or runbook that has the answer; `address` leads there."""

    kind: str
    text: str
    title: str
    address: str
    anchor: str
    is_runbook: bool = False


def _symptom_lines(base: KnowledgeBase) -> Iterator[SymptomLine]:
    for runbook in base.all(Runbook).values():
        for seen in runbook.front.symptoms:
            step = seen.step or ""
            yield SymptomLine(
                seen.kind, seen.text, runbook.title, runbook.address, step, is_runbook=True
            )
    for file in base.all(EntryFile).values():
        for one in file.entry.symptoms:
            yield SymptomLine(one.kind, one.text, file.title, file.address, one.anchor)


def _pages(base: KnowledgeBase) -> Iterable[Page]:
    """Every symptom, by kind and text: the way in for a reader with an error on the screen."""
    lines = sorted(_symptom_lines(base), key=lambda line: (line.text.casefold(), line.address))
    kinds = {
        kind: [line for line in lines if line.kind == kind]
        for kind in KINDS
        if any(line.kind == kind for line in lines)
    }

    told = (
        f"{count(len(lines), 'error or symptom', 'errors and symptoms')}, "
        "each with the term that explains it or the runbook that settles it."
    )

    def render(templates: Environment) -> str:
        return template(templates, "symptoms").render(
            lead=told, kinds=kinds, words=KINDS, links=Links(base, ADDRESS)
        )

    yield Page(
        address=ADDRESS,
        title="Errors and symptoms",
        description=told,
        toc=tuple(Heading(KINDS[kind], kind) for kind in kinds),
        render=render,
        wide=True,
    )


KINDS = {"error": "Error messages", "alert": "Alerts", "observation": "Observations"}


SYMPTOMS = Overview("symptoms", ADDRESS, _pages)
