"""Sources and what cites them."""

from collections.abc import Iterator

from generator.clock import latest_day
from generator.kinds.entry.file import EntryFile
from generator.problem import Place, Problem
from generator.problem.shape import FUTURE_DAY, UNKNOWN_SOURCE
from generator.shape import suggest
from generator.source import Keys
from generator.verify import Verifier


def check_sources(file: EntryFile, verifier: Verifier) -> Iterator[Problem]:
    """Every citation names a source of its entry, and every source was read already."""
    del verifier
    latest = latest_day()
    known = frozenset(source.id for source in file.entry.sources)
    for keys, cited in _cited(file):
        if cited not in known:
            yield _unknown(file, file.document.place(keys), cited)
    for text, citation in file.citations():
        if citation.id not in known:
            place = file.place_of(text, citation.written, citation.start)
            yield _unknown(file, place, citation.id)
    for number, source in enumerate(file.entry.sources):
        if source.retrieved > latest:
            place = file.document.place(("sources", number, "retrieved"))
            yield FUTURE_DAY.at(place, value=source.retrieved)


def _unknown(file: EntryFile, place: Place, cited: str) -> Problem:
    known = [source.id for source in file.entry.sources]
    mend = suggest(cited, known, 'Add it under "sources".')
    return UNKNOWN_SOURCE.at(place, value=cited, mend=mend)


def _cited(file: EntryFile) -> Iterator[tuple[Keys, str]]:
    """The sources named by keys of their own."""
    entry = file.entry
    if entry.definition_source is not None:
        yield ("definition_source",), entry.definition_source
    for number, case in enumerate(entry.case_studies):
        if case.source is not None:
            yield ("case_studies", number, "source"), case.source
