"""`kb links`: addresses of the site in the files of others."""

import sys
from pathlib import Path

import click

from generator import report
from generator.cli.project import give_up, project_option, read
from generator.problem import Problem
from generator.project.links import check_links, links_in
from generator.source import read as read_file
from generator.wording import count


@click.group()
def links() -> None:
    """Look at addresses of the site that stand elsewhere."""


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
