"""`kb validate`."""

import sys
from pathlib import Path

import click

from generator import report
from generator.cli.project import project_option, read
from generator.kinds.entry.file import EntryFile
from generator.kinds.runbook.model import Runbook
from generator.wording import count

NO_ADDRESSES = ' Published addresses: none recorded, none compared ("kb links record" begins it).'


@click.command()
@project_option
@click.option("--json", "as_json", is_flag=True, help="Print the problems as a JSON list.")
@click.option("--github", "as_github", is_flag=True, help="Print annotations for GitHub Actions.")
def validate(root: Path, *, as_json: bool, as_github: bool) -> None:
    """Check every entry and page.

    Prints each problem with its place, code and mending, sorted by place. The status is 1 when
    there is any that is more than a warning.
    """
    if as_json and as_github:
        raise click.UsageError("--json and --github exclude each other.")
    base, problems = read(root)
    write = report.as_json if as_json else report.as_github if as_github else report.as_text
    click.echo(write(problems), nl=False)
    if problems:
        click.echo(report.summary(problems), err=True)
    if report.errors(problems):
        sys.exit(1)
    if not problems and not as_json:
        number = count(len(base.all(EntryFile)), "entry", "entries")
        if base.all(Runbook):
            number += f" and {count(len(base.all(Runbook)), 'runbook')}"
        click.echo(f"{number}, no problems.{'' if base.addresses else NO_ADDRESSES}")
