"""Catalog files made from published references."""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.catalog.file import save
from generator.catalog.reference.az import read_az
from generator.catalog.reference.azurerm import mapped_versions, read_aliases, read_azurerm
from generator.catalog.reference.powershell import read_powershell

_MIGRATION = "azure-powershell-migration"
_MANIFEST = "powershell-module/Az.Tools.Migration/Az.Tools.Migration.psd1"
_MANIFEST_VERSION = re.compile(r"^\s*ModuleVersion = '([^']+)'", re.MULTILINE)


class NothingImportedError(Exception):
    """There is nothing to import; a file of an earlier import stays as it was."""


@dataclass(frozen=True)
class Imported:
    """A catalog file that was written, how many commands it has, and what could not be read."""

    path: Path
    count: int
    problems: tuple[str, ...]


def import_powershell(
    folder: Path, target: Path, *, modules: Collection[str] = (), migration: Path | None = None
) -> Imported:
    """`az-powershell.jsonl` from a release's folder.

    Of cmdlets outside of `modules` it holds the name alone; without `modules`, it holds everything.
    Second names of cmdlets are known only with a checkout of `migration`, and as of its version.
    """
    version, rows, problems = read_powershell(folder)
    known = {row["module"] for row in rows}
    problems += [f"{folder.name} has no module {one}." for one in sorted({*modules} - known)]
    if modules:
        rows = [
            row if row["module"] in modules else {"name": row["name"], "module": row["module"]}
            for row in rows
        ]
    source = f"Microsoft's published reference, azure-docs-powershell {folder.name}"
    if migration is not None:
        with _checkout(migration):
            source += f"; aliases of Az {mapped_versions(migration)[1]} from {_MIGRATION}"
            rows = _with_aliases(rows, read_aliases(migration))
    head = {"kind": "cmdlets", "tool": "Az", "version": version, "source": source}
    return _save(target / "az-powershell.jsonl", head, rows, problems)


def import_azurerm(folder: Path, target: Path) -> Imported:
    """`azurerm.jsonl` from a checkout of the migration tool."""
    with _checkout(folder):
        version, _ = mapped_versions(folder)
        manifest = _MANIFEST_VERSION.search((folder / _MANIFEST).read_text("utf-8-sig"))
        rows = read_azurerm(folder)
    source = f"{_MIGRATION} {manifest[1]}" if manifest else _MIGRATION
    head = {"kind": "retired", "tool": "AzureRM", "version": version, "source": source}
    return _save(target / "azurerm.jsonl", head, rows, [])


def import_az(folder: Path, target: Path, *, extension: str, version: str) -> Imported:
    """`az-<extension>.jsonl`; the reference does not tell the `version` of an extension."""
    if not extension:
        raise NothingImportedError(
            "the reference of az is for its extensions; az itself can be asked"
        )
    rows, problems = read_az(folder, extension)
    head = {
        "kind": "options",
        "tool": "az",
        "version": version,
        "program": "az",
        "extension": extension,
        "source": "Microsoft's published reference, azure-docs-cli",
    }
    return _save(target / f"az-{extension}.jsonl", head, rows, problems)


@contextmanager
def _checkout(folder: Path) -> Iterator[None]:
    """Its files are few and depend on each other: where one cannot be read, nothing can be said."""
    try:
        yield
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NothingImportedError(f"{folder} is no checkout of {_MIGRATION}") from error


def _with_aliases(rows: list[dict[str, Any]], aliases: dict[str, str]) -> list[dict[str, Any]]:
    names = {row["name"].lower() for row in rows}
    of_cmdlet: dict[str, list[str]] = {}
    for alias, name in sorted(aliases.items()):
        if alias.lower() not in names:  # some have become cmdlets of their own since
            of_cmdlet.setdefault(name.lower(), []).append(alias)
    return [
        row | ({"aliases": of_cmdlet[key]} if (key := row["name"].lower()) in of_cmdlet else {})
        for row in rows
    ]


def _save(
    path: Path, head: dict[str, str], rows: list[dict[str, Any]], problems: list[str]
) -> Imported:
    if not rows:
        raise NothingImportedError(problems[0] if problems else f"there is nothing for {path.name}")
    path.parent.mkdir(parents=True, exist_ok=True)
    save(path, head, rows)
    return Imported(path, len(rows), tuple(problems))
