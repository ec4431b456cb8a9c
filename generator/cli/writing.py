"""`kb new` and `kb schema`: files for authors."""

import sys
from pathlib import Path

import click

from generator import atomic
from generator.cli.project import project_option, read
from generator.command import Effect, parse
from generator.kinds.entry.draft import draft_entry
from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import Command
from generator.kinds.entry.schema import json_schema
from generator.kinds.runbook.draft import draft_runbook
from generator.kinds.runbook.read import FILES as RUNBOOKS
from generator.knowledge_base import GLOSSARY, SCHEMA, KnowledgeBase
from generator.shape import is_id, suggest
from generator.verify import State


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
    if not is_id(entry_id):
        raise click.BadParameter(
            "an id has lower-case letters, digits and single hyphens.", param_hint="ID"
        )
    base, _ = read(root)
    if entry_id in base.by_id or entry_id in base.broken:
        raise click.UsageError(f'There is an entry "{entry_id}" already.')
    words = base.vocabulary
    if not words.domains or not words.owners:
        raise click.UsageError("The vocabulary has no domain or no owner; run kb validate.")
    domain = domain or next(iter(words.domains))
    if domain not in words.domains:
        known = ", ".join(words.domains)
        raise click.BadParameter(f"the vocabulary knows: {known}.", param_hint="--domain")
    services = words.domains[domain].services
    service = service or next(iter(services), None)
    if service not in services:
        raise click.BadParameter(
            f"{domain} has: {', '.join(services) or 'none'}.", param_hint="--service"
        )
    path = root / GLOSSARY / domain / f"{entry_id}.yaml"
    path.parent.mkdir(exist_ok=True)
    text = draft_entry(entry_id, title, domain, service, next(iter(words.owners)))
    atomic.write(path, text)
    click.echo(path.relative_to(root).as_posix())


@new.command()
@click.argument("runbook_id", metavar="ID")
@project_option
@click.option("--entry", "entry_id", required=True, help="The entry that it applies to.")
@click.option("--title", help="Without it, made from the id.")
def runbook(runbook_id: str, root: Path, entry_id: str, title: str | None) -> None:
    """Write the beginning of a runbook: content/runbooks/ID.md.

    The file is valid, and embeds the first command of the entry that only reads.
    """
    if not is_id(runbook_id):
        raise click.BadParameter(
            "an id has lower-case letters, digits and single hyphens.", param_hint="ID"
        )
    base, _ = read(root)
    path = root / RUNBOOKS / f"{runbook_id}.md"
    if path.exists():
        raise click.UsageError(f'There is a runbook "{runbook_id}" already.')
    if entry_id not in base.all(EntryFile):
        mend = suggest(entry_id, list(base.all(EntryFile)), "See kb show.")
        raise click.BadParameter(f'there is no entry "{entry_id}". {mend}', param_hint="--entry")
    file = base.all(EntryFile)[entry_id]
    path.parent.mkdir(parents=True, exist_ok=True)
    first = next((one for one in file.entry.all_commands() if _embeds(base, file, one)), None)
    atomic.write(path, draft_runbook(runbook_id, title, entry_id, file.entry.owner, first))
    click.echo(path.relative_to(root).as_posix())


def _embeds(base: KnowledgeBase, file: EntryFile, command: Command) -> bool:
    """Whether a runbook may embed a command as it is, in its first step."""
    return (
        command.effect is Effect.DISCOVER
        and file.facts[command.id].state is State.CHECKED
        and all(name in base.parameters for name in parse(command.run).placeholders)
    )


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
