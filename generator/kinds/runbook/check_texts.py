"""What runbooks say: whom they name and cite, and what they may not show."""

from collections.abc import Iterator

from generator.checks.markup import untaken, wrong_links
from generator.checks.secrets import secrets_in
from generator.checks.words import known_word
from generator.clock import latest_day
from generator.kinds.runbook.model import Runbook, Written, written_texts
from generator.knowledge_base import KnowledgeBase
from generator.problem import Problem
from generator.problem.effect import SECRET_SHOWN
from generator.problem.shape import FUTURE_DAY, MARKUP, UNKNOWN_SOURCE, WRONG_ADDRESS
from generator.prose import Citation, mentions
from generator.shape import suggest
from generator.vocabulary import EMPTY


def check_texts(base: KnowledgeBase) -> Iterator[Problem]:
    """Citations lead somewhere, markup can be shown, no secret stands there, the owner is known."""
    for runbook in base.all(Runbook).values():
        if base.vocabulary is not EMPTY:
            owner, known = runbook.front.owner, base.vocabulary.owners
            yield from known_word(runbook.document, ("owner",), "owner", owner, known)
        yield from _days(runbook)
        sources = [source.id for source in runbook.sources]
        for text in written_texts(runbook):
            yield from _citations(text, sources)
            yield from _markup(text)
            for excerpt, start in secrets_in(text.text):
                place = text.place(excerpt, start)
                yield SECRET_SHOWN.at(place, excerpt=f"{excerpt[:6]}…")


def _days(runbook: Runbook) -> Iterator[Problem]:
    latest = latest_day()
    exercised = runbook.front.exercised
    if exercised is not None and exercised.on > latest:
        place = runbook.document.place(("exercised", "on"))
        yield FUTURE_DAY.at(place, value=exercised.on)
    for number, source in enumerate(runbook.front.sources):
        if source.retrieved > latest:
            place = runbook.document.place(("sources", number, "retrieved"))
            yield FUTURE_DAY.at(place, value=source.retrieved)


def _citations(text: Written, sources: list[str]) -> Iterator[Problem]:
    for mention in mentions(text.text):
        if isinstance(mention, Citation) and mention.id not in sources:
            place = text.place(mention.written, mention.start)
            mend = suggest(mention.id, sources, 'Add it under "sources".')
            yield UNKNOWN_SOURCE.at(place, value=mention.id, mend=mend)


def _markup(text: Written) -> Iterator[Problem]:
    for found in untaken(text.text, tables=text.block):
        place = text.place(found.excerpt, found.start)
        yield MARKUP.at(place, what=found.what, mend=found.mend)
    for address, start in wrong_links(text.text):
        yield WRONG_ADDRESS.at(text.place(address, start), value=address)
