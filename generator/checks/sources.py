"""Sources and what cites them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from generator import prose
from generator.knowledge_base import EntryFile, KnowledgeBase
from generator.problem import Place, Problem
from generator.problem.shape import FUTURE_DAY, UNKNOWN_SOURCE
from generator.shape import suggest
from generator.source import Keys


def check_sources(base: KnowledgeBase) -> Iterator[Problem]:
    """Every citation names a source of its entry, and every source was read already."""
    # The author's calendar may be a day ahead of the one here.
    latest = datetime.now(UTC).date() + timedelta(days=1)
    for file in base.files.values():
        known = [source.id for source in file.entry.sources]
        for keys, cited, place in _cited(file):
            if cited not in known:
                mend = suggest(cited, known, 'Add it under "sources".')
                where = place or file.document.place(keys)
                yield UNKNOWN_SOURCE.at(where, value=cited, mend=mend)
        for number, source in enumerate(file.entry.sources):
            if source.retrieved > latest:
                place = file.document.place(("sources", number, "retrieved"))
                yield FUTURE_DAY.at(place, value=source.retrieved)


def _cited(file: EntryFile) -> Iterator[tuple[Keys, str, Place | None]]:
    entry = file.entry
    if entry.definition_source is not None:
        yield ("definition_source",), entry.definition_source, None
    for number, case in enumerate(entry.case_studies):
        if case.source is not None:
            yield ("case_studies", number, "source"), case.source, None
    for text in file.prose:
        if "[@" not in text.text:
            continue
        for mention in prose.mentions(text.text):
            if isinstance(mention, prose.Citation):
                place = file.document.place_of(text.keys, mention.written, mention.nth)
                yield text.keys, mention.id, place
