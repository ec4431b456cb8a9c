"""Everything the authors wrote, with every link resolved."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from generator.address import AddressLedger
from generator.history import Changes
from generator.knowledge_base.document import Document
from generator.parameter import Parameter, undeclared
from generator.source import Document as YamlDocument
from generator.verify import Ledger
from generator.vocabulary import Vocabulary

Some = TypeVar("Some")
Worked = TypeVar("Worked")


@dataclass(frozen=True)
class ParameterFile:
    """A parameter with the document it was read from."""

    parameter: Parameter
    document: YamlDocument


@dataclass(frozen=True)
class KnowledgeBase:
    """`documents` are sorted by title, for each kind by id.

    `broken` are the ids of files that could not be read: they exist, so a reference to one is no
    second problem. The same holds for `broken_parameters`. What changed after `read_at`, in seconds
    since 1970, may not be in it.
    """

    root: Path
    documents: Mapping[type, Mapping[str, Document]]
    vocabulary: Vocabulary
    parameters: Mapping[str, ParameterFile] = field(default_factory=dict)
    assets: frozenset[str] = frozenset()
    changes: Changes = field(default_factory=dict, repr=False)
    broken: frozenset[str] = frozenset()
    broken_parameters: frozenset[str] = frozenset()
    ledger: Ledger = field(default_factory=Ledger, repr=False)
    addresses: AddressLedger = field(default_factory=AddressLedger, repr=False)
    read_at: float = 0.0
    _derived: dict[object, Any] = field(default_factory=dict, repr=False)

    def all(self, kind: type[Some]) -> Mapping[str, Some]:
        """The documents of one kind, by id, sorted by title."""
        found: Mapping[str, Any] = self.documents.get(kind, {})
        return found

    def derived(self, work: Callable[["KnowledgeBase"], Worked]) -> Worked:
        """What `work` makes of this knowledge base, made once."""
        if work not in self._derived:
            self._derived[work] = work(self)
        made: Worked = self._derived[work]
        return made

    @cached_property
    def by_id(self) -> Mapping[str, Document]:
        """The documents of all kinds; where two share an id, the one of the first kind."""
        return {
            document.id: document
            for documents in reversed(list(self.documents.values()))
            for document in documents.values()
        }

    @cached_property
    def shared(self) -> Mapping[str, Mapping[str, str]]:
        """For each name that several documents have, their ids by domain."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for document in self.by_id.values():
            for name in document.shared_names:
                found[name].setdefault(document.domain, document.id)
        return {name: ids for name, ids in found.items() if len(ids) > 1}

    def meant(self, name: str, domain: str) -> str:
        """The id that a reference means: itself, or of a shared name the one in this domain."""
        if name in self.by_id or name not in self.shared:
            return name
        return self.shared[name].get(domain, name)

    @cached_property
    def referring(self) -> Mapping[str, tuple[Document, ...]]:
        """For each id the documents whose texts refer to it, kind by kind, by title."""
        return self._inverted(lambda document: document.refers_to)

    @cached_property
    def applying(self) -> Mapping[str, tuple[Document, ...]]:
        """For each id the documents that say to be about it, kind by kind, by title."""
        return self._inverted(lambda document: document.applies_to)

    def _inverted(
        self, ids: Callable[[Document], tuple[str, ...]]
    ) -> Mapping[str, tuple[Document, ...]]:
        found: dict[str, list[Document]] = defaultdict(list)
        for documents in self.documents.values():
            for document in documents.values():
                for name in dict.fromkeys(ids(document)):
                    found[self.meant(name, document.domain)].append(document)
        return {target: tuple(documents) for target, documents in found.items()}

    @cached_property
    def newest_day(self) -> date | None:
        """The last day on which anything changed, or a source was read where that is not known."""
        read = (source.retrieved for one in self.by_id.values() for source in one.sources)
        return max(self.changes.values(), default=None) or max(read, default=None)

    def parameter(self, name: str) -> Parameter:
        """What is asked of the values for `<name>`."""
        file = self.parameters.get(name)
        return file.parameter if file else undeclared(name)
