"""Entries as files, written as authors write them: wrapped text, quotes only where needed."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from generator.kinds.entry.model import Entry

_ENTRY = TypeAdapter(Entry)
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ,.()/_-]*|\d{4}-\d\d-\d\d")
_WORDS_IN_A_LINE = 17


def entry_file(entry: Entry) -> str:
    """Write an entry file."""
    data = _ENTRY.dump_python(entry, mode="json", exclude_none=True, exclude_defaults=True)
    head = "# yaml-language-server: $schema=../entry.schema.json\n"
    return head + yaml(data)


def yaml(data: dict[str, Any]) -> str:
    """Write a mapping of mappings, lists and text."""
    return "".join(_mapping(data, ""))


def _mapping(data: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in data.items():
        yield f"{indent}{key}:"
        yield from _value(value, indent + "  ")


def _value(value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield "\n"
        yield from _mapping(value, indent)
    elif isinstance(value, list):
        yield "\n"
        for item in value:
            if isinstance(item, dict):
                # The first key stands in the line of the dash.
                yield f"{indent}- " + "".join(_mapping(item, indent + "  ")).lstrip()
            else:
                yield f"{indent}-"
                yield from _value(item, indent + "  ")
    else:
        yield f" {_text(value, indent)}\n"


def _text(text: str, indent: str) -> str:
    if "\n" in text:
        return "|\n" + "\n".join(
            f"{indent}{line}" if line else "" for line in text[:-1].split("\n")
        )
    words = text.split(" ")
    if len(words) > _WORDS_IN_A_LINE and "  " not in text:
        starts = range(0, len(words), _WORDS_IN_A_LINE)
        rows = (" ".join(words[start : start + _WORDS_IN_A_LINE]) for start in starts)
        return ">-\n" + "\n".join(f"{indent}{row}" for row in rows)
    if _PLAIN.fullmatch(text):
        return text
    return "'" + text.replace("'", "''") + "'"
