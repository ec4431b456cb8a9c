"""Addresses: none is shared by two things, and none that was published dies."""

import os
from collections.abc import Iterator

from generator.address import Address
from generator.address.ledger import PATH
from generator.kinds import KINDS
from generator.kinds.guide.model import Guide
from generator.knowledge_base import CONTENT, Document, KnowledgeBase
from generator.overviews import OVERVIEWS
from generator.page import AddressBook
from generator.problem import Place, Problem
from generator.problem.address import (
    LEADS_NOWHERE,
    NOT_RECORDED,
    TWICE_ON_PAGE,
    USED_BEFORE,
    VANISHED,
)
from generator.problem.between import ADDRESS_TAKEN, ID_TAKEN, NO_HOME_PAGE
from generator.project.former import GO, short_address, short_before
from generator.project.site import WRAPPED, address_book, overview_of
from generator.source import read
from generator.wording import count


def check_addresses(base: KnowledgeBase) -> Iterator[Problem]:
    """Every address has one thing, and every one that was published still leads somewhere."""
    yield from _taken(base)
    if not os.path.lexists(base.root / _HOME):
        yield NO_HOME_PAGE.at(Place(CONTENT))
    by_page = {one.address: one for one in base.by_id.values()}
    book = address_book(base)
    for twice in book.doubled():
        document = by_page.get(twice.page)
        if document is not None and not twice.anchor.startswith(_TOLD_ELSEWHERE):
            yield TWICE_ON_PAGE.at(document.id_place, gone=twice)
    if base.addresses and not base.broken:  # what is broken is not gone
        yield from _recorded(base, book, by_page)


_HOME = f"{CONTENT}/index.md"
_TOLD_ELSEWHERE = ("command-", "source-")
"""Ids that stand twice in a list are told where they stand."""


def _taken(base: KnowledgeBase) -> Iterator[Problem]:
    for guide in base.all(Guide).values():
        first = guide.id.partition("/")[0]
        if first in OWN and guide.address not in WRAPPED:
            yield ADDRESS_TAKEN.at(guide.id_place, address=guide.address, first=first)
    for kind in KINDS:
        for document in base.all(kind.files.kind).values():
            first_one = base.by_id[document.id]
            if first_one is not document:
                yield ID_TAKEN.at(document.id_place, id=document.id, other=first_one.path)


OWN = frozenset(
    {
        *(kind.folder for kind in KINDS if kind.folder),
        *(overview.address.removesuffix(".html") for overview in OVERVIEWS),
        "assets",
        "go",
        "search",
    }
)
"""The first parts of addresses that the site makes itself, without their ending."""


def _recorded(
    base: KnowledgeBase, book: AddressBook, by_page: dict[str, Document]
) -> Iterator[Problem]:
    ledger = base.addresses
    lasting = frozenset(book.lasting())
    for gone in ledger.alive - lasting:
        if overview_of(gone) is None:
            document = by_page.get(gone.page)
            place = document.id_place if document else ledger_place(base, gone)
            yield VANISHED.at(place, gone=gone, mend=_mend(gone, document))
    targets = [*ledger.moved.items()]
    targets += [(old, one.see) for old, one in ledger.retired.items() if one.see]
    for old, target in targets:
        if target not in book:
            yield LEADS_NOWHERE.at(ledger_place(base, old), gone=old, target=target)
    for again in lasting & (ledger.moved.keys() | ledger.retired.keys()):
        document = by_page.get(again.page)
        place = document.id_place if document else ledger_place(base, again)
        yield USED_BEFORE.at(place, gone=again, since=ledger.became(again))
    yield from _short(base)
    yield from _new(base, book, by_page)


def _short(base: KnowledgeBase) -> Iterator[Problem]:
    """Ids of documents of other kinds, by which short addresses were made."""
    ledger, before = base.addresses, short_before(base.addresses)
    for document in base.by_id.values():
        short, page = short_address(document.address), Address(document.address)
        old = before.get(short)
        if old is not None and page not in (old, ledger.moved.get(old)):
            yield USED_BEFORE.at(document.id_place, gone=short, since=ledger.became(old))


def _new(base: KnowledgeBase, book: AddressBook, by_page: dict[str, Document]) -> Iterator[Problem]:
    new: dict[str, list[Address]] = {}
    for address in book.lasting():
        if address not in base.addresses:
            new.setdefault(address.page, []).append(address)
    for page, found in new.items():
        if (document := by_page.get(page)) is not None:
            number = count(len(found), "address", "addresses")
            yield NOT_RECORDED.at(document.id_place, count=number, example=found[0])


def _mend(gone: Address, document: Document | None) -> str:
    name = short_address(gone.page).removeprefix(f"{GO}/").removesuffix(".html")
    name += f"#{gone.anchor}" if gone.anchor else ""
    otherwise = f'Put it back, or run "kb rename {name} …" or "kb retire {name} …".'
    if document is None:
        return otherwise
    if document.owns_headings:
        return (
            f"If only its words changed, write {{#{gone.anchor}}} behind the heading. {otherwise}"
        )
    for before in ("symptom-", "commands-"):
        if gone.anchor.startswith(before):
            own = gone.anchor.removeprefix(before)
            return f'If only its words changed, give it "id: {own}". {otherwise}'
    return otherwise


def ledger_place(base: KnowledgeBase, address: Address) -> Place:
    """The line of an address in the ledger."""
    text = read(base.root, PATH)
    lines = text.split("\n") if isinstance(text, str) else []
    own = str(address)
    for number, line in enumerate(lines, 1):
        if line.partition("\t")[0] == own:
            return Place(PATH, number)
    return Place(PATH)
