"""`kb new` and `kb schema`: files for authors."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from generator import atomic
from generator.cli.project import project_option, read
from generator.kinds.entry.schema import json_schema
from generator.knowledge_base import SCHEMA
from generator.project.draft import DraftError, new_entry, new_runbook


@click.group()
def new() -> None:
    """Begin a new file."""


@new.command()
@click.argument("entry_id", metavar="ID")
@project_option
@click.option("--title", help="Without it, made from the id.")
@click.option("--domain", help="Without it, the first one of the vocabulary.")
@click.option("--service", help="Without it, the first one of the domain.")
def entry(
    entry_id: str, root: Path, title: str | None, domain: str | None, service: str | None
) -> None:
    """Write the beginning of an entry: glossary/DOMAIN/ID.yaml.

    The file is a valid draft. It names every section, with a line on what belongs there.
    """
    base, _ = read(root)
    with _told():
        click.echo(new_entry(base, entry_id, title, domain, service))


@contextmanager
def _told() -> Iterator[None]:
    """Tells what cannot be begun as wrong use of the command."""
    try:
        yield
    except DraftError as error:
        if not error.about:
            raise click.UsageError(str(error)) from None
        hint = "ID" if error.about == "id" else f"--{error.about}"
        raise click.BadParameter(str(error), param_hint=hint) from None


@new.command()
@click.argument("runbook_id", metavar="ID")
@project_option
@click.option("--entry", "entry_id", required=True, help="The entry that it applies to.")
@click.option("--title", help="Without it, made from the id.")
def runbook(runbook_id: str, root: Path, entry_id: str, title: str | None) -> None:
    """Write the beginning of a runbook: content/runbooks/ID.md.

    The file is valid, and embeds the first command of the entry that only reads.
    """
    base, _ = read(root)
    with _told():
        click.echo(new_runbook(base, runbook_id, title, entry_id))


@click.command()
@project_option
@click.option("--write", is_flag=True, help=f"Write it to {SCHEMA}.")
@click.option("--check", is_flag=True, help=f"Status 1 when {SCHEMA} is not in step.")
def schema(root: Path, *, write: bool, check: bool) -> None:
    """Print the JSON Schema of entries, for editors."""
    text = json_schema()
    path = root / SCHEMA
    if write:
        atomic.write(path, text)
        click.echo(SCHEMA)
    elif check:
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            click.echo(f"{SCHEMA} is not in step: run kb schema --write.", err=True)
            sys.exit(1)
    else:
        click.echo(text, nl=False)
