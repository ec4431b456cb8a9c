"""Retiring: something goes for good, and its addresses say why."""

from datetime import date

from generator.address import Address, AddressLedger, Retired, as_text
from generator.address.ledger import PATH as ADDRESSES
from generator.kinds import KINDS
from generator.kinds.entry.file import EntryFile
from generator.knowledge_base import Document, KnowledgeBase
from generator.page import AddressBook
from generator.project.moving.names import (
    MoveError,
    Name,
    address_of,
    all_uses,
    changed_checks,
    name_of,
    not_there,
    parts_of,
    required,
)
from generator.project.moving.rename import Moved
from generator.project.site import address_book
from generator.transaction import change


def retire(base: KnowledgeBase, text: str, why: str, see: str, on: date) -> Moved:
    """Takes a document or a part of one away for good; its addresses say why. Raises MoveError.

    The file of a document is deleted, if it is still there. A part must be gone already.
    """
    if base.broken:
        raise MoveError("Some files cannot be read; run kb validate first.")
    book = address_book(base)
    ledger = base.addresses.with_alive(book.lasting())
    name = name_of(base, text)
    files: dict[str, str | None] = {}
    if name.sign:
        gone = [_part_that_is_gone(base, book, ledger, name)]
    else:
        document = base.by_id.get(text)
        if document is not None:
            _nothing_uses(base, document)
            files[document.path] = None
            domains = {one.id: one.entry.domain for one in base.all(EntryFile).values()}
            domains.pop(text, None)
            files |= changed_checks(base, base.ledger, domains)
        pages = {document.address} if document else {one.naming.address(text) for one in KINDS}
        gone = [one for one in ledger.alive if one.page in pages]
        if not gone:
            before = next((one for one in map(Address, pages) if ledger.became(one)), Address(text))
            raise not_there(ledger, name, before)
    retired = Retired(on, why, _seen(base, book, see, gone))
    files[ADDRESSES] = as_text(ledger.with_retired(gone, retired))
    change(base.root, files)
    return Moved(tuple(sorted(files)), len(gone))


def _part_that_is_gone(
    base: KnowledgeBase, book: AddressBook, ledger: AddressLedger, name: Name
) -> Address:
    address = address_of(base, name)
    if ledger.became(address) and address not in book.lasting():
        raise not_there(ledger, name, address)
    if address in book:
        path = required(base, name.document).path
        raise MoveError(f'"{name}" is still there: take it out of {path} first.')
    if address not in ledger:
        raise not_there(ledger, name, address)
    return address


def _seen(base: KnowledgeBase, book: AddressBook, see: str, gone: list[Address]) -> Address | None:
    if not see:
        return None
    address = address_of(base, name_of(base, see))
    if address not in book or address in gone:
        raise MoveError(f'There is no "{see}" to see instead.')
    return address


def _nothing_uses(base: KnowledgeBase, document: Document) -> None:
    for use in all_uses(base):
        if parts_of(use.id, document.id) and use.place.path != document.path:
            raise MoveError(f'{use.place}: "{use.id}" is still used here.')
