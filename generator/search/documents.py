"""The searchable texts: what a result shows, and the words by which it is found."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator import permalink
from generator.command import Effect, parse
from generator.entry import Entry, prose_texts
from generator.guide import Guide
from generator.knowledge_base import KnowledgeBase
from generator.prose import bare
from generator.runbook import ManualBlock, Runbook, Text
from generator.search.kind import Kind


class SearchDocument(NamedTuple):
    """A page or a place on one. `location` is an address with its anchor; `text` is plain.

    `owner` is the id of the entry, runbook or guide it belongs to. `names` are other names of what
    is described, as good as the title; `hints` are found and never shown; `symptoms` are texts
    that somebody pastes; `line` is a command; `context` are the names of what a part belongs to.
    """

    kind: Kind
    owner: str
    location: str
    title: str
    text: str
    names: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    symptoms: tuple[str, ...] = ()
    line: str = ""
    effect: Effect | None = None
    domain: str = ""
    context: tuple[str, ...] = ()


def pages(base: KnowledgeBase) -> Iterator[list[SearchDocument]]:
    """Everything that can be found: the documents of each entry, then of runbooks and guides."""
    for entry in base.entries:
        yield list(entry_documents(entry))
    for runbook in base.runbooks.values():
        yield list(runbook_documents(runbook))
    for guide in base.guides:
        yield list(guide_documents(guide))


def entry_documents(entry: Entry) -> Iterator[SearchDocument]:
    """One document for its head, then one per symptom, command and section."""
    owner, domain = entry.id, entry.domain
    context = (entry.title, *entry.aliases)
    address = permalink.entry(entry.id)
    yield SearchDocument(
        kind=Kind.ENTRY,
        location=address,
        title=entry.title,
        text=entry.definition,
        names=entry.aliases,
        hints=entry.search_hints,
        owner=owner,
        domain=domain,
    )
    for number, symptom in enumerate(entry.symptoms, 1):
        yield SearchDocument(
            kind=Kind.SYMPTOM,
            location=f"{address}#symptom-{number}",
            title=symptom.text,
            text=bare(symptom.meaning),
            symptoms=(symptom.text,),
            owner=owner,
            domain=domain,
            context=context,
        )
    for command in entry.all_commands():
        yield SearchDocument(
            kind=Kind.COMMAND,
            location=f"{address}#{permalink.command(command.id)}",
            title=bare(command.purpose),
            text=command.run,
            line=parse(command.run.strip()).line,
            effect=command.effect,
            owner=owner,
            domain=domain,
            context=context,
        )
    for section, texts in _sections(entry).items():
        yield SearchDocument(
            kind=Kind.SECTION,
            location=f"{address}#{_anchor(entry, section)}",
            title=f"{entry.title}: {section.replace('_', ' ')}",
            text=" ".join(texts),
            owner=owner,
            domain=domain,
            context=(*context, _ASKED_AS.get(section, "")),
        )


_ASKED_AS = {
    "not_to_be_confused_with": "difference different compare versus vs",
    "why_it_matters": "why important",
    "cost": "price pay bill billed charge expensive cheap money",
    "performance": "fast faster slow speed quick throughput parallel",
    "security": "secure safe password secret credential permission role",
    "reliability": "available availability failover outage redundant",
    "operations": "monitor watch history keep kept maintain alert",
    "common_mistakes": "wrong mistake pitfall",
    "cli": "command line terminal script",
}
"""What people call that of which a section speaks."""


NOT_SEARCHED = ("symptoms", "commands", "not_applicable", "case_studies")
"""What has documents of its own; and stories, which mention much that they do not explain."""


def _sections(entry: Entry) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    for text in prose_texts(entry):
        name = str(text.keys[0])
        if name not in NOT_SEARCHED:
            sections.setdefault(name, []).append(bare(text.text))
    return sections


def _anchor(entry: Entry, section: str) -> str:
    if section == "cli":
        return "commands" if entry.commands else "before-you-run"
    if section == "not_to_be_confused_with":
        return "not-the-same"
    return permalink.section(section)


def runbook_documents(runbook: Runbook) -> Iterator[SearchDocument]:
    """One document for its head, then one per step."""
    address = permalink.runbook(runbook.id)
    yield SearchDocument(
        kind=Kind.RUNBOOK,
        owner=runbook.id,
        location=address,
        title=runbook.front.title,
        text=runbook.front.summary,
        symptoms=tuple(symptom.text for symptom in runbook.front.symptoms),
        context=runbook.front.applies_to,
    )
    for step in runbook.steps:
        texts = [part.text for part in step.parts if isinstance(part, Text)]
        texts += [one.block.do for one in step.blocks if isinstance(one.block, ManualBlock)]
        yield SearchDocument(
            kind=Kind.STEP,
            owner=runbook.id,
            context=(runbook.front.title, *runbook.front.applies_to),
            location=f"{address}#{step.id}",
            title=f"{runbook.front.title}: {step.title}",
            text=bare(" ".join(texts)),
        )


def guide_documents(guide: Guide) -> Iterator[SearchDocument]:
    """One document for its head, then one per heading with text."""
    address = permalink.markdown(guide.path)
    head, *sections = guide.sections
    yield SearchDocument(
        kind=Kind.GUIDE,
        owner=guide.path,
        location=address,
        title=guide.title,
        text=f"{guide.description} {_plain(head.text)}".strip(),
    )
    for section in sections:
        if section.text.strip():
            yield SearchDocument(
                kind=Kind.SECTION,
                owner=guide.path,
                location=f"{address}#{section.anchor}",
                title=f"{guide.title}: {section.title}",
                text=_plain(section.text),
                context=(guide.title,),
            )


_MARKDOWN = re.compile(r"\]\([^()\s]*\)|\]\[[^\[\]]*\]|[|*\[\]#]|-{3,}|<[^<>]*>")


def _plain(text: str) -> str:
    return " ".join(_MARKDOWN.sub(" ", bare(text)).split())
