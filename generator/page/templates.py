"""The templates of pages: HTML that arranges what Python has decided."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator import permalink
from generator.command import PLACEHOLDER, parse
from generator.entry import Shell


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
    made.globals.update(permalink=permalink, rows=command_rows)
    made.filters["day"] = lambda day: f"{day:%Y-%m-%d}"
    return made


def template(made: Environment, name: str) -> Template:
    """A page's template."""
    return made.get_template(f"kb/{name}.html")


_CONTINUATION = {Shell.BASH: " \\", Shell.POWERSHELL: " `"}


def command_rows(run: str, shell: Shell) -> list[list[tuple[str, str]]]:
    """The rows of a command, each a list of pieces: (`placeholder`, `option` or ``, text).

    Joined, the pieces are a command that can be pasted as it is: rows end in the sign with which
    the shell goes on in the next line.
    """
    rows: list[list[tuple[str, str]]] = []
    for words in parse(run.strip()).rows():
        pieces: list[tuple[str, str]] = [("", "  ")] if rows else []
        for position, word in enumerate(words):
            if position:
                pieces.append(("", " "))
            pieces += _pieces(word)
        rows.append(pieces)
    for row in rows[:-1]:
        row.append(("", _CONTINUATION[shell]))
    return rows


def command_text(run: str, shell: Shell) -> str:
    """The command as it is shown and copied."""
    return "\n".join("".join(text for _, text in row) for row in command_rows(run, shell))


def _pieces(word: str) -> list[tuple[str, str]]:
    if word.startswith("-") and len(word) > 1 and word[1] != "<":
        return [("option", word)]
    parts = PLACEHOLDER.split(word)  # text, name, text, name, text
    pieces: list[tuple[str, str]] = []
    for number, part in enumerate(parts):
        if number % 2:
            pieces.append(("placeholder", f"<{part}>"))
        elif part:
            pieces.append(("", part))
    return pieces


def count(number: int, noun: str, plural: Any = None) -> str:
    """`1 entry`, `2 entries`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
