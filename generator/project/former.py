"""Addresses of former days: pages that lead on, or say why nothing is there any more."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from html import escape
from typing import NamedTuple

from jinja2 import Environment

from generator.address import Address, AddressLedger, Retired
from generator.kinds import KINDS
from generator.knowledge_base import KnowledgeBase
from generator.page import AddressBook, Page, href, template

GO = "go"
"""The folder of the short addresses, one page for each document: go/ID.html#ANCHOR."""


class Former(NamedTuple):
    """Something that stood on a page under `anchor`: where it is `now`, or why it is gone."""

    anchor: str
    title: str
    now: str = ""
    on: date | None = None
    why: str = ""
    see: str = ""


def with_former(page: Page, base: KnowledgeBase, titles: Mapping[str, str]) -> Page:
    """The page with its former places, which lead to where these are today."""
    alive = frozenset(page.lasting())  # one that came back is told as a problem
    former = [
        (anchor, now)
        for old, now in base.addresses.former(page.address)
        if (anchor := _anchor_on(page.address, old)) and anchor not in alive
    ]
    if not former:
        return page
    here: list[tuple[str, str]] = []
    elsewhere: list[Former] = []
    for anchor, now in former:
        if isinstance(now, Address) and now.page == page.address and now.anchor:
            here.append((anchor, now.anchor))
        else:
            elsewhere.append(_former(page.address, anchor, now, titles))

    def render(templates: Environment) -> str:
        html = page.render(templates)
        for old, new in sorted(here):
            html = _marked(html, old, new)
        if elsewhere:
            html += template(templates, "former").render(former=sorted(elsewhere))
        return html

    def other() -> Iterator[str]:
        yield from page.other_anchors()
        yield from (anchor for anchor, _ in former)

    return replace(page, render=render, other=other)


def _anchor_on(page: str, old: Address) -> str:
    """Where a page tells of something that is gone from it, or from what has become it."""
    if old.page == page or not old.anchor:
        return old.anchor
    name = short_address(old.page).removeprefix(f"{GO}/").removesuffix(".html")
    return f"{name.replace('/', '-')}-{old.anchor}"


def _former(page: str, anchor: str, now: Address | Retired, titles: Mapping[str, str]) -> Former:
    if isinstance(now, Address):
        return Former(anchor, titles.get(now.page, str(now)), now=href(page, now))
    see = href(page, now.see) if now.see else ""
    title = titles.get(now.see.page, str(now.see)) if now.see else ""
    return Former(anchor, title, on=now.on, why=now.why, see=see)


def _marked(html: str, old: str, new: str) -> str:
    """Puts a mark of the old anchor before the element that has the new one."""
    at = html.find(f' id="{escape(new)}"')
    begin = html.rfind("<", 0, at)
    assert 0 <= begin < at  # the address book says that it is there
    mark = f'<span id="{escape(old)}" data-kb-now="#{escape(new)}"></span>'
    return f"{html[:begin]}{mark}{html[begin:]}"


def retired_pages(base: KnowledgeBase, titles: Mapping[str, str]) -> Iterator[Page]:
    """A page for each page that was retired."""
    for address, retired in base.addresses.retired.items():
        if not address.anchor:
            yield with_former(_retired_page(base, address, retired, titles), base, titles)


def _retired_page(
    base: KnowledgeBase, address: Address, retired: Retired, titles: Mapping[str, str]
) -> Page:
    see = href(address.page, retired.see) if retired.see else ""
    title = titles.get(retired.see.page, str(retired.see)) if retired.see else ""
    anchors = [
        old.anchor
        for old, now in base.addresses.former(address.page)
        if old.anchor and now == retired
    ]

    def render(templates: Environment) -> str:
        return template(templates, "retired").render(
            address=address.page, retired=retired, see=see, title=title, anchors=anchors
        )

    return Page(
        address=address.page,
        title=f"Retired: {address.page}",
        description=f"Retired on {retired.on}. {retired.why}",
        toc=(),
        render=render,
        lasting=lambda: anchors,
        of_the_tool=True,
    )


class Stub(NamedTuple):
    """A file that leads on: its path below the site, and its HTML."""

    path: str
    html: str


def stubs(
    base: KnowledgeBase, book: AddressBook, gone: Iterable[tuple[str, str]], templates: Environment
) -> Iterator[Stub]:
    """The pages that lead on, with what browsers keep behind the `#`.

    These are the short address of every document, and the old addresses of pages that moved.
    `gone` are pages of overviews that are no more, with those that take their place.
    """
    moved = {old.page: now for old, now in base.addresses.moved.items() if not old.anchor}
    targets = {**{page: now.page for page, now in moved.items()}, **dict(gone)}
    titles = {address: page.title for address, page in book.pages.items()}
    made = template(templates, "moved")
    for old, target in targets.items():
        yield _stub(base, made, old, old, target, titles)
    for short, page in short_addresses(base):
        yield _stub(base, made, short, page, moved[page].page if page in moved else page, titles)


def short_addresses(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """The short address of every document that is or was there, with its page of that time."""
    pages = {document.address for document in base.by_id.values()}
    pages |= {old.page for old in base.addresses.moved if not old.anchor}
    pages |= {old.page for old in base.addresses.retired if not old.anchor}
    for page in sorted(pages):
        yield short_address(page), page


def short_address(page: str) -> str:
    """`go/pipeline.html` for `glossary/pipeline.html`: by the id alone, whatever its kind."""
    for kind in KINDS:
        if kind.folder and page.startswith(f"{kind.folder}/"):
            return f"{GO}/{page.removeprefix(f'{kind.folder}/')}"
    return f"{GO}/{page}"


def short_before(ledger: AddressLedger) -> dict[str, Address]:
    """The short addresses of pages that moved or were retired, with these pages."""
    pages = (old for old in (*ledger.moved, *ledger.retired) if not old.anchor)
    return {short_address(old.page): old for old in pages}


def _stub(
    base: KnowledgeBase, made: object, path: str, page: str, target: str, titles: Mapping[str, str]
) -> Stub:
    led = {
        old.anchor: now if isinstance(now, Address) else Address(target, _anchor_on(target, old))
        for old, now in base.addresses.former(page)
        if old.anchor and old.page == page
    }
    anchors = {
        anchor: href(path, now) for anchor, now in led.items() if now != Address(target, anchor)
    }
    html = made.render(  # type: ignore[attr-defined]
        title=titles.get(target, target),
        to=href(path, Address(target)),
        up="../" * path.count("/"),
        anchors=json.dumps(anchors, sort_keys=True),
    )
    return Stub(path, str(html))
