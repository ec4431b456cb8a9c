"""Catalog files: JSON Lines, a header and then one command a line, sorted by name.

A line is made into a record when its command is first asked for, so that loading a catalog of 6,000
commands is cutting a text into lines.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.atomic import write
from generator.digest import whole

FORMAT = 1
_NAME = '{"name":"'


class CatalogError(Exception):
    """A file is no catalog, or not the one its header describes. `file` is its name."""

    def __init__(self, file: str, what: str) -> None:
        super().__init__(f"{file} {what}")
        self.file = file
        self.what = what


@dataclass(frozen=True)
class Header:
    """Where the facts of a catalog come from.

    `kind` is `options` (a tool with subcommands), `cmdlets` or `retired`. `program` is the first
    word of its command lines, empty for cmdlets. `extension` is set where the commands belong to an
    extension of the tool. `digest` is the SHA-256 of all lines below the header.
    """

    kind: str
    tool: str
    version: str
    program: str
    extension: str
    source: str
    digest: str
    shared: tuple[dict[str, Any], ...]
    """The options that every command takes."""


class Catalog:
    """The commands of a tool at a version, by lower-case name; each line still JSON."""

    def __init__(self, header: Header, lines: Mapping[str, str]) -> None:
        self.header = header
        self.lines = lines

    @property
    def stamp(self) -> str:
        """`az 2.91.0`; an extension `datafactory 1.0.4`."""
        return f"{self.header.extension or self.header.tool} {self.header.version}"


def load(path: Path) -> Catalog:
    """The catalog in a file."""
    try:
        first, _, body = path.read_text("utf-8").partition("\n")
        head = json.loads(first)
        if head.pop("catalog") != FORMAT:
            raise CatalogError(path.name, "is of another format")
        header = Header(**{**head, "shared": tuple(head["shared"])})
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise CatalogError(path.name, "is no catalog") from error
    if _digest(body) != header.digest:
        raise CatalogError(path.name, "was changed by hand: its digest does not fit")
    lines = {
        line[len(_NAME) : line.index('"', len(_NAME))].lower(): line for line in body.splitlines()
    }
    return Catalog(header, lines)


def save(path: Path, head: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> None:
    """Writes a catalog file. `head` is the header without its digest; rows begin with `name`.

    The same commands give the same bytes, whatever their order.
    """
    body = "".join(
        json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"
        for row in sorted(rows, key=lambda row: str(row["name"]).lower())
    )
    header = {
        "catalog": FORMAT,
        "kind": head["kind"],
        "tool": head["tool"],
        "version": head["version"],
        "program": head.get("program", ""),
        "extension": head.get("extension", ""),
        "source": head["source"],
        "digest": _digest(body),
        "shared": head.get("shared", []),
    }
    write(path, json.dumps(header, ensure_ascii=False, separators=(",", ":")) + "\n" + body)


def _digest(body: str) -> str:
    return "sha256:" + whole(body)
