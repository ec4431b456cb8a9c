"""Documents by what people call them, and as plain data for other programs."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from difflib import get_close_matches
from enum import Enum
from typing import Any

from generator.kinds.entry.file import EntryFile
from generator.kinds.runbook.model import Runbook
from generator.knowledge_base import Document, KnowledgeBase
from generator.names import fold


def find(base: KnowledgeBase, name: str) -> list[Document]:
    """The document with this id, or those of this name; case, hyphens and plural do not matter."""
    if name in base.by_id:
        return [base.by_id[name]]
    wanted = fold(name)
    return [one for one in base.by_id.values() if wanted in map(fold, _names(one))]


def _names(document: Document) -> tuple[str, ...]:
    aliases = document.entry.aliases if isinstance(document, EntryFile) else ()
    return (document.id, document.title, *aliases)


def near(base: KnowledgeBase, name: str) -> list[str]:
    """Up to three ids that look like a name."""
    return get_close_matches(name.lower(), list(base.by_id), n=3)


def as_data(document: Document) -> dict[str, Any]:
    """A document as JSON can hold it: what every kind tells, and what its author wrote."""
    content: Any = None
    if isinstance(document, EntryFile):
        content = _plain(document.entry)
    elif isinstance(document, Runbook):
        steps = [{"id": step.id, "title": step.title} for step in document.steps]
        content = {**_plain(document.front), "steps": steps}
    return {
        "kind": document.kind.word,
        "id": document.id,
        "title": document.title,
        "summary": document.summary,
        "address": document.address,
        "path": document.path,
        "content": content,
    }


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        found = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {key: one for key, one in found.items() if one not in (None, [], {}, "")}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return value
