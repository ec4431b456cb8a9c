"""Everything that a project publishes: its pages, its addresses, what can be found on them."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment

from generator.address import AddressBook
from generator.kinds import FILES, KINDS
from generator.knowledge_base import KnowledgeBase, document_paths, read_one
from generator.overviews import OVERVIEWS
from generator.page import Page, environment
from generator.search.document import SearchDocument
from generator.search.sources import SourceFile, Sources

FOUND_AS = tuple(
    dict.fromkeys(
        [kind.found_as[0] for kind in KINDS] + [word for kind in KINDS for word in kind.found_as]
    )
)
"""The words for what can be found, pages before parts of pages."""


def document_pages(base: KnowledgeBase) -> Iterator[Page]:
    """The pages of all documents."""
    for kind in KINDS:
        for document in base.all(kind.files.kind).values():
            if document.address not in _WRAPPED:
                yield kind.page(base, document)


def all_pages(base: KnowledgeBase) -> Iterator[Page]:
    """Every page of the site."""
    yield from document_pages(base)
    for overview in OVERVIEWS:
        yield from overview.pages(base)


_WRAPPED = frozenset(overview.address for overview in OVERVIEWS if overview.wraps)
"""The pages of documents that an overview shows as part of its own."""


def address_book(base: KnowledgeBase) -> AddressBook:
    """Every page with its anchors."""
    return AddressBook(all_pages(base))


def templates(overrides: Path) -> Environment:
    """The templates of all pages."""
    filters: dict[str, Any] = {}
    for kind in KINDS:
        filters |= kind.filters
    made = environment(overrides, filters)
    made.globals["overviews"] = {overview.name: overview for overview in OVERVIEWS}
    return made


def search_pages(base: KnowledgeBase) -> Iterator[list[SearchDocument]]:
    """What can be found, page by page; of each page the page itself comes first."""
    for kind in KINDS:
        for document in base.all(kind.files.kind).values():
            yield list(kind.search(document))


def search_sources(root: Path) -> Sources:
    """The same, file by file as they are now."""
    kinds: Mapping[type, Any] = {kind.files.kind: kind for kind in KINDS}
    files_of = {}

    def files() -> Iterable[SourceFile]:
        for path, files in document_paths(root, FILES):
            found = os.stat(f"{root}/{path}")  # noqa: PTH116 - ten thousand paths cost more than the files
            files_of[path] = files
            yield SourceFile(path, f"{found.st_mtime_ns}-{found.st_size}", found.st_mtime)

    def read(path: str) -> Sequence[SearchDocument]:
        files = files_of[path]
        document, _ = read_one(root, path, files)
        return list(kinds[files.kind].search(document)) if document is not None else ()

    return Sources(root, files, read)
