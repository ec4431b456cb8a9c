"""Renaming and merging: the file, what refers to it, the ledgers, all or nothing."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from generator.address import Address, as_text
from generator.address.ledger import PATH as ADDRESSES
from generator.kinds.entry.file import EntryFile
from generator.knowledge_base import CONTENT, Document, KnowledgeBase, Use
from generator.project.folder import CONFIG
from generator.project.former import short_address, short_before
from generator.project.moving.edits import edited
from generator.project.moving.links import moved_links
from generator.project.moving.names import (
    MoveError,
    Name,
    address_of,
    all_uses,
    changed_checks,
    kind_of,
    name_of,
    not_there,
    parts_of,
    required,
)
from generator.project.site import address_book
from generator.source import read
from generator.transaction import change

_WAS_PUBLISHED = "{} was published before, and leads elsewhere since. Choose another id."


@dataclass(frozen=True)
class Moved:
    """What was changed: the files, and how many addresses lead on now."""

    files: tuple[str, ...]
    addresses: int


def rename(base: KnowledgeBase, old_name: str, new_name: str, *, merge: bool = False) -> Moved:
    """Gives a document or a part of one another id; what led to the old one leads to the new one.

    Where the author has moved a part by hand already, it only follows. With `merge`, the file of
    a document goes, and the other one takes its place everywhere. Raises MoveError.
    """
    if base.broken:
        raise MoveError("Some files cannot be read; run kb validate first.")
    old, new = name_of(base, old_name), name_of(base, new_name)
    if bool(old.sign) != bool(new.sign):
        raise MoveError("A document becomes a document, and a part becomes a part.")
    if old == new:
        raise MoveError("Both names are the same.")
    change_of = _Change(base, old, new)
    if old.sign:
        return change_of.of_part()
    return change_of.by_merging() if merge else change_of.of_document()


class _Change:
    """One change in the making."""

    def __init__(self, base: KnowledgeBase, old: Name, new: Name) -> None:
        self.base = base
        self.old = old
        self.new = new
        self.uses = list(all_uses(base))
        self.ledger = base.addresses.with_alive(address_book(base).lasting())

    def of_document(self) -> Moved:
        """Another id, another file, another page."""
        if self.old.document not in self.base.by_id and self.new.document in self.base.by_id:
            return self._of_document_that_moved()
        document = required(self.base, self.old.document)
        if (other := self.base.by_id.get(self.new.document)) is not None:
            raise MoveError(
                f'"{self.new}" is the id of {other.path}. To join the two, move what is worth '
                "keeping there by hand, then rename with --merge."
            )
        kind = kind_of(document)
        path = kind.naming.path(document, self.new.document)
        if not kind.naming.is_id(self.new.document) or not kind.files.takes(path):
            raise MoveError(f'"{self.new}" cannot be the id of this document.')
        address = kind.naming.address(self.new.document)
        self._free(Address(address))
        moves = {
            one: Address(address, one.anchor)
            for one in self.ledger.alive
            if one.page == document.address
        }
        paths = {document.path: path}
        texts = self._with_new_names(self._renamed_document, paths, moves)
        texts[path] = texts.pop(document.path, None) or self._text(document.path)
        self._reads_the_same(texts, paths)
        texts |= self._navigation(document.path, path)
        return self._done({document.path: None, **texts}, moves)

    def _of_document_that_moved(self) -> Moved:
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
            raise not_there(self.ledger, self.old, Address(page))
        return self._done(self._with_new_names(self._renamed_document, {}, moves), moves)

    def _navigation(self, old: str, new: str) -> dict[str, str]:
        """mkdocs.yml, where it names the page of a guide."""
        text = self._text(CONFIG) if (self.base.root / CONFIG).is_file() else ""
        here = re.compile(rf"(?<![\w./-]){re.escape(old.removeprefix(f'{CONTENT}/'))}(?![\w-])")
        named = here.sub(new.removeprefix(f"{CONTENT}/"), text) if old.startswith(CONTENT) else text
        return {} if named == text else {CONFIG: named}

    def by_merging(self) -> Moved:
        """The old document goes; its places lead to those of the same name on the new one."""
        document = required(self.base, self.old.document)
        into = required(self.base, self.new.document)
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
        paths = {document.path: into.path}
        texts = self._with_new_names(self._renamed_document, paths, moves)
        texts.pop(document.path, None)
        return self._done({**texts, document.path: None}, moves)

    def _must_have(self, into: Document, name: str, use: Use) -> None:
        if not any(one.id == name for one in kind_of(into).uses(into)):
            raise MoveError(f'{use.place}: "{use.id}" is used here, and there is no "{name}".')

    def of_part(self) -> Moved:
        """Another id for a part; or a part that its author has moved already."""
        document = required(self.base, self.old.document)
        old, new = address_of(self.base, self.old), address_of(self.base, self.new)
        book = address_book(self.base)
        if self.ledger.became(old) and old not in book.lasting():
            raise not_there(self.ledger, self.old, old)
        if new in book:
            if old in book:
                raise MoveError(f'"{self.new}" is there already, and so is "{self.old}".')
            if old not in self.ledger:
                raise not_there(self.ledger, self.old, old)
        elif old not in book:
            raise MoveError(f'There is no "{self.old}".')
        elif self.old.document != self.new.document:
            raise MoveError(
                f"Move it into {required(self.base, self.new.document).path} by hand first; then "
                "this makes everything follow."
            )
        else:
            self._free(new)
        texts = self._with_new_names(self._renamed_part, {}, {old: new})
        if new not in book and document.path not in texts:
            raise MoveError(f'"{self.old}" has no id that could be changed.')
        self._reads_the_same(texts, {})
        return self._done(texts, {old: new})

    def _free(self, address: Address) -> None:
        short = short_address(address.page)
        if address in self.ledger.moved or address in self.ledger.retired:
            raise MoveError(_WAS_PUBLISHED.format(address))
        if not address.anchor and short in short_before(self.ledger):
            raise MoveError(_WAS_PUBLISHED.format(short))

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
            raise MoveError(f'An anchor of this part begins with "{use.before}".')
        own = self.new.part.removeprefix(use.before)
        if not use.written:
            return use.form.format(own)
        return use.written.replace(self.old.part.removeprefix(use.before), own, 1)

    def _with_new_names(
        self,
        renamed: Callable[[Use], str | None],
        paths: Mapping[str, str],
        moves: Mapping[Address, Address],
    ) -> dict[str, str | None]:
        """The texts of the files in which something is called by its new name."""
        edits: dict[str, list[tuple[Use, str]]] = {}
        for use in self.uses:
            if (text := renamed(use)) is not None:
                edits.setdefault(use.place.path, []).append((use, text))
        for use, text in moved_links(self.base, paths, moves):
            edits.setdefault(use.place.path, []).append((use, text))
        return {path: edited(self._text(path), found) for path, found in edits.items()}

    def _text(self, path: str) -> str:
        text = read(self.base.root, path)
        if not isinstance(text, str):
            raise MoveError(f"{path} cannot be read.")
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
                raise MoveError(
                    f"{document.path} would not read as it is meant to. Edit it by hand."
                )

    def _meant(self, name: str) -> str:
        if self.old.sign:
            return str(self.new) if name == str(self.old) else name
        named = parts_of(name, self.old.document)
        return str(replace(named, document=self.new.document)) if named else name

    def _done(self, texts: Mapping[str, str | None], moves: Mapping[Address, Address]) -> Moved:
        files = {**texts, ADDRESSES: as_text(self.ledger.with_moves(moves))}
        files |= self._checks()
        change(self.base.root, files)
        return Moved(tuple(sorted(files)), len(moves))

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
