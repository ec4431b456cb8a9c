"""The command `kb`. Exit status 0: fine; 1: the content has problems; 2: wrong use."""

import io
import sys

import click

from generator.cli.building import build, serve
from generator.cli.catalogs import catalog
from generator.cli.checking import validate
from generator.cli.linking import link, links
from generator.cli.moving import rename, retire
from generator.cli.running import run
from generator.cli.searching import search
from generator.cli.showing import show
from generator.cli.verifying import review, verify
from generator.cli.writing import new, schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="knowledge-base", prog_name="kb")
def main() -> None:
    """Check a glossary of YAML entries and build its site."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # no complaint fails for want of a letter
            stream.reconfigure(errors="backslashreplace")


_CONTENT = (validate, build, serve, show, search, new, schema)
_COMMANDS = (verify, review, catalog, run, link, links, rename, retire)
for _command in (*_CONTENT, *_COMMANDS):
    main.add_command(_command)

__all__ = ["main"]
