"""Everything that a project publishes: its pages, its addresses, what can be found on them."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment

from generator.address import Address
from generator.kinds import FILES, KINDS
from generator.knowledge_base import KnowledgeBase, document_paths, read_one
from generator.overviews import OVERVIEWS, Overview
from generator.page import AddressBook, Page, environment
from generator.project.former import GO, Stub, retired_pages, stubs, with_former
from generator.search.document import SearchDocument
from generator.search.sources import SourceFile, Sources
from generator.transaction import recover

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
            if document.address not in WRAPPED:
                yield kind.page(base, document)


def all_pages(base: KnowledgeBase) -> Iterator[Page]:
    """Every page of the site, those of former days included."""
    pages = [*_pages_of_today(base)]
    if not base.addresses:
        yield from pages
        return
    titles = {page.address: page.title for page in pages}
    yield from (with_former(page, base, titles) for page in pages)
    yield from retired_pages(base, titles)


def _pages_of_today(base: KnowledgeBase) -> Iterator[Page]:
    yield from document_pages(base)
    for overview in OVERVIEWS:
        yield from overview.pages(base)


def leading_on(base: KnowledgeBase, book: AddressBook, made: Environment) -> Iterator[Stub]:
    """The files of the site that are no pages, but lead to one."""
    gone = [
        (old.page, overview.address)
        for old in base.addresses.alive
        if old not in book and (overview := overview_of(old)) is not None
    ]
    return stubs(base, book, gone, made)


def addresses_script(book: AddressBook, stubs: Iterable[Stub]) -> str:
    """What the page for wrong addresses knows: every page with its title, and what leads to one."""
    known = {page.address: page.title for page in book.pages.values()}
    known |= {stub.path: "" for stub in stubs}
    told = json.dumps(known, sort_keys=True, separators=(",", ":"))
    return f"globalThis.kb=Object.assign(globalThis.kb||{{}},{{addresses:{told}}});\n"


def beginnings(book: AddressBook) -> list[str]:
    """The first parts of all addresses of the site, without their endings."""
    first = {address.partition("/")[0].removesuffix(".html") for address in book.pages}
    return sorted(first | {GO, "assets", "search"})


WRAPPED = frozenset(overview.address for overview in OVERVIEWS if overview.wraps)
"""The pages of documents that an overview shows as part of its own."""


def overview_of(address: Address) -> Overview | None:
    """The overview that an address belongs to, which takes its place when it is gone."""
    if any(kind.folder and address.page.startswith(f"{kind.folder}/") for kind in KINDS):
        return None
    first = address.page.partition("/")[0].removesuffix(".html")
    return _OVERVIEWS.get(first)


_OVERVIEWS = {one.address.removesuffix(".html"): one for one in OVERVIEWS if not one.wraps}


def listed_by(page: str) -> Overview | None:
    """The overview that leads to a page: to one of its own, or to a document that it lists."""
    return _LISTED.get(page.partition("/")[0].removesuffix(".html"))


_LISTED = _OVERVIEWS | {one.lists: one for one in OVERVIEWS if one.lists}


def address_book(base: KnowledgeBase) -> AddressBook:
    """Every page with its anchors."""
    return base.derived(_address_book)


def _address_book(base: KnowledgeBase) -> AddressBook:
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

    recover(root)

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
