"""Renaming, merging and retiring: the file, what refers to it, the ledgers, all or nothing."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.address import Address, Retired, as_text
from generator.address.ledger import PATH as ADDRESSES
from generator.kinds import KINDS, Kind
from generator.kinds.entry.file import EntryFile
from generator.knowledge_base import CONTENT, Document, KnowledgeBase, Use
from generator.page import AddressBook
from generator.project.site import address_book
from generator.source import read
from generator.transaction import change
from generator.verify import Ledger, ledger_texts

CONFIG = "mkdocs.yml"


class RenameError(Exception):
    """It cannot be done, and nothing was changed. The text says why, and what would help."""


@dataclass(frozen=True)
class Renamed:
    """What was changed: the files, and how many addresses lead on now."""

    files: tuple[str, ...]
    moved: int


@dataclass(frozen=True)
class _Name:
    """DOCUMENT, DOCUMENT/PART or DOCUMENT#ANCHOR."""

    document: str
    sign: str = ""
    part: str = ""

    def __str__(self) -> str:
        return f"{self.document}{self.sign}{self.part}"


def rename(base: KnowledgeBase, old_name: str, new_name: str, *, merge: bool = False) -> Renamed:
    """Gives a document or a part of one another id; what led to the old one leads to the new one.

    Where the author has moved a part by hand already, it only follows. With `merge`, the file of
    a document goes, and the other one takes its place everywhere. Raises RenameError.
    """
    if base.broken:
        raise RenameError("Some files cannot be read; run kb validate first.")
    old, new = _name(base, old_name), _name(base, new_name)
    if bool(old.sign) != bool(new.sign):
        raise RenameError("A document becomes a document, and a part becomes a part.")
    if old == new:
        raise RenameError("Both names are the same.")
    change_of = _Change(base, old, new)
    if old.sign:
        return change_of.of_part()
    return change_of.by_merging() if merge else change_of.of_document()


def _name(base: KnowledgeBase, text: str) -> _Name:
    """Ids of guides have slashes, too: the longest document that there is comes first."""
    document, sign, part = text.partition("#")
    if sign:
        return _Name(document, sign, part)
    head, slash, part = text.rpartition("/")
    if slash and head in base.by_id and text not in base.by_id:
        return _Name(head, "/", part)
    return _Name(text)


def kind_of(document: Document) -> Kind[Document]:
    """The row of its kind."""
    return next(kind for kind in KINDS if isinstance(document, kind.files.kind))


