"""The templates of pages: HTML that arranges what Python has decided."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup as Html
from markupsafe import escape

from generator import permalink
from generator.command import PLACEHOLDER, parse
from generator.entry import Command, Effect, Shell
from generator.page.links import Links
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
    made.globals["permalink"] = permalink
    made.filters.update(
        plain=plain, line=_line, block=_block, items=_items, heading=_heading, effect=_effect
    )
    made.filters["command_line"] = _command_line
    made.filters["day"] = date.isoformat
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


# Filters, because they are used a hundred times on a page: calling a macro takes ten times as long.


def _line(text: str, links: Links) -> Html:
    return links.line(text)


def _block(text: str, links: Links) -> Html:
    return links.block(text)


def _items(texts: Iterable[str], links: Links) -> Html:
    rows = "".join(f"<li>{links.line(text)}</li>\n" for text in texts)
    return Html(f"<ul>\n{rows}</ul>")  # noqa: S704 - lines are escaped


def _heading(title: str, level: int, anchor: str) -> Html:
    name, to = escape(title), escape(anchor)
    return Html(  # noqa: S704 - escaped above
        f'<h{level} id="{to}">{name}<a class="headerlink" href="#{to}" '
        f'aria-label="Link to: {name}">&para;</a></h{level}>'
    )


_EFFECTS = {
    Effect.DISCOVER: ("Reads", "Only reads; changes nothing"),
    Effect.OPERATE: ("Changes", "Changes something; can be undone"),
    Effect.DESTROY: ("Destroys", "Loses something for good"),
}
_REVEALING = (
    ' <span class="kb-effect kb-effect--secret" '
    'title="What it prints must not reach a ticket or a chat">Shows a secret</span>'
)


def _effect(command: Command) -> Html:
    word, title = _EFFECTS[command.effect]
    return Html(  # noqa: S704 - our own words
        f'<span class="kb-effect kb-effect--{command.effect.value}" title="{title}">{word}</span>'
        f"{_REVEALING if command.reveals_secret else ''}"
    )


def _command_line(command: Command, anchor: str) -> Html:
    """The line with its placeholders marked, and the button that copies it."""
    text = str(escape(command_text(command.run, command.shell)))
    marked = _PLACEHOLDER.sub(r'<span class="kb-line__placeholder">\g<0></span>', text)
    to = escape(anchor)
    return Html(  # noqa: S704 - escaped above
        f'<div class="kb-line"><pre class="kb-line__text" id="{to}"><code>{marked}</code></pre>'
        f'<button class="kb-line__copy" type="button" data-kb-copy="{to}" '
        f'aria-label="Copy: {escape(plain(command.purpose))}">Copy</button></div>'
    )


_PLACEHOLDER = re.compile(PLACEHOLDER.pattern.replace("<", "&lt;").replace(">", "&gt;"))


def count(number: int, noun: str, plural: Any = None) -> str:
    """`1 entry`, `2 entries`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
