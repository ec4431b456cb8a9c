"""The kinds of text an entry holds."""

import re
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$"
ID_LENGTH = 80
DEFINITION_LENGTH = 300
"""Characters. Two lines in a pop-up; what link previews show."""


def is_id(text: str) -> bool:
    """Whether `text` can name an entry, a command, a source or a word of the vocabulary."""
    return len(text) <= ID_LENGTH and re.fullmatch(ID_PATTERN, text) is not None


class Markup:
    """Marks a text as Markdown: `block` (paragraphs and lists) or one line of it."""

    def __init__(self, *, block: bool) -> None:
        self.block = block


def _day(value: Any) -> Any:
    # Pydantic alone would also take "1700000000", as seconds since 1970.
    if isinstance(value, str):
        try:
            if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
                return date.fromisoformat(value)
        except ValueError:
            pass
        raise PydanticCustomError("day", "not a day")
    return value


def _address(value: Any) -> Any:
    if isinstance(value, str):
        try:
            parts = urlsplit(value)
            good = parts.scheme in ("https", "http") and bool(parts.hostname)
        except ValueError:
            good = False
        if not good or re.search(r"[\s<>\"'\\\x00-\x1f]", value):
            raise PydanticCustomError("address", "not a web address")
    return value


# Patterns and lengths stand in the types, so that the JSON Schema for editors has them too.
Plain = Annotated[str, StringConstraints(pattern=r"\S", max_length=500)]
Title = Annotated[str, StringConstraints(pattern=r"\S", max_length=80)]
Definition = Annotated[str, StringConstraints(pattern=r"\S", max_length=DEFINITION_LENGTH)]
Prose = Annotated[str, StringConstraints(pattern=r"\S"), Markup(block=True)]
Line = Annotated[str, StringConstraints(pattern=r"\S"), Markup(block=False)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=ID_LENGTH)]
Day = Annotated[date, BeforeValidator(_day)]
Address = Annotated[
    str, BeforeValidator(_address), Field(json_schema_extra={"format": "uri"}, max_length=2000)
]


def yaml_quoted(text: str) -> str:
    """A YAML text in single quotes, on one line."""
    return "'" + " ".join(text.split()).replace("'", "''") + "'"
