"""Sources and what cites them."""

from collections.abc import Iterator

from generator.kinds.entry.file import EntryFile
from generator.problem import Place, Problem
from generator.problem.shape import UNKNOWN_SOURCE
from generator.shape import suggest
from generator.source import Keys
from generator.verify import Verifier


def check_sources(file: EntryFile, verifier: Verifier) -> Iterator[Problem]:
    """What names a source by a key names one of its entry."""
    del verifier
    known = frozenset(source.id for source in file.entry.sources)
    for keys, cited in _cited(file):
        if cited not in known:
            yield _unknown(file, file.document.place(keys), cited)


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
