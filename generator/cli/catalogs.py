"""`kb catalog`: what the real tools accept."""

from pathlib import Path
from typing import Any

import click

from generator.catalog import FOLDER, CatalogError, differences, load
from generator.catalog.reference import (
    Imported,
    NothingImportedError,
    import_az,
    import_azurerm,
    import_powershell,
)
from generator.catalog.snapshot import TOOLS, SnapshotError, snapshot
from generator.cli.project import project_option, read
from generator.kinds.entry.embedded import all_commands
from generator.wording import count

_folder = click.Path(exists=True, file_okay=False, path_type=Path)
_file = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def catalog() -> None:
    """Write and compare the catalogs that commands are checked against."""


@catalog.command(name="snapshot")
@click.argument("tool", type=click.Choice(TOOLS))
@project_option
@click.option("--program", type=_file, help="The tool's program, in place of the one on the path.")
def snapshot_command(tool: str, root: Path, program: Path | None) -> None:
    """Ask an installed tool, with its extensions, what it accepts. Needs no network."""
    try:
        written = snapshot(tool, program, root / FOLDER)
    except SnapshotError as error:
        raise click.UsageError(f"{error}.") from None
    for one in written:
        click.echo(f"{FOLDER}/{one.path.name}: {count(one.commands, 'command')}")


@catalog.group(name="import")
def import_group() -> None:
    """Read a published reference, for what is not installed here."""


@import_group.command(name="powershell")
@click.argument("folder", type=_folder)
@project_option
@click.option("--module", "modules", multiple=True, help="Take its parameters, too; repeatable.")
@click.option("--migration", type=_folder, help="A checkout of azure-powershell-migration.")
def powershell(folder: Path, root: Path, modules: tuple[str, ...], migration: Path | None) -> None:
    """Azure PowerShell, from a release's FOLDER in azure-docs-powershell.

    Without --module, of all modules; otherwise of the others the names alone.
    """
    _import(import_powershell, folder, root, modules=modules, migration=migration)


@import_group.command(name="azurerm")
@click.argument("folder", type=_folder)
@project_option
def azurerm(folder: Path, root: Path) -> None:
    """The retired AzureRM, from a checkout of azure-powershell-migration in FOLDER."""
    _import(import_azurerm, folder, root)


@import_group.command(name="az")
@click.argument("folder", type=_folder)
@project_option
@click.option("--extension", required=True, help="The extension of az.")
@click.option("--version", required=True, help="Its version, which the reference does not tell.")
def az(folder: Path, root: Path, extension: str, version: str) -> None:
    """An extension of az, from docs-ref-autogen/Latest-version/latest of azure-docs-cli."""
    _import(import_az, folder, root, extension=extension, version=version)


def _import(read_reference: Any, folder: Path, root: Path, **options: Any) -> None:
    try:
        made: Imported = read_reference(folder, root / FOLDER, **options)
    except NothingImportedError as error:
        raise click.UsageError(f"{error}.") from None
    for problem in made.problems:
        click.echo(problem, err=True)
    click.echo(f"{FOLDER}/{made.path.name}: {count(made.count, 'command')}")


@catalog.command()
@click.argument("old", type=_file)
@click.argument("new", type=_file)
@project_option
def diff(old: Path, new: Path, root: Path) -> None:
    """Say which commands of the glossary the catalog NEW breaks, deprecates or changes."""
    try:
        before, after = load(old), load(new)
    except CatalogError as error:
        raise click.UsageError(f"{error}.") from None
    base, _ = read(root)
    used: dict[str, list[str]] = {}
    for one in all_commands(base):
        for named in one.file.facts[one.command.id].named:
            used.setdefault(named.name.lower(), []).append(one.path)
    program = f"{after.header.program} " if after.header.program else ""
    changed = 0
    for name, told in differences(before, after):
        for path in used.get(f"{program}{name}", ()):
            changed += 1
            click.echo(f'{path}: "{program}{name}" {told}')
    click.echo(
        f"{count(changed, 'command')} of the glossary changed from {before.stamp} to {after.stamp}."
    )
