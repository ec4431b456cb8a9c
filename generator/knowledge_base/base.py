"""Everything the authors wrote, with every link resolved."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.entry import Command, Entry, ProseText, prose_texts
from generator.guide import Guide
from generator.history import Changes
from generator.parameter import Parameter, undeclared
from generator.problem import Place
from generator.prose import Citation, Reference, mentions
from generator.runbook import Runbook
from generator.source import Document
from generator.verify import CommandFacts, Ledger
from generator.vocabulary import Vocabulary

Mention = tuple[ProseText, Reference | Citation]
"""A reference or citation, with the text it stands in."""


def find_mentions(entry: Entry) -> tuple[Mention, ...]:
    """What the texts of an entry refer to and cite, in order."""
    return tuple((text, found) for text in prose_texts(entry) for found in mentions(text.text))


@dataclass(frozen=True)
class EntryFile:
    """An entry with the document it was read from.

    `refers_to` are the ids its texts refer to, each once. `facts` says of each command, by its id,
    how it was checked. `mentions` are kept while the file alone is checked; they are found again
    when a problem asks for their place.
    """

    entry: Entry
    document: Document
    refers_to: tuple[str, ...]
    facts: Mapping[str, CommandFacts]
    mentions: tuple[Mention, ...] | None = None

    def prose(self) -> Iterator[ProseText]:
        """Every text with markup, found anew each time; kept, it would take as much as the file."""
        return prose_texts(self.entry)

    def place_of(self, text: ProseText, excerpt: str, start: int) -> Place:
        """Where `excerpt`, which begins at character `start` of `text`, stands in the file."""
        nth = text.text.count(excerpt, 0, start)
        return self.document.place_of(text.keys, excerpt, nth)

    def references(self) -> Iterator[tuple[ProseText, Reference]]:
        """The references to entries, with the texts they stand in."""
        for text, mention in self._mentions():
            if isinstance(mention, Reference):
                yield text, mention

    def citations(self) -> Iterator[tuple[ProseText, Citation]]:
        """The citations of the entry's own sources, with the texts they stand in."""
        for text, mention in self._mentions():
            if isinstance(mention, Citation):
                yield text, mention

    def _mentions(self) -> tuple[Mention, ...]:
        return find_mentions(self.entry) if self.mentions is None else self.mentions


@dataclass(frozen=True)
class ParameterFile:
    """A parameter with the document it was read from."""

    parameter: Parameter
    document: Document


@dataclass(frozen=True)
class Authored:
    """What authors wrote beside the entries. Runbooks and guides are sorted by title."""

    guides: tuple[Guide, ...] = ()
    runbooks: tuple[Runbook, ...] = ()
    parameters: Mapping[str, ParameterFile] = field(default_factory=dict)
    broken_parameters: frozenset[str] = frozenset()


class Embedded(NamedTuple):
    """A command that a runbook embeds, with the entry it belongs to."""

    file: EntryFile
    command: Command


@dataclass(frozen=True)
class KnowledgeBase:
    """`files` are sorted by title. The back-links hold ids, in the order of `files`.

    `broken` are the ids of files that could not be read as entries: they exist, so a reference to
    one is no second problem. The same holds for `broken_parameters`. What changed after `read_at`,
    in seconds since 1970, may not be in it.
    """

    root: Path
    files: Mapping[str, EntryFile]
    vocabulary: Vocabulary
    guides: tuple[Guide, ...]
    runbooks: Mapping[str, Runbook]
    parameters: Mapping[str, ParameterFile]
    changes: Changes = field(repr=False)
    mentioned_by: Mapping[str, tuple[str, ...]]
    mentioned_in: Mapping[str, tuple[Guide, ...]]
    runbooks_of: Mapping[str, tuple[Runbook, ...]]
    prerequisite_of: Mapping[str, tuple[str, ...]]
    narrower: Mapping[str, tuple[str, ...]]
    broken: frozenset[str] = frozenset()
    broken_parameters: frozenset[str] = frozenset()
    ledger: Ledger = field(default_factory=Ledger, repr=False)
    read_at: float = 0.0

    @cached_property
    def newest_day(self) -> date | None:
        """The last day on which anything changed, or a source was read where that is not known."""
        read = (source.retrieved for entry in self.entries for source in entry.sources)
        return max(self.changes.values(), default=None) or max(read, default=None)

    def command(self, path: str) -> Embedded | None:
        """The command at `entry/command`."""
        entry_id, _, command_id = path.partition("/")
        file = self.files.get(entry_id)
        for command in file.entry.all_commands() if file else ():
            if file and command.id == command_id:
                return Embedded(file, command)
        return None

    @cached_property
    def candidates(self) -> Mapping[str, Embedded]:
        """For each parameter that names one, the command that lists its values."""
        found = {
            name: self.command(file.parameter.candidates or "")
            for name, file in self.parameters.items()
        }
        return {name: command for name, command in found.items() if command is not None}

    def parameter(self, name: str) -> Parameter:
        """What is asked of the values for `<name>`."""
        file = self.parameters.get(name)
        return file.parameter if file else undeclared(name)

    @property
    def entries(self) -> Iterator[Entry]:
        """Every entry, by title."""
        return (file.entry for file in self.files.values())


def link(
    root: Path,
    files: Iterable[EntryFile],
    words: Vocabulary,
    authored: Authored,
    changes: Changes,
    broken: frozenset[str],
    ledger: Ledger,
) -> KnowledgeBase:
    """The knowledge base of these parts, back-links derived."""
    by_id = {file.entry.id: file for file in files}
    mentioned_by: dict[str, list[str]] = defaultdict(list)
    prerequisite_of: dict[str, list[str]] = defaultdict(list)
    narrower: dict[str, list[str]] = defaultdict(list)
    for entry_id, file in by_id.items():
        for target in file.refers_to:
            mentioned_by[target].append(entry_id)
        for target in file.entry.prerequisites:
            prerequisite_of[target].append(entry_id)
        for target in file.entry.broader:
            narrower[target].append(entry_id)
    mentioned_in: dict[str, list[Guide]] = defaultdict(list)
    for guide in authored.guides:
        for target in dict.fromkeys(target for target, _ in guide.references):
            mentioned_in[target].append(guide)
    runbooks_of: dict[str, list[Runbook]] = defaultdict(list)
    for runbook in authored.runbooks:
        for target in dict.fromkeys(runbook.front.applies_to):
            runbooks_of[target].append(runbook)
    return KnowledgeBase(
        root=root,
        files=MappingProxyType(by_id),
        vocabulary=words,
        guides=authored.guides,
        runbooks=MappingProxyType({runbook.id: runbook for runbook in authored.runbooks}),
        parameters=authored.parameters,
        changes=changes,
        mentioned_by={key: tuple(ids) for key, ids in mentioned_by.items()},
        mentioned_in={key: tuple(found) for key, found in mentioned_in.items()},
        runbooks_of={key: tuple(found) for key, found in runbooks_of.items()},
        prerequisite_of={key: tuple(ids) for key, ids in prerequisite_of.items()},
        narrower={key: tuple(ids) for key, ids in narrower.items()},
        broken=broken,
        broken_parameters=authored.broken_parameters,
        ledger=ledger,
    )
