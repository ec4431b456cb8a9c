"""Words that must stand in the vocabulary."""

from collections.abc import Collection, Iterator

from generator.problem import Problem
from generator.problem.between import UNKNOWN_WORD
from generator.shape import suggest
from generator.source import Document, Keys


def known_word(
    document: Document, keys: Keys, kind: str, value: str, known: Collection[str]
) -> Iterator[Problem]:
    """A problem where a value is no word of its kind in the vocabulary."""
    if value not in known:
        mend = suggest(value, list(known), "Add it there, with its title.")
        yield UNKNOWN_WORD.at(document.place(keys), kind=kind, value=value, mend=mend)
