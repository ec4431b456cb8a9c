"""What a kind of document declares: all that the rest of the package needs to know of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from generator.knowledge_base import Document, Files, KnowledgeBase, Use
from generator.page import Page
from generator.problem import Problem
from generator.search.document import SearchDocument

Doc = TypeVar("Doc", bound=Document)


@dataclass(frozen=True)
class Naming:
    """How ids of a kind become files and addresses.

    `path` gets a document and the id it is to have; `anchor` the sign and the name of a part, as
    they stand behind the id of the document.
    """

    is_id: Callable[[str], bool]
    path: Callable[[Any, str], str]
    address: Callable[[str], str]
    anchor: Callable[[str, str], str]


def _nothing(_: object) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Kind(Generic[Doc]):
    """A kind of document: entry, runbook, guide.

    `files` say where its documents lie, and read one. `page` gives the page of one with its
    anchors, `search` what can be found on it, the page itself first; `found_as` are the words for
    these results. `uses` are the places where its file names something by its id, `naming` is how
    ids become addresses. `asks` are the parameters whose values its page takes. `folder` of the
    site is kept for its pages. `checks` look at all of them, once all is read. `filters` are for
    its templates.
    """

    files: Files[Doc]
    page: Callable[[KnowledgeBase, Doc], Page]
    search: Callable[[Doc], Iterable[SearchDocument]]
    found_as: tuple[str, ...]
    uses: Callable[[Doc], Iterable[Use]]
    naming: Naming
    asks: Callable[[Any], Iterable[str]] = _nothing
    folder: str = ""
    checks: tuple[Callable[[KnowledgeBase], Iterable[Problem]], ...] = ()
    filters: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
