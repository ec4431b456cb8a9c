"""`kb verify` and `kb review`."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from generator import report
from generator.catalog import read_catalogs
from generator.cli.project import (
    give_up,
    nearest_project,
    optional_project_option,
    project_option,
    read,
    required_project,
)
from generator.clock import today
from generator.command import Shell
from generator.evidence import checked_ledger, stale
from generator.kinds.entry.embedded import all_commands
from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.review import reviewed_ledger
from generator.knowledge_base import KnowledgeBase
from generator.problem import Place, Problem, Severity
from generator.problem.evidence import CHANGED_SINCE
from generator.problem.runbook import NOT_VERIFIED
from generator.verify import CheckedLine, Ledger, Verifier, write_ledger
from generator.wording import count


@dataclass(frozen=True)
class _Wish:
    """What was asked of `kb verify` for a project."""

    accepted: tuple[str, ...]
    check: bool


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
        catalogs, broken = read_catalogs(root or nearest_project())
        if broken:
            raise click.UsageError(f"{broken[0]}.")
        texts = [(path.as_posix(), path.read_bytes()) for path in files]
        texts += [("-", sys.stdin.buffer.read())] if from_stdin else []
        told = _print_row if as_json else _print_problems
        verifier = Verifier(catalogs)
        refused = [_check_lines(verifier, Shell(shell), *text, told) for text in texts]
        sys.exit(1 if any(refused) else 0)
    if as_json:
        raise click.UsageError("--json belongs to FILES or --stdin.")
    root = root or required_project()
    base, problems = read(root)
    if list_stale:
        _print_stale(base)
    else:
        _verify_project(root, base, problems, _Wish(accepted, check))


def _verify_project(root: Path, base: KnowledgeBase, problems: list[Problem], wish: _Wish) -> None:
    known = {one.path for one in all_commands(base)}
    if unknown := sorted(set(wish.accepted) - known):
        raise click.BadParameter(f"there is no command {unknown[0]}.", param_hint="--accept")
    # What is accepted now, or written down for the first time, is no problem any more.
    told = [problem for problem in report.errors(problems) if not _is_settled(problem, wish)]
    if told:
        give_up(told)
    catalogs, _ = read_catalogs(root)
    ledger = checked_ledger(base, Verifier(catalogs), wish.accepted, today())
    _write(root, base, ledger, check=wish.check)
    click.echo(f"{count(len(ledger.evidence), 'command')} checked against the catalogs.")


def _is_settled(problem: Problem, wish: _Wish) -> bool:
    if problem.code == NOT_VERIFIED.code:
        return True
    return problem.code == CHANGED_SINCE.code and any(
        problem.mend.endswith(f'kb verify --accept {path}".') for path in wish.accepted
    )


def _write(root: Path, base: KnowledgeBase, ledger: Ledger, *, check: bool) -> None:
    if not check:
        domains = {one.id: one.entry.domain for one in base.all(EntryFile).values()}
        write_ledger(root, ledger, domains)
    elif (ledger.evidence, ledger.reviews) != (base.ledger.evidence, base.ledger.reviews):
        click.echo("The ledger is not in step: run kb verify.", err=True)
        sys.exit(1)


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
    _write(root, base, ledger, check=False)
    click.echo(f"{entry_id} is signed for by {by}.")


def _check_lines(
    verifier: Verifier,
    shell: Shell,
    name: str,
    content: bytes,
    told: Callable[[str, CheckedLine, list[Problem]], None],
) -> bool:
    """Whether any line was refused. `told` prints what is known of each."""
    refused = False
    text = content.decode("utf-8", "replace").removesuffix("\n")
    for number, line in enumerate(text.split("\n"), 1):
        checked = verifier.check(line.removesuffix("\r"), shell)
        problems = [found.at(Place(name, number, found.start + 1)) for found in checked.findings]
        told(line.removesuffix("\r"), checked, problems)
        refused = refused or bool(report.errors(problems))
    return refused


def _print_problems(line: str, checked: CheckedLine, problems: list[Problem]) -> None:
    del line, checked
    click.echo(report.as_text(problems), nl=False)


def _print_row(line: str, checked: CheckedLine, problems: list[Problem]) -> None:
    effect = checked.effect
    row: dict[str, Any] = {
        "line": line,
        "ok": all(problem.severity is not Severity.ERROR for problem in problems),
        "problems": [
            {
                "code": problem.code,
                "severity": problem.severity.value,
                "message": f"{problem.what} {problem.mend}",
                "column": problem.place.column,
            }
            for problem in problems
        ],
        "effect": effect.value if effect else None,
        "reveals_secret": checked.prints_secret,
        "catalog": " + ".join(checked.stamps) or None,
    }
    click.echo(json.dumps(row))
