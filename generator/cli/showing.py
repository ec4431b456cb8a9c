"""`kb show`: a document in the terminal."""

import json
import sys
from pathlib import Path

import click
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from generator.cli.project import project_option, read
from generator.command import Effect
from generator.kinds.entry.command_block import command_text
from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import Entry, told_deprecated
from generator.kinds.entry.page import shown
from generator.kinds.entry.sections import Section
from generator.knowledge_base import Document
from generator.project.find import as_data, find, near
from generator.prose import plain

_COLORS = {Effect.DISCOVER: "green", Effect.OPERATE: "yellow", Effect.DESTROY: "red"}


@click.command()
@click.argument("name", metavar="ID")
@project_option
@click.option("--json", "as_json", is_flag=True, help="Print everything as one JSON object.")
def show(name: str, root: Path, *, as_json: bool) -> None:
    """Print an entry, a runbook or a guide. ID may also be a title or an alias."""
    base, _ = read(root)
    found = find(base, name)
    if len(found) > 1:
        names = ", ".join(_told_apart(one) for one in found)
        click.echo(f'"{name}" is the name of several: {names}.', err=True)
        sys.exit(1)
    if not found:
        ids = near(base, name)
        hint = f" Did you mean {' or '.join(ids)}?" if ids else ""
        click.echo(f'Nothing is called "{name}".{hint}', err=True)
        sys.exit(1)
    (document,) = found
    if as_json:
        click.echo(json.dumps(as_data(document), ensure_ascii=False, indent=2))
        return
    console = Console(highlight=False)
    with console.pager(styles=True) if console.is_terminal else console:
        console.print(_document(document))


def _told_apart(document: Document) -> str:
    distinction = document.entry.distinction if isinstance(document, EntryFile) else None
    return f"{document.id} ({distinction})" if distinction else document.id


def _document(document: Document) -> RenderableType:
    if isinstance(document, EntryFile):
        return _entry(document.entry)
    parts: list[RenderableType] = [
        Text(document.title, style="bold"),
        Text(document.address, style="dim"),
        Text(f"\n{document.summary}"),
    ]
    parts += [Text(f"\n{plain(written.text)}") for written in document.written() if written.block]
    return Group(*parts)


def _entry(entry: Entry) -> RenderableType:
    parts: list[RenderableType] = [
        Text(entry.title, style="bold"),
        Text(f"{entry.difficulty}, {entry.status}, kept by {entry.owner}", style="dim"),
        Text(f"\n{told_deprecated(entry)}{entry.definition}"),
    ]
    if entry.aliases:
        parts.append(Text(f"\nAlso called: {', '.join(entry.aliases)}"))
    for confusion in entry.not_to_be_confused_with:
        other = confusion.entry or confusion.term
        parts.append(Text(f"Not {other}: {plain(confusion.difference)}"))
    if entry.symptoms:
        parts += [_heading("Symptoms"), *(_symptom(s.text, s.meaning) for s in entry.symptoms)]
    for section in shown(entry):
        parts += [_heading(section.title), *_section(entry, section)]
    if entry.sources:
        parts.append(_heading("Sources"))
        parts += [_item(f"{s.title}, read {s.retrieved}: {s.url}") for s in entry.sources]
    return Group(*parts)


def _section(entry: Entry, section: Section) -> list[RenderableType]:
    match section.key:
        case "commands":
            return _commands(entry)
        case "where_you_see_it":
            return [_item(f"{s.surface}: {plain(s.signal)}") for s in entry.where_you_see_it]
        case "when_relevant":
            return [_item(plain(text)) for text in entry.when_relevant]
        case "common_mistakes":
            return [_symptom(plain(m.mistake), m.instead) for m in entry.common_mistakes]
        case "case_studies":
            return [_symptom(f"{c.title} ({c.kind})", c.takeaway) for c in entry.case_studies]
    return [Text(plain(entry.section(section.key)))]


def _heading(title: str) -> RenderableType:
    return Padding(Rule(Text(title, style="bold"), align="left", style="dim"), (1, 0, 0, 0))


def _item(text: str) -> RenderableType:
    row = Table.grid(padding=(0, 1))
    row.add_row("-", Text(text))
    return row


def _symptom(text: str, meaning: str) -> RenderableType:
    return Group(Text(text, style="bold"), Padding(Text(plain(meaning)), (0, 0, 0, 2)))


def _commands(entry: Entry) -> list[RenderableType]:
    shown: list[RenderableType] = []
    for group in entry.commands:
        shown.append(Text(f"{group.title} ({group.relation})", style="italic"))
        for command in group.commands:
            secret = ", shows a secret" if command.reveals_secret else ""
            head = Text.assemble(
                (f"{command.effect}{secret}", _COLORS[command.effect]),
                f"  {plain(command.purpose)}",
            )
            line = Text(command_text(command.run, command.shell), style="cyan", overflow="fold")
            shown += [head, Padding(line, (0, 0, 0, 2))]
            shown += [
                Padding(Text(f"{word}: {plain(text)}", style="dim"), (0, 0, 0, 2))
                for word, text in (("undo", command.undo), ("irreversible", command.irreversible))
                if text
            ]
    return shown
