"""`kb links` and `kb link`: addresses of the site in the files of others, and for them."""

import sys
from pathlib import Path

import click

from generator import atomic, report
from generator.address import Address, as_text, parse_addresses
from generator.address.ledger import PATH as ADDRESSES
from generator.cli.project import give_up, project_option, read
from generator.cli.sites import site_given, site_of
from generator.history import committed
from generator.project.links import (
    Looked,
    Ours,
    Unread,
    files_in,
    is_good,
    lines,
    links_in,
    look_up,
    read_text,
    summary,
)
from generator.project.links.write import FORMATS, NoSuchNameError, named, whole
from generator.project.moving.names import kind_of
from generator.project.site import address_book
from generator.run.values import WrongValueError, read_pairs, refuse
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
@click.option("--site", default="", metavar="URL", callback=site_given, help="Where it is served.")
@click.option("--verbose", is_flag=True, help="Also list the addresses that lead on to new ones.")
def check(files: tuple[Path, ...], root: Path, *, site: str, verbose: bool) -> None:
    """Check that every address in FILES leads to a page, a place on it and values it takes.

    FILES are texts of any kind, or folders of them: alert rules, charts, templates, dashboards,
    tickets. With --site, the addresses of the site are those below it, and those without a host, or
    with a template for one, that end like a page of it. Without, the host does not count. What a
    template fills in is taken for a value that fits.

    The status is 0 only if an address was found, all of them are alive, and nothing was left out:
    no address with a template for its page or place, no file that is binary or too large. Otherwise
    it is 1, and each of these is listed.
    """
    base, problems = read(root)
    if broken := report.errors(problems):
        give_up(broken)
    ledger, book = base.addresses, address_book(base)
    former = (address.page for address in (*ledger.alive, *ledger.moved, *ledger.retired))
    ours = Ours({*book.pages, *former}, site)
    looked: list[Looked] = []
    unread: list[Unread] = []
    for file in files_in(files):
        text = read_text(file)
        if isinstance(text, Unread):
            unread.append(text)
        else:
            looked += (look_up(base, link) for link in links_in(file.as_posix(), text, ours))
    for line in lines(looked, unread, verbose=verbose):
        click.echo(line)
    good = is_good(looked, unread)
    click.echo(summary(looked, unread, site), err=not good)
    sys.exit(not good)


@click.command()
@click.argument("name", metavar="ID")
@project_option
@click.option(
    "--site",
    default="",
    metavar="URL",
    callback=site_given,
    help="Where it is served. Without it, site_url in mkdocs.yml; without that, no host.",
)
@click.option("--param", "pairs", multiple=True, metavar="NAME=VALUE", help="May be repeated.")
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMATS]),
    default="plain",
    show_default=True,
    help="The markup of what the address goes into.",
)
def link(name: str, root: Path, site: str, pairs: tuple[str, ...], form: str) -> None:
    """Print the short address of a document or a part of it, which never changes.

    ID is that of an entry, runbook or guide; a part is ENTRY/COMMAND, RUNBOOK/STEP or ID#ANCHOR.
    Values stand behind the #, so that they reach no server; secret ones are refused.
    """
    base, problems = read(root)
    if broken := report.errors(problems):
        give_up(broken)
    try:
        found = named(base, name)
    except NoSuchNameError as error:
        raise click.BadParameter(str(error), param_hint="ID") from None
    parameters = [base.parameter(one) for one in kind_of(found.document).asks(found.document)]
    try:
        values = read_pairs(pairs)
        refuse(parameters, values, "never travels in a link.")
    except WrongValueError as error:
        raise click.BadParameter(str(error), param_hint="--param") from None
    click.echo(FORMATS[form](found.title, whole(found.address, site or site_of(root), values)))
