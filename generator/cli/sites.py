"""Where the site is served: an option of commands that read or write its addresses."""

from urllib.parse import urlsplit

import click


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
