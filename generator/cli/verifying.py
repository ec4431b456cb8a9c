"""`kb verify` and `kb review`."""

import json
import sys
from pathlib import Path

import click

from generator import report
from generator.catalog import CatalogError
from generator.cli.project import (
    give_up,
    optional_project_option,
    project_option,
    read,
    required_project,
)
from generator.clock import today
from generator.command import Shell
from generator.evidence import stale
from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.review import reviewed_ledger
from generator.knowledge_base import KnowledgeBase
from generator.problem import Problem
from generator.project.folder import nearest_project
from generator.project.verify import (
    UnknownCommandError,
    check_lines,
    checked_project,
    is_written,
    line_data,
    line_verifier,
    unsettled,
    write,
)
from generator.wording import count


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@optional_project_option
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar="ENTRY/COMMAND",
    help="Take a changed command as it stands now; may be repeated.",
)
@click.option("--check", is_flag=True, help="Write nothing; status 1 if the ledger is not in step.")
@click.option(
    "--stale", "list_stale", is_flag=True, help="List what is new, changed, unknown or long unread."
)
@click.option(
    "--stdin",
    "from_stdin",
    is_flag=True,
    help="Check the lines of standard input.",
)
@click.option("--json", "as_json", is_flag=True, help="With lines: print a JSON object for each.")
@click.option(
    "--shell",
    type=click.Choice([shell.value for shell in Shell]),
    default=Shell.BASH.value,
    show_default=True,
    help="With lines: the shell they are written for.",
)
def verify(
    files: tuple[Path, ...],
    root: Path | None,
    *,
    accepted: tuple[str, ...],
    check: bool,
    list_stale: bool,
    from_stdin: bool,
    as_json: bool,
    shell: str,
) -> None:
    """Check every command against the catalogs, and write down that it was checked.

    With FILES, or --stdin, check their lines instead, one command line each; that needs no project
    and writes nothing.

    A command that changed since, or whose record in its catalog did, has to be accepted by name.
    The status is 1 when a tool would refuse a command, or when a changed one is not accepted.
    """
    if from_stdin or files:
        _verify_lines(files, root, Shell(shell), from_stdin=from_stdin, as_json=as_json)
        return
    if as_json:
        raise click.UsageError("--json belongs to FILES or --stdin.")
    base, problems = read(root or required_project())
    if list_stale:
        _print_stale(base)
    else:
        _verify_project(base, problems, accepted, check=check)


def _verify_lines(
    files: tuple[Path, ...], root: Path | None, shell: Shell, *, from_stdin: bool, as_json: bool
) -> None:
    try:
        verifier = line_verifier(root or nearest_project(Path.cwd()))
    except CatalogError as error:
        raise click.UsageError(f"{error}.") from None
    texts = [(path.as_posix(), path.read_bytes()) for path in files]
    texts += [("-", sys.stdin.buffer.read())] if from_stdin else []
    refused = False
    for name, content in texts:
        for line in check_lines(verifier, shell, name, content):
            if as_json:
                click.echo(json.dumps(line_data(line)))
            else:
                click.echo(report.as_text(line.problems), nl=False)
            refused = refused or bool(report.errors(line.problems))
    sys.exit(1 if refused else 0)


def _verify_project(
    base: KnowledgeBase, problems: list[Problem], accepted: tuple[str, ...], *, check: bool
) -> None:
    try:
        ledger = checked_project(base, accepted, today())
    except UnknownCommandError as error:
        raise click.BadParameter(f"there is no command {error}.", param_hint="--accept") from None
    # What is accepted now, or written down for the first time, is no problem any more.
    if broken := unsettled(problems, accepted):
        give_up(broken)
    if not check:
        write(base, ledger)
    elif not is_written(base, ledger):
        click.echo("The ledger is not in step: run kb verify.", err=True)
        sys.exit(1)
    click.echo(f"{count(len(ledger.evidence), 'command')} checked against the catalogs.")


def _print_stale(base: KnowledgeBase) -> None:
    """A line each: how long ago somebody looked, whose it is, what it is, why."""
    for one in stale(base):
        age = count((today() - one.on).days, "day") if one.on else "never"
        click.echo(f"{age:>9}  {one.owner}  {one.path}: {one.cause}")


@click.command()
@click.argument("entry_id", metavar="ENTRY")
@project_option
@click.option("--by", required=True, help="Who read it.")
@click.option(
    "--against",
    "sources",
    multiple=True,
    required=True,
    metavar="SOURCE",
    help="The id of a source of the entry; may be repeated.",
)
def review(entry_id: str, root: Path, by: str, sources: tuple[str, ...]) -> None:
    """Sign for the prose of an entry: that you read it against its sources today.

    The page shows name and day until the prose changes.
    """
    base, _ = read(root)
    if entry_id not in base.all(EntryFile):
        raise click.BadParameter(f'there is no entry "{entry_id}".', param_hint="ENTRY")
    known = [source.id for source in base.all(EntryFile)[entry_id].entry.sources]
    if unknown := sorted(set(sources) - set(known)):
        raise click.BadParameter(
            f"{unknown[0]} is no source of it; it has: {', '.join(known)}.", param_hint="--against"
        )
    ledger = reviewed_ledger(base, entry_id, by, sources, today())
    write(base, ledger)
    click.echo(f"{entry_id} is signed for by {by}.")