class _Change:
    """One change in the making."""

    def __init__(self, base: KnowledgeBase, old: _Name, new: _Name) -> None:
        self.base = base
        self.old = old
        self.new = new
        self.uses = list(all_uses(base))
        self.ledger = base.addresses.with_alive(address_book(base).lasting())

    def of_document(self) -> Renamed:
        """Another id, another file, another page."""
        if self.old.document not in self.base.by_id and self.new.document in self.base.by_id:
            return self._of_document_that_moved()
        document = self._required(self.old.document)
        if (other := self.base.by_id.get(self.new.document)) is not None:
            raise RenameError(
                f'"{self.new}" is the id of {other.path}. To join the two, move what is worth '
                "keeping there by hand, then rename with --merge."
            )
        kind = kind_of(document)
        path = kind.naming.path(document, self.new.document)
        if not kind.naming.is_id(self.new.document) or not kind.files.takes(path):
            raise RenameError(f'"{self.new}" cannot be the id of this document.')
        address = kind.naming.address(self.new.document)
        self._free(Address(address))
        texts = self._with_new_names(self._renamed_document)
        texts[path] = texts.pop(document.path, None) or self._text(document.path)
        moves = {
            one: Address(address, one.anchor)
            for one in self.ledger.alive
            if one.page == document.address
        }
        self._reads_the_same(texts, {document.path: path})
        texts |= self._navigation(document.path, path)
        return self._done({document.path: None, **texts}, moves)

    def _of_document_that_moved(self) -> Renamed:
        """The author has renamed the file and its id already; the rest follows."""
        into = self.base.by_id[self.new.document]
        page = kind_of(into).naming.address(self.old.document)
        there = {one.anchor for one in self.ledger.alive if one.page == into.address}
        moves = {
            one: Address(into.address, one.anchor if one.anchor in there else "")
            for one in self.ledger.alive
            if one.page == page
        }
        if not moves:
            raise RenameError(f'"{self.old}" is not there, and was never published.')
        return self._done(self._with_new_names(self._renamed_document), moves)

    def _navigation(self, old: str, new: str) -> dict[str, str]:
        """mkdocs.yml, where it names the page of a guide."""
        text = self._text(CONFIG) if (self.base.root / CONFIG).is_file() else ""
        here = re.compile(rf"(?<![\w./-]){re.escape(old.removeprefix(f'{CONTENT}/'))}(?![\w-])")
        named = here.sub(new.removeprefix(f"{CONTENT}/"), text) if old.startswith(CONTENT) else text
        return {} if named == text else {CONFIG: named}

    def by_merging(self) -> Renamed:
        """The old document goes; its places lead to those of the same name on the new one."""
        document = self._required(self.old.document)
        into = self._required(self.new.document)
        for use in self.uses:
            head, slash, part = use.id.partition("/")
            if slash and head == self.old.document and use.place.path != document.path:
                self._must_have(into, f"{into.id}/{part}", use)
        there = {one.anchor for one in self.ledger.alive if one.page == into.address}
        moves = {
            one: Address(into.address, one.anchor if one.anchor in there else "")
            for one in self.ledger.alive
            if one.page == document.address
        }
        texts = self._with_new_names(self._renamed_document)
        texts.pop(document.path, None)
        return self._done({**texts, document.path: None}, moves)

    def _must_have(self, into: Document, name: str, use: Use) -> None:
        if not any(one.id == name for one in kind_of(into).uses(into)):
            raise RenameError(f'{use.place}: "{use.id}" is used here, and there is no "{name}".')

    def of_part(self) -> Renamed:
        """Another id for a part; or a part that its author has moved already."""
        document = self._required(self.old.document)
        old, new = self._address(self.old), self._address(self.new)
        book = address_book(self.base)
        if new in book:
            if old in book:
                raise RenameError(f'"{self.new}" is there already, and so is "{self.old}".')
            if old not in self.ledger:
                raise RenameError(f'"{self.old}" is not there, and was never published.')
        elif old not in book:
            raise RenameError(f'There is no "{self.old}".')
        elif self.old.document != self.new.document:
            raise RenameError(
                f"Move it into {self._required(self.new.document).path} by hand first; then this "
                "makes everything follow."
            )
        else:
            self._free(new)
        texts = self._with_new_names(self._renamed_part)
        if new not in book and document.path not in texts:
            raise RenameError(f'"{self.old}" has no id that could be changed.')
        self._reads_the_same(texts, {})
        return self._done(texts, {old: new})

    def _required(self, name: str) -> Document:
        document = self.base.by_id.get(name)
        if document is None:
            raise RenameError(f'There is no "{name}".')
        return document

    def _free(self, address: Address) -> None:
        if address in self.ledger.moved or address in self.ledger.retired:
            raise RenameError(
                f"{address} was published before, and leads elsewhere since. Choose another id."
            )

    def _address(self, name: _Name) -> Address:
        document = self._required(name.document)
        return Address(document.address, kind_of(document).naming.anchor(name.sign, name.part))

    def _renamed_document(self, use: Use) -> str | None:
        """What stands in the place of a use; None where it stays."""
        head, slash, part = use.id.partition("/")
        if use.id == self.old.document:
            return use.written.replace(use.id, self.new.document, 1)
        if slash and head == self.old.document and use.written == use.id:
            return f"{self.new.document}/{part}"
        return None

    def _renamed_part(self, use: Use) -> str | None:
        if use.id != str(self.old):
            return None
        if use.written == use.id:
            return str(self.new)
        if not self.new.part.startswith(use.before):
            raise RenameError(f'An anchor of this part begins with "{use.before}".')
        own = self.new.part.removeprefix(use.before)
        if not use.written:
            return use.form.format(own)
        return use.written.replace(self.old.part.removeprefix(use.before), own, 1)

    def _with_new_names(self, renamed: Callable[[Use], str | None]) -> dict[str, str | None]:
        """The texts of the files in which something is called by its new name."""
        edits: dict[str, list[tuple[Use, str]]] = {}
        for use in self.uses:
            if (text := renamed(use)) is not None:
                edits.setdefault(use.place.path, []).append((use, text))
        return {path: self._edited(path, found) for path, found in edits.items()}

    def _edited(self, path: str, edits: list[tuple[Use, str]]) -> str:
        text = self._text(path)
        starts = [0]
        for line in text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        for use, new in sorted(edits, key=lambda edit: edit[0].place, reverse=True):
            at = starts[use.place.line - 1] + use.place.column - 1
            if not text.startswith(use.written, at):
                raise RenameError(
                    f'{use.place}: "{use.id}" is written here in a way that cannot be changed '
                    "safely. Change it by hand."
                )
            text = text[:at] + new + text[at + len(use.written) :]
        return text

    def _text(self, path: str) -> str:
        text = read(self.base.root, path)
        if not isinstance(text, str):
            raise RenameError(f"{path} cannot be read.")
        return text

    def _reads_the_same(self, texts: Mapping[str, str | None], paths: Mapping[str, str]) -> None:
        """Holds what was written against what was meant, before anything is changed."""
        for document in self.base.by_id.values():
            path = paths.get(document.path, document.path)
            text = texts.get(path)
            if text is None:
                continue
            kind = kind_of(document)
            found, _ = kind.files.read(path, text)
            meant = [self._meant(use.id) for use in kind.uses(document)]
            if found is None or [use.id for use in kind.uses(found)] != meant:
                raise RenameError(
                    f"{document.path} would not read as it is meant to. Edit it by hand."
                )

    def _meant(self, name: str) -> str:
        if self.old.sign:
            return str(self.new) if name == str(self.old) else name
        head, sign, part = _split(name, self.old.document)
        return f"{self.new.document}{sign}{part}" if head else name

    def _done(self, texts: Mapping[str, str | None], moves: Mapping[Address, Address]) -> Renamed:
        files = {**texts, ADDRESSES: as_text(self.ledger.with_moves(moves))}
        files |= self._checks()
        change(self.base.root, files)
        return Renamed(tuple(sorted(files)), len(moves))

    def _checks(self) -> dict[str, str]:
        """The ledger of checks, under the new names."""
        ledger = self.base.ledger
        evidence = {self._meant(path): one for path, one in ledger.evidence.items()}
        reviews = {self._meant(entry): one for entry, one in ledger.reviews.items()}
        renamed = replace(ledger, evidence=evidence, reviews=reviews)
        domains = {
            self._meant(file.id): file.entry.domain for file in self.base.all(EntryFile).values()
        }
        return changed_checks(self.base, renamed, domains)


