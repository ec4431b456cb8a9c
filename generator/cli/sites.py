"""Where the site is served: an option of commands that read or write its addresses."""

from pathlib import Path
from urllib.parse import urlsplit

import click
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator.project.folder import CONFIG


def site_given(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """An address that others can stand below; "" where none was given."""
    try:
        parts = urlsplit(value)
        good = parts.scheme in ("https", "http") and bool(parts.hostname)
    except ValueError:
        good = False
    if value and (not good or parts.query or parts.fragment):
        mend = "It is an address such as https://kb.example.com/."
        raise click.BadParameter(f'"{value}" is no site. {mend}', context, parameter)
    return value


def site_of(root: Path) -> str:
    """The site_url of a project; "" where it has none."""
    try:
        with (root / CONFIG).open(encoding="utf-8") as stream:
            return str(yaml_load(stream).get("site_url") or "")
    except (FileNotFoundError, ConfigurationError):
        return ""  # building the site tells what is wrong with it
