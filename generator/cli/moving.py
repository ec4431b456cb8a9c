"""`kb rename` and `kb retire`: ids and addresses that change, and everything that follows."""

from pathlib import Path

import click

from generator.cli.project import project_option, read
from generator.clock import today
from generator.project import moving
from generator.wording import count


@click.command()
@click.argument("old")
@click.argument("new")
@project_option
@click.option(
    "--merge", is_flag=True, help="OLD goes into NEW, which is there; the file of OLD is deleted."
)
def rename(old: str, new: str, root: Path, *, merge: bool) -> None:
    """Give an entry, runbook or guide, or a part of one, another id.

    A part is ENTRY/COMMAND, RUNBOOK/STEP or ID#ANCHOR. The file, whatever names it in other files,
    and the ledgers change together or not at all; old addresses lead to the new ones. What you
    moved into another file by hand already, it makes everything else follow.
    """
    base, _ = read(root)
    try:
        done = moving.rename(base, old, new, merge=merge)
    except moving.MoveError as error:
        raise click.ClickException(str(error)) from None
    _print(done)


@click.command()
@click.argument("name", metavar="ID")
@project_option
@click.option("--why", required=True, help="The reason, for whoever follows an old link.")
@click.option("--see", default="", metavar="ID", help="What to see instead.")
def retire(name: str, root: Path, why: str, see: str) -> None:
    """Take an entry, runbook or guide, or a part of one, away for good.

    Its addresses stay, and say why it is gone. The file is deleted; a part has to be taken out of
    its file before. Nothing may name it any more.
    """
    base, _ = read(root)
    try:
        done = moving.retire(base, name, why, see, today())
    except moving.MoveError as error:
        raise click.ClickException(str(error)) from None
    _print(done)


def _print(done: moving.Moved) -> None:
    for path in done.files:
        click.echo(path)
    files, moved = count(len(done.files), "file"), count(done.addresses, "address", "addresses")
    click.echo(f"{files} changed; {moved} of former days kept.")