def _split(name: str, document: str) -> tuple[str, str, str]:
    """A name that is this document's or a part's of it; empty texts where it is neither."""
    if name == document:
        return document, "", ""
    for sign in ("/", "#"):
        if name.startswith(document + sign):
            return document, sign, name[len(document) + 1 :]
    return "", "", ""


def changed_checks(
    base: KnowledgeBase, ledger: Ledger, domains: Mapping[str, str]
) -> dict[str, str]:
    """The files of the ledger of checks that are not as they were."""
    texts = ledger_texts(ledger, domains)
    return {
        path: text
        for path, text in texts.items()
        if not (base.root / path).is_file() or (base.root / path).read_text("utf-8") != text
    }


def all_uses(base: KnowledgeBase) -> Iterator[Use]:
    """Every place in the project where something is named by its id."""
    for kind in KINDS:
        for document in base.all(kind.files.kind).values():
            yield from kind.uses(document)
    for file in base.parameters.values():
        if (path := file.parameter.candidates) is not None:
            yield Use(path, path, file.document.place_of(("candidates",), path))


def retire(base: KnowledgeBase, name: str, why: str, see: str, on: date) -> Renamed:
    """Takes a document or a part of one away for good; its addresses say why. Raises RenameError.

    The file of a document is deleted, if it is still there. A part must be gone already.
    """
    if base.broken:
        raise RenameError("Some files cannot be read; run kb validate first.")
    book = address_book(base)
    ledger = base.addresses.with_alive(book.lasting())
    named = _name(base, name)
    files: dict[str, str | None] = {}
    if named.sign:
        gone = [_part_that_is_gone(base, book, named)]
    else:
        document = base.by_id.get(name)
        if document is not None:
            _nothing_uses(base, document)
            files[document.path] = None
            domains = {one.id: one.entry.domain for one in base.all(EntryFile).values()}
            domains.pop(name, None)
            files |= changed_checks(base, base.ledger, domains)
        pages = {document.address} if document else {k.naming.address(name) for k in KINDS}
        gone = [one for one in ledger.alive if one.page in pages]
    if not all(one in ledger for one in gone) or not gone:
        raise RenameError(f'"{name}" is not there, and was never published.')
    retired = Retired(on, why, _seen(base, book, see, gone))
    files[ADDRESSES] = as_text(ledger.with_retired(gone, retired))
    change(base.root, files)
    return Renamed(tuple(sorted(files)), len(gone))


def _part_that_is_gone(base: KnowledgeBase, book: AddressBook, named: _Name) -> Address:
    document = base.by_id.get(named.document)
    if document is None:
        raise RenameError(f'There is no "{named.document}".')
    anchor = kind_of(document).naming.anchor(named.sign, named.part)
    address = Address(document.address, anchor)
    if address in book:
        raise RenameError(f'"{named}" is still there: take it out of {document.path} first.')
    return address


def _seen(base: KnowledgeBase, book: AddressBook, see: str, gone: list[Address]) -> Address | None:
    if not see:
        return None
    named = _name(base, see)
    document = base.by_id.get(named.document)
    if document is None:
        raise RenameError(f'There is no "{see}" to see instead.')
    anchor = kind_of(document).naming.anchor(named.sign, named.part) if named.sign else ""
    address = Address(document.address, anchor)
    if address not in book or address in gone:
        raise RenameError(f'There is no "{see}" to see instead.')
    return address


def _nothing_uses(base: KnowledgeBase, document: Document) -> None:
    for use in all_uses(base):
        head, *_ = _split(use.id, document.id)
        if head and use.place.path != document.path:
            raise RenameError(f'{use.place}: "{use.id}" is still used here.')
