"""Links between files, which follow a file or a heading that moves."""

import posixpath
from collections.abc import Iterator, Mapping

from generator.address import Address
from generator.knowledge_base import CONTENT, Document, KnowledgeBase, Use
from generator.page.destination import Asset, destination
from generator.prose import held


def moved_links(
    base: KnowledgeBase, paths: Mapping[str, str], moves: Mapping[Address, Address]
) -> Iterator[tuple[Use, str]]:
    """Every link that has to be written otherwise, with how.

    `paths` are files with those that take their place, `moves` addresses with those they become.
    """
    for document in base.by_id.values():
        for written in document.written() if document.local_links else ():
            for one in held(written.text, block=written.block):
                if not one.excerpt or one.target not in document.local_links:
                    continue
                new = _moved(base, document, one.target, paths, moves)
                if new is not None and new != one.target:
                    place = written.place(one.excerpt, one.start)
                    yield Use(one.target, one.excerpt, place), new


def _moved(
    base: KnowledgeBase,
    document: Document,
    target: str,
    paths: Mapping[str, str],
    moves: Mapping[Address, Address],
) -> str | None:
    """The same link after the move; None where nothing of it moves."""
    found = destination(base, document.path, document.address, target)
    here = paths.get(document.path, document.path)
    if isinstance(found, Asset):
        stays = here == document.path
        return None if stays else _way(here, f"{CONTENT}/{found.path}")
    if found is None:
        return None
    now = moves.get(found, found)
    if here == document.path and now == found and found.page not in {one.page for one in moves}:
        return None
    anchor = f"#{now.anchor}" if now.anchor else ""
    file = next((one.path for one in base.by_id.values() if one.address == found.page), None)
    if target.startswith("#"):
        return anchor
    if target.partition("#")[0].endswith(".html") or file is None:
        page = moves.get(Address(document.address), Address(document.address)).page
        return _way(page, now.page) + anchor
    return _way(here, paths.get(file, file)) + anchor


def _way(one: str, other: str) -> str:
    return posixpath.relpath(other, posixpath.dirname(one) or ".")
