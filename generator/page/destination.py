"""Where the links of authors lead: to files of the project, which become pages."""

import posixpath
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote

from generator.address import Address
from generator.knowledge_base import CONTENT, KnowledgeBase


class Asset(NamedTuple):
    """A file of the content folder that is published as it is; `path` is relative to the site."""

    path: str


def destination(base: KnowledgeBase, path: str, page: str, written: str) -> Address | Asset | None:
    """What an address in a file leads to; None for what is no file and no page of the project.

    `path` is the file, `page` its page. An address may name a file as it lies beside this one, as
    editors and code hosts follow it, or a page as it lies beside this page.
    """
    target, _, anchor = unquote(written).partition("#")
    if not target:
        return Address(page, anchor)
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    if (address := base.derived(_pages_of_files).get(file)) is not None:
        return Address(address, anchor)
    if file in base.assets:
        return Asset(file.removeprefix(f"{CONTENT}/"))
    if target.endswith(".html"):
        return Address(posixpath.normpath(posixpath.join(posixpath.dirname(page), target)), anchor)
    return None


def _pages_of_files(base: KnowledgeBase) -> Mapping[str, str]:
    return {document.path: document.address for document in base.by_id.values()}
