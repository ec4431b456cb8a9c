"""Addresses to hand on: the short one of a document or a part of it, in the markup of a ticket."""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from generator.address import Address
from generator.kinds import KINDS
from generator.knowledge_base import Document, KnowledgeBase
from generator.page import Heading, Page
from generator.project.former import short_address
from generator.project.moving.names import Name, address_of, kind_of, name_of
from generator.project.site import address_book
from generator.shape import suggest


class NoSuchNameError(Exception):
    """There is no such document or part. The text says so, and what may have been meant."""


class Named(NamedTuple):
    """What somebody named: its title, and its short address."""

    document: Document
    title: str
    address: Address


def named(base: KnowledgeBase, text: str) -> Named:
    """A document, or a part as DOCUMENT/PART or DOCUMENT#ANCHOR. Raises NoSuchNameError."""
    name = name_of(base, text)
    document = base.by_id.get(name.document)
    if document is None:
        raise NoSuchNameError(f'There is no "{name}". {_mend(base, name)}')
    address = address_of(base, name)
    page = address_book(base).pages[address.page]
    anchors = set(page.anchors())
    if name.sign and address.anchor not in anchors:
        before = address.anchor.removesuffix(name.part)
        parts = sorted(one.removeprefix(before) for one in anchors if one.startswith(before))
        mend = suggest(name.part, parts, "See its page.")
        raise NoSuchNameError(f'"{document.id}" has no part "{name.part}". {mend}')
    short = Address(short_address(address.page), address.anchor)
    return Named(document, _title(page, document, address), short)


def _mend(base: KnowledgeBase, name: Name) -> str:
    """What it is called today, or what may have been meant."""
    head = name.document.partition("/")[0]
    pages = {document.address: document.id for document in base.by_id.values()}
    for old in dict.fromkeys((name.document, head)):
        for kind in KINDS:
            now = base.addresses.moved.get(Address(kind.naming.address(old)))
            if now and now.page in pages:
                return f'It is now called "{pages[now.page]}".'
    return suggest(head, list(base.by_id), "See kb search.")


def _title(page: Page, document: Document, address: Address) -> str:
    if not address.anchor:
        return document.title
    found = {f"{address.page}#{one.anchor}": one.title for one in _all(page.toc)}
    for one in kind_of(document).search(document):
        found.setdefault(one.location, one.title)
    part = found.get(str(address), address.anchor).removeprefix(f"{document.title}: ")
    return f"{document.title}: {part}"


def _all(headings: Iterable[Heading]) -> Iterable[Heading]:
    for heading in headings:
        yield heading
        yield from _all(heading.children)


def whole(address: Address, site: str, values: Mapping[str, str]) -> str:
    """The address as others follow it, with values behind its `#`."""
    pairs = "&".join(
        f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in values.items()
    )
    site = f"{site.rstrip('/')}/" if site else ""
    fragment = f"#{quote(address.anchor)}" if address.anchor or pairs else ""
    return f"{site}{quote(address.page)}{fragment}{'?' if pairs else ''}{pairs}"


def _markdown(title: str, to: str) -> str:
    return f"[{_escaped(title, '[]<>*_`~&!')}]({to})"


def _jira(title: str, to: str) -> str:
    return f"[{_escaped(title, '[]{}|*_^~')}|{to}]"


def _escaped(text: str, signs: str) -> str:
    return "".join(f"\\{sign}" if sign in signs or sign == "\\" else sign for sign in text)


def _slack(title: str, to: str) -> str:
    return f"<{escape(to, quote=False)}|{escape(title, quote=False)}>"


FORMATS: Mapping[str, Callable[[str, str], str]] = {
    "plain": lambda _, to: to,
    "markdown": _markdown,
    "html": lambda title, to: f'<a href="{escape(to)}">{escape(title)}</a>',
    "jira": _jira,
    "slack": _slack,
}
"""How a link is written, from its title and its address. The pages' link.js does the same."""
