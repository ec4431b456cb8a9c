"""Whoosh's index, looked up as the engines look up theirs."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from whoosh.reading import IndexReader

from generator.command import Effect
from generator.search.document import SearchDocument
from generator.search.lookup import BEGINNINGS, Held, Posting
from generator.search.terms import HINT, NAME, SAID

ALL = "* documents"
"""The key that every document has."""


class WhooshDictionary:
    """An index of Whoosh as a dictionary."""

    def __init__(self, reader: IndexReader) -> None:
        self._reader = reader
        self._held: dict[str, Held | None] = {}
        self.size = int(reader.frequency("said", ALL))

    def held(self, key: str) -> Held | None:
        """What there is of a key."""
        if key not in self._held:
            self._held[key] = self._look_up(key)
        return self._held[key]

    def _look_up(self, key: str) -> Held | None:
        said = self._weights("said", key)
        levels = dict.fromkeys(self._weights("hinted", key), HINT)
        levels.update((page, int(level)) for page, level in self._weights("named", key).items())
        found = {*said, *levels}
        if not found:
            return None
        postings = [Posting(page, levels.get(page, SAID), int(said.get(page, 0))) for page in found]
        return Held(int(sum(said.values())), postings)

    def _weights(self, field: str, key: str) -> dict[int, float]:
        if (field, key) not in self._reader:
            return {}
        matcher = self._reader.postings(field, key)
        found = {}
        while matcher.is_active():
            found[matcher.id()] = matcher.weight()
            matcher.next()
        return found

    def beginning(self, prefix: str) -> Iterator[str]:
        """The stems and compounds of names and symptoms that begin so."""
        return (key for key in self._expanded("named", prefix) if " " not in key)

    def names_beginning(self, squeezed: str) -> list[Posting]:
        """The pages with the shortest names that begin so."""
        if not squeezed:
            return []
        keys = [key for key in self._expanded("named", squeezed) if key.endswith(" =")]
        best: dict[int, Posting] = {}
        for key in sorted(keys, key=lambda key: (len(key), key)):
            held = self.held(key)
            for posting in sorted(held.postings if held else ()):
                if posting.level == NAME:
                    best.setdefault(posting.page, posting)
            if len(best) >= BEGINNINGS:
                break
        return list(best.values())[:BEGINNINGS]

    def spelt(self, letter: str, *, named: bool) -> Iterator[str]:
        """The words that begin with a letter."""
        return self._expanded("names" if named else "spelt", letter)

    def filtered(self, key: str) -> Iterator[int]:
        """The pages that have what an operator asks for."""
        return iter(self._weights("filters", key))

    def titles(self, key: str) -> Iterator[str]:
        """What the key of a name stands for."""
        held = self.held(key)
        for posting in sorted(held.postings if held else ()):
            title = self._kept(posting.page)[3].get(key)
            if title is not None:
                yield title

    def cuts(self, word: str) -> Iterator[str]:
        """The keys of this word as two words."""
        return (key for key in self._expanded("named", f"{word} ") if key[-1].isdigit())

    def documents(self, page: int) -> tuple[SearchDocument, ...]:
        """What a page holds."""
        return _restored(self._kept(page)[2])

    def _kept(self, page: int) -> tuple[str, str, str, dict[str, str]]:
        kept: tuple[str, str, str, dict[str, str]] = self._reader.stored_fields(page)["kept"]
        return kept

    def _expanded(self, field: str, prefix: str) -> Iterator[str]:
        return (key.decode() for key in self._reader.expand_prefix(field, prefix))


@lru_cache(maxsize=1024)
def _restored(text: str) -> tuple[SearchDocument, ...]:
    return tuple(map(_document, json.loads(text)))


def _document(values: dict[str, Any]) -> SearchDocument:
    for name in ("names", "hints", "symptoms", "context"):
        values[name] = tuple(values[name])
    values["effect"] = Effect(values["effect"]) if values["effect"] else None
    return SearchDocument(**values)
