"""What is renamed or retired, and where the project names it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.address import Address, AddressLedger
from generator.kinds import KINDS, Kind
from generator.knowledge_base import Document, KnowledgeBase, Use
from generator.verify import Ledger, ledger_texts


class MoveError(Exception):
    """It cannot be done, and nothing was changed. The text says why, and what would help."""


@dataclass(frozen=True)
class Name:
    """DOCUMENT, DOCUMENT/PART or DOCUMENT#ANCHOR."""

    document: str
    sign: str = ""
    part: str = ""

    def __str__(self) -> str:
        return f"{self.document}{self.sign}{self.part}"


def name_of(base: KnowledgeBase, text: str) -> Name:
    """Ids of guides have slashes, too: the longest document that there is comes first."""
    document, sign, part = text.partition("#")
    if sign:
        return Name(document, sign, part)
    head, slash, part = text.rpartition("/")
    if slash and head in base.by_id and text not in base.by_id:
        return Name(head, "/", part)
    return Name(text)


def parts_of(text: str, document: str) -> Name | None:
    """A text as the name of this document or of a part of it; None where it is neither."""
    if text == document:
        return Name(document)
    for sign in ("/", "#"):
        if text.startswith(document + sign):
            return Name(document, sign, text[len(document) + 1 :])
    return None


def kind_of(document: Document) -> Kind[Document]:
    """The row of its kind."""
    return next(kind for kind in KINDS if isinstance(document, kind.files.kind))


def required(base: KnowledgeBase, name: str) -> Document:
    """The document of an id. Raises MoveError."""
    document = base.by_id.get(name)
    if document is None:
        raise MoveError(f'There is no "{name}".')
    return document


def address_of(base: KnowledgeBase, name: Name) -> Address:
    """Where something is, or would be. Raises MoveError where there is no such document."""
    document = required(base, name.document)
    anchor = kind_of(document).naming.anchor(name.sign, name.part) if name.sign else ""
    return Address(document.address, anchor)


def not_there(ledger: AddressLedger, name: Name, address: Address) -> MoveError:
    """That nothing stands at an address, and what became of it."""
    became = ledger.became(address)
    return MoveError(
        f'"{name}" is not there: it {became}.'
        if became
        else f'"{name}" is not there, and was never published.'
    )


def all_uses(base: KnowledgeBase) -> Iterator[Use]:
    """Every place in the project where something is named by its id."""
    for kind in KINDS:
        for document in base.all(kind.files.kind).values():
            yield from kind.uses(document)
    for file in base.parameters.values():
        if (path := file.parameter.candidates) is not None:
            yield Use(path, path, file.document.place_of(("candidates",), path))


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
