"""`kb run`: a runbook in the terminal."""

import codecs
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from generator import report
from generator.cli.project import give_up, project_option, read
from generator.clock import now
from generator.command import Effect
from generator.kinds.entry.model import Command
from generator.kinds.runbook.model import RESOLVED, ManualBlock, Runbook, Step
from generator.parameter import Parameter, refusal
from generator.prose import plain
from generator.run import Operator, Outcome, Prepared, Record, walk
from generator.run.values import WrongValueError, read_pairs, values_for
from generator.shape import suggest

_COLORS = {Effect.DISCOVER: "green", Effect.OPERATE: "yellow", Effect.DESTROY: "red"}


@click.command()
@click.argument("name", metavar="RUNBOOK")
@project_option
@click.option("--param", "pairs", multiple=True, metavar="NAME=VALUE", help="May be repeated.")
@click.option("--dry-run", "dry", is_flag=True, help="Print every step, and run nothing.")
@click.option(
    "--record",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The folder for what was done, as Markdown and JSON. Without it, the current one.",
)
def run(name: str, root: Path, pairs: tuple[str, ...], *, dry: bool, folder: Path) -> None:
    """Follow a runbook: show each step, run its commands, ask before any that changes something.

    It stops where something is not as expected, and offers the way from there. What was done is
    written down, without secrets. A secret value comes from the environment (AUTH_KEY for
    auth-key), or is asked for.

    The status is 0 when the runbook ends as resolved.
    """
    base, problems = read(root)
    if found := report.errors(problems):
        give_up(found)
    runbook = base.all(Runbook).get(name)
    if runbook is None:
        mend = suggest(name, list(base.all(Runbook)), f"There are: {', '.join(base.all(Runbook))}.")
        raise click.BadParameter(f'there is no runbook "{name}". {mend}', param_hint="RUNBOOK")
    try:
        ask = (lambda _: None) if dry else _ask
        values = values_for(base, runbook, read_pairs(pairs), ask)
    except WrongValueError as error:
        raise click.BadParameter(str(error), param_hint="--param") from None
    shown = {key: value for key, value in values.known.items() if key not in values.secret}
    secrets = tuple(values.known[key] for key in values.secret if key in values.known)
    record = Record(runbook, now(), shown, secrets)
    terminal = _Terminal(record, folder, len(runbook.steps))
    click.echo(click.style(runbook.front.title, bold=True))
    click.echo(f"{runbook.front.summary} Takes {runbook.front.duration}.")
    end = ""
    try:
        end = walk(base, runbook, values, record, terminal, dry=dry)
    finally:
        if not dry:
            record.end = end or "stopped"
            record.write(folder)
            path = folder / f"{record.name}.md"
            click.echo(f"\nWritten to {path}")
    if dry:
        return
    if end != RESOLVED:
        click.echo("\nEscalate:")
        for line in runbook.front.escalation:
            click.echo(f"  - {plain(line)}")
        sys.exit(1)
    click.echo("Resolved.")


def _ask(parameter: Parameter) -> str | None:
    if parameter.secret:
        hidden: str = click.prompt(f"{parameter.label} (not shown)", hide_input=True, err=True)
        return hidden
    while True:
        value: str = click.prompt(f"{parameter.label} ({parameter.id})", err=True)
        why = refusal(parameter, value)
        if why is None:
            return value
        click.echo(f"Not taken: {why}.", err=True)


class _Terminal(Operator):
    """Shows, asks and runs."""

    def __init__(self, record: Record, folder: Path, steps: int) -> None:
        self.record = record
        self.folder = folder
        self.steps = steps

    def step(self, number: int, step: Step) -> None:
        head = click.style(f"{number}/{self.steps} {step.title}", bold=True)
        click.echo(f"\n{head}  #{step.id}")

    def text(self, text: str) -> None:
        click.echo(_indented(plain(text)))

    def command(self, command: Command, prepared: Prepared, expect: str | None) -> None:
        effect = click.style(command.effect.value, fg=_COLORS[command.effect])
        click.echo(f"\n  {effect}  {plain(command.purpose)}")
        click.echo(_indented(click.style(prepared.shown, fg="cyan"), "    "))
        for word, text in (
            ("Expect", expect),
            ("Undo", command.undo),
            ("Irreversible", command.irreversible),
        ):
            if text:
                click.echo(f"  {word}: {plain(text)}")
        if prepared.why_not:
            click.echo(f"  Not run: {prepared.why_not}.")
        elif command.reveals_secret:
            click.echo("  It prints a secret, which is not written down.")

    def manual(self, block: ManualBlock) -> None:
        effect = click.style(block.effect.value, fg=_COLORS[block.effect])
        where = "in the portal" if block.where == "portal" else "on the machine"
        click.echo(f"\n  {effect}  By hand, {where}:")
        click.echo(_indented(plain(block.do), "    "))
        for word, text in (
            ("Check", block.check),
            ("Undo", block.undo),
            ("Irreversible", block.irreversible),
        ):
            if text:
                click.echo(f"  {word}: {plain(text)}")

    def agrees(self, question: str) -> bool:
        return click.confirm(f"  {question}", default=None)

    def chooses(self, question: str, options: list[str]) -> int:
        click.echo(f"\n  {plain(question)}")
        for number, option in enumerate(options, 1):
            click.echo(f"    {number}. {plain(option)}")
        chosen: int = click.prompt("  Which", type=click.IntRange(1, len(options)))
        return chosen - 1

    def run(self, prepared: Prepared) -> Outcome:
        # Standard input stays open: some commands ask once more themselves.
        with subprocess.Popen(  # noqa: S603 - a command of the glossary, its values as arguments
            prepared.arguments,
            env=os.environ | dict(prepared.environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as running:
            assert running.stdout is not None
            output = "".join(_shown_at_once(running.stdout.fileno()))
        if running.returncode:
            click.echo(f"  Exit status {running.returncode}.")
        return Outcome(running.returncode, output)

    def recorded(self) -> None:
        self.record.write(self.folder)


def _shown_at_once(descriptor: int) -> Iterator[str]:
    """What a command prints, also a question without an end of line, shown as it comes."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    while raw := os.read(descriptor, 65536):
        text = decoder.decode(raw)
        click.echo(text, nl=False)
        yield text
    yield decoder.decode(b"", final=True)


def _indented(text: str, by: str = "  ") -> str:
    return "\n".join(f"{by}{line}".rstrip() for line in text.split("\n"))
