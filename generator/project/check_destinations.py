"""Links and images of authors: what they lead to is there."""

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.knowledge_base import Document, KnowledgeBase
from generator.page import AddressBook
from generator.page.destination import Asset, destination
from generator.problem import Problem
from generator.problem.between import DEAD_DESTINATION
from generator.project.site import address_book
from generator.prose import held
from generator.shape import suggest

IMAGES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"})


def check_destinations(base: KnowledgeBase) -> Iterator[Problem]:
    """Every link to a file or a page of the project has one, and every image is an image."""
    for document in base.by_id.values():
        if document.local_links:
            yield from _of_document(base, document)


def _of_document(base: KnowledgeBase, document: Document) -> Iterator[Problem]:
    book = address_book(base)
    for written in document.written():
        for one in held(written.text, block=written.block):
            if one.target not in document.local_links:
                continue
            if one.kind == "image":
                mend = _mend_image(base, document, one.target)
            else:
                mend = _mend(base, book, document, one.target)
            if mend is not None:
                place = written.place(one.excerpt, one.start)
                yield DEAD_DESTINATION.at(place, value=one.target, mend=mend)


def _mend_image(base: KnowledgeBase, document: Document, target: str) -> str | None:
    found = destination(base, document.path, document.address, target)
    if isinstance(found, Asset) and PurePosixPath(found.path).suffix.lower() in IMAGES:
        return None
    images = [path for path in base.assets if PurePosixPath(path).suffix.lower() in IMAGES]
    return _near(document, target, images, "Name an image of the content folder, a PNG or SVG.")


def _mend(base: KnowledgeBase, book: AddressBook, document: Document, target: str) -> str | None:
    """How to mend a link that leads nowhere; None where it leads somewhere."""
    found = destination(base, document.path, document.address, target)
    if isinstance(found, Asset):
        return None
    if found is not None and found in book:
        return None
    if found is not None and found.page in book.pages:
        anchors = sorted(book.anchors[found.page])
        return suggest(found.anchor, anchors, "See the headings of that page.")
    files = [*(one.path for one in base.by_id.values()), *base.assets]
    return _near(document, target, files, "Name the file as it lies beside this one.")


def _near(document: Document, target: str, paths: Iterable[str], otherwise: str) -> str:
    folder = posixpath.dirname(document.path)
    near = [posixpath.relpath(path, folder) for path in sorted(paths)]
    name = PurePosixPath(target.partition("#")[0]).name
    by_name = [path for path in near if PurePosixPath(path).name == name]
    if by_name:
        return f'Did you mean "{by_name[0]}"?'
    return suggest(target.partition("#")[0], near, otherwise)
