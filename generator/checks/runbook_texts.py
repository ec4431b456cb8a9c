"""The prose of runbooks: what it refers to, what it cites, what it may not show."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from generator.checks.effects import secrets_in
from generator.checks.text import untaken, wrong_links
from generator.knowledge_base import KnowledgeBase
from generator.problem import Problem
from generator.problem.between import UNKNOWN_ENTRY
from generator.problem.effect import SECRET_SHOWN
from generator.problem.shape import FUTURE_DAY, MARKUP, UNKNOWN_SOURCE, WRONG_ADDRESS
from generator.prose import Reference, mentions
from generator.runbook import Runbook, Written, written_texts
from generator.shape import suggest


def check_runbook_texts(base: KnowledgeBase) -> Iterator[Problem]:
    """References and citations lead somewhere, markup can be shown, no secret stands there."""
    known = [*base.files, *base.broken]
    for runbook in base.runbooks.values():
        yield from _entries(runbook, known)
        yield from _days(runbook)
        sources = [source.id for source in runbook.front.sources]
        for text in written_texts(runbook):
            yield from _mentions(text, known, sources)
            yield from _markup(text)
            for excerpt, start in secrets_in(text.text):
                place = text.place(excerpt, start)
                yield SECRET_SHOWN.at(place, excerpt=f"{excerpt[:6]}…")


def _entries(runbook: Runbook, known: list[str]) -> Iterator[Problem]:
    for key in ("applies_to", "related"):
        for number, target in enumerate(getattr(runbook.front, key)):
            if target not in known:
                place = runbook.document.place((key, number))
                mend = suggest(target, known, "Write the entry, or delete the reference.")
                yield UNKNOWN_ENTRY.at(place, id=target, mend=mend)


def _days(runbook: Runbook) -> Iterator[Problem]:
    latest = datetime.now(UTC).date() + timedelta(days=1)
    exercised = runbook.front.exercised
    if exercised is not None and exercised.on > latest:
        place = runbook.document.place(("exercised", "on"))
        yield FUTURE_DAY.at(place, value=exercised.on)
    for number, source in enumerate(runbook.front.sources):
        if source.retrieved > latest:
            place = runbook.document.place(("sources", number, "retrieved"))
            yield FUTURE_DAY.at(place, value=source.retrieved)


def _mentions(text: Written, known: list[str], sources: list[str]) -> Iterator[Problem]:
    for mention in mentions(text.text):
        place = text.place(mention.written, mention.start)
        if isinstance(mention, Reference):
            if mention.id not in known:
                mend = suggest(mention.id, known, "Write the entry, or delete the reference.")
                yield UNKNOWN_ENTRY.at(place, id=mention.id, mend=mend)
        elif mention.id not in sources:
            mend = suggest(mention.id, sources, 'Add it under "sources".')
            yield UNKNOWN_SOURCE.at(place, value=mention.id, mend=mend)


def _markup(text: Written) -> Iterator[Problem]:
    for found in untaken(text.text, tables=text.block):
        place = text.place(found.excerpt, found.start)
        yield MARKUP.at(place, what=found.what, mend=found.mend)
    for address, start in wrong_links(text.text):
        yield WRONG_ADDRESS.at(text.place(address, start), value=address)
