"""`kb links`: addresses of the site in the files of others."""

import sys
from pathlib import Path

import click

from generator import atomic, report
from generator.address import Address, as_text, parse_addresses
from generator.address.ledger import PATH as ADDRESSES
from generator.cli.project import give_up, project_option, read
from generator.history import committed
from generator.problem import Problem
from generator.project.links import check_links, links_in
from generator.project.site import address_book
from generator.source import read as read_file
from generator.wording import count


@click.group()
def links() -> None:
    """Look at addresses of the site that stand elsewhere."""


@links.command()
@project_option
@click.option("--check", is_flag=True, help="Write nothing; status 1 if the ledger is not in step.")
def record(root: Path, *, check: bool) -> None:
    """Write every address of the site into the ledger, so that none is lost later.

    Run it before you publish. What is written down stays: an address that vanishes is a problem
    until "kb rename" or "kb retire" says what became of it.
    """
    base, problems = read(root)
    if broken := report.errors(problems):
        give_up(broken)
    new = [one for one in address_book(base).lasting() if one not in base.addresses]
    if not new:
        click.echo(f"{count(len(base.addresses.alive), 'address', 'addresses')}, none of them new.")
    elif check:
        told = count(len(new), "address is", "addresses are")
        click.echo(f"{told} not in the ledger, such as {new[0]}: run kb links record.", err=True)
        sys.exit(1)
    else:
        atomic.write(root / ADDRESSES, as_text(base.addresses.with_alive(new)))
        click.echo(f"{count(len(new), 'address', 'addresses')} written to {ADDRESSES}.")


@links.command()
@click.argument("addresses", nargs=-1, required=True)
@project_option
def forget(addresses: tuple[str, ...], root: Path) -> None:
    """Take ADDRESSES that were never published out of the ledger again.

    One that stands in the last commit is refused: others may have it. Use "kb retire" for it.
    """
    base, _ = read(root)
    before = parse_addresses(committed(root, ADDRESSES))
    for text in addresses:
        if Address.of(text) not in base.addresses:
            raise click.UsageError(f"{text} does not stand in the ledger.")
        if Address.of(text) in before:
            raise click.UsageError(f"{text} stands in the last commit: use kb retire.")
    left = base.addresses.without(map(Address.of, addresses))
    atomic.write(root / ADDRESSES, as_text(left))
    click.echo(f"{count(len(addresses), 'address', 'addresses')} forgotten.")


@links.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@project_option
@click.option("--site", default="", metavar="URL", help="Where the site is served.")
def check(files: tuple[Path, ...], root: Path, site: str) -> None:
    """Check that every address in FILES leads to a page, a step and parameters that exist.

    FILES are YAML or JSON: alert rules with a runbook_url, say. Without --site, what ends in
    /runbooks/….html or /glossary/….html is taken for an address of the site.
    """
    base, problems = read(root)
    if broken := report.errors(problems):
        give_up(broken)
    found: list[Problem] = []
    number = 0
    for file in files:
        text = read_file(file.resolve().parent, file.name)
        if isinstance(text, Problem):
            found.append(text)
            continue
        there, misfits = links_in(file.as_posix(), text, site)
        found += [*misfits, *check_links(base, there)]
        number += len(there)
    if found:
        give_up(sorted({*found}))
    told = count(number, "address", "addresses")
    if not number:
        click.echo("No address of this site stands there. Name the site with --site.", err=True)
        sys.exit(1)
    click.echo(f"{told}, all of them alive.")
