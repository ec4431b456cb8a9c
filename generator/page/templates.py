"""The templates of pages: HTML that arranges what Python has decided."""

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup as Html
from markupsafe import escape

from generator import permalink
from generator.command import PLACEHOLDER, parse
from generator.entry import Shell
from generator.prose import plain


def environment(overrides: Path) -> Environment:
    """Templates from the folder `kb` of the theme overrides. What an author wrote is escaped."""
    made = Environment(
        loader=FileSystemLoader(overrides),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.globals.update(permalink=permalink, plain=plain, command_html=command_html)
    made.filters["day"] = lambda day: f"{day:%Y-%m-%d}"
    return made


def template(made: Environment, name: str) -> Template:
    """A page's template."""
    return made.get_template(f"kb/{name}.html")


_CONTINUATION = {Shell.BASH: " \\", Shell.POWERSHELL: " `"}


def command_text(run: str, shell: Shell) -> str:
    """The command as it is shown and copied.

    A long one is broken before its options; rows end in the sign with which the shell goes on in
    the next line, so that it can be pasted as it is.
    """
    rows = [" ".join(words) for words in parse(run.strip()).rows()]
    return f"{_CONTINUATION[shell]}\n  ".join(rows)


def command_html(run: str, shell: Shell) -> Html:
    """The same text, with its placeholders marked."""
    text = str(escape(command_text(run, shell)))
    return Html(_ESCAPED_PLACEHOLDER.sub(r'<span class="kb-line__placeholder">\g<0></span>', text))  # noqa: S704 - escaped above


_ESCAPED_PLACEHOLDER = re.compile(PLACEHOLDER.pattern.replace("<", "&lt;").replace(">", "&gt;"))


def count(number: int, noun: str, plural: Any = None) -> str:
    """`1 entry`, `2 entries`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
