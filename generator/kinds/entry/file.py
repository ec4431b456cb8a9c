"""An entry with the file it was read from."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

from generator.kinds.entry.model import Entry, told_deprecated
from generator.knowledge_base import KindName, Named, Written
from generator.names import slug
from generator.problem import Place
from generator.prose import Citation, Reference, mentions
from generator.shape import MarkedText, Source, marked_texts
from generator.source import Document
from generator.verify import CommandFacts

Mention = tuple[MarkedText, Reference | Citation]
"""A reference or citation, with the text it stands in."""


def find_mentions(entry: Entry) -> tuple[Mention, ...]:
    """What the texts of an entry refer to and cite, in order."""
    return tuple((text, found) for text in marked_texts(entry) for found in mentions(text.text))


@dataclass(frozen=True)
class EntryFile:
    """An entry as a document.

    `facts` says of each command, by its id, how it was checked. `mentions` are kept while the file
    alone is checked; they are found again when a problem asks for their place.
    """

    kind: ClassVar[KindName] = KindName("entry", "Entry", "Entries")
    owns_headings: ClassVar[bool] = False

    entry: Entry
    document: Document
    refers_to: tuple[str, ...]
    facts: Mapping[str, CommandFacts] = field(default_factory=dict)
    mentions: tuple[Mention, ...] | None = None
    local_links: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id, which is the file's name."""
        return self.entry.id

    @property
    def title(self) -> str:
        """The title of the page."""
        return self.entry.title

    @property
    def summary(self) -> str:
        """The definition; of a deprecated entry, first what to see instead."""
        return f"{told_deprecated(self.entry)}{self.entry.definition}"

    @property
    def path(self) -> str:
        """The file."""
        return self.document.path

    @property
    def address(self) -> str:
        """The page."""
        return self.entry.address

    @property
    def applies_to(self) -> tuple[str, ...]:
        """An entry is about itself."""
        return ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """What its author read."""
        return self.entry.sources

    @property
    def domain(self) -> str:
        """The domain, in which a name means one thing."""
        return self.entry.domain

    @property
    def shared_names(self) -> tuple[str, ...]:
        """The names that entries of other domains may have, too, as references write them."""
        if self.entry.distinction is None:
            return ()
        return tuple(map(slug, (self.entry.title, *self.entry.aliases)))

    @property
    def id_place(self) -> Place:
        """Where its id stands."""
        return self.document.place(("id",))

    def named(self, known: AbstractSet[str]) -> Iterator[Named]:
        """The ids that its keys name, and those in its texts that are not `known`."""
        for keys, target in self.named_by_keys():
            yield Named(target, str(keys[0]), partial(self.document.place, keys))
        if known >= {*self.refers_to}:
            return
        for text, one in self.references():
            if one.id not in known:
                yield Named(one.id, "", partial(self.place_of, text, one.written, one.start))

    def named_by_keys(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """The ids of entries that its keys name, with the way to each."""
        for key in ("related", "prerequisites", "broader"):
            for number, target in enumerate(self.entry.section(key)):
                yield (key, number), target
        for number, confusion in enumerate(self.entry.not_to_be_confused_with):
            if confusion.entry is not None:
                yield ("not_to_be_confused_with", number, "entry"), confusion.entry
        if self.entry.replaced_by is not None:
            yield ("replaced_by",), self.entry.replaced_by

    def source_place(self, number: int) -> Place:
        """Where the day stands on which a source was read."""
        return self.document.place(("sources", number, "retrieved"))

    def written(self) -> Iterator[Written]:
        """Every text with markup."""
        for text in marked_texts(self.entry):
            yield Written(text.text, text.block, partial(self.place_of, text))

    def place_of(self, text: MarkedText, excerpt: str, start: int) -> Place:
        """Where `excerpt`, which begins at character `start` of `text`, stands in the file."""
        if not excerpt:
            return self.document.place(text.keys)
        nth = text.text.count(excerpt, 0, start)
        return self.document.place_of(text.keys, excerpt, nth)

    def references(self) -> Iterator[tuple[MarkedText, Reference]]:
        """The references to documents, with the texts they stand in."""
        for text, mention in self._mentions():
            if isinstance(mention, Reference):
                yield text, mention

    def _mentions(self) -> tuple[Mention, ...]:
        return find_mentions(self.entry) if self.mentions is None else self.mentions
