"""What a kind of document declares: all that the rest of the package needs to know of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from generator.knowledge_base import Document, Files, KnowledgeBase
from generator.page import Page
from generator.problem import Problem
from generator.search.document import SearchDocument

Doc = TypeVar("Doc", bound=Document)


@dataclass(frozen=True)
class Kind(Generic[Doc]):
    """A kind of document: entry, runbook, guide.

    `files` say where its documents lie, and read one. `page` gives the page of one with its
    anchors, `search` what can be found on it, the page itself first; `found_as` are the words for
    these results. `folder` of the site is kept for its pages. `checks` look at all of them, once
    all is read. `filters` are for its templates.
    """

    files: Files[Doc]
    page: Callable[[KnowledgeBase, Doc], Page]
    search: Callable[[Doc], Iterable[SearchDocument]]
    found_as: tuple[str, ...]
    folder: str = ""
    checks: tuple[Callable[[KnowledgeBase], Iterable[Problem]], ...] = ()
    filters: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
