"""The HTML of the parts that stand on a page dozens of times.

They are filters and not macros of the templates: calling a macro takes ten times as long.
"""

import re
from collections.abc import Iterable, Iterator

from jinja2 import Environment
from markupsafe import Markup as Html
from markupsafe import escape

from generator import permalink
from generator.command import PLACEHOLDER, Effect, Shell, parse
from generator.entry import Command
from generator.page.links import Links
from generator.prose import plain
from generator.verify import CommandFacts, State


def install(env: Environment) -> None:
    """Makes the filters known to the templates."""
    env.filters.update(
        block=_block,
        command_block=_command_block,
        command_line=_command_line,
        effect=_effect,
        heading=_heading,
        items=_items,
        line=_line,
        plain=plain,
        references=_references,
        tool=tool,
    )


def _line(text: str, links: Links) -> Html:
    return links.line(text)


def _block(text: str, links: Links) -> Html:
    return links.block(text)


def _items(texts: Iterable[str], links: Links) -> Html:
    rows = "".join(f"<li>{links.line(text)}</li>\n" for text in texts)
    return Html(f"<ul>\n{rows}</ul>")  # noqa: S704 - lines are escaped


def _references(ids: Iterable[str], links: Links) -> Html:
    shown = (links.reference(entry.id) for entry in links.entries(ids))
    return Html(", ".join(shown))  # noqa: S704 - references are escaped


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
EFFECT_WORDS = {effect.value: word for effect, (word, _) in _EFFECTS.items()}
_REVEALING = (
    ' <span class="kb-effect kb-effect--secret" '
    'title="What it prints must not reach a ticket or a chat">Shows a secret</span>'
)


def tool(command: Command) -> str:
    """`az`, or `PowerShell` for any cmdlet."""
    return "PowerShell" if command.shell is Shell.POWERSHELL else parse(command.run).program


def _effect(command: Command) -> Html:
    word, title = _EFFECTS[command.effect]
    return Html(  # noqa: S704 - our own words
        f'<span class="kb-effect kb-effect--{command.effect.value}" title="{title}">{word}</span>'
        f"{_REVEALING if command.reveals_secret else ''}"
    )


def _command_block(command: Command, links: Links, facts: CommandFacts, first: str) -> Html:
    """A command with what to know before and after running it, under its own anchor.

    `first` is the purpose of the command that `check_first` names.
    """
    anchor = escape(permalink.command(command.id))
    shell = ""
    if command.shell is Shell.POWERSHELL:
        shell = ' <span class="kb-command__shell">PowerShell</span>'
    rows = "".join(
        f"<div><dt>{word}</dt><dd>{shown}</dd></div>"
        for word, shown in _facts(command, links, facts, first)
    )
    below = f'<dl class="kb-command__facts">{rows}</dl>\n' if rows else ""
    return Html(  # noqa: S704 - every part is escaped
        f'<article class="kb-command kb-command--{command.effect.value}" id="{anchor}" '
        f'aria-label="{escape(plain(command.purpose))}">\n'
        f'<p class="kb-command__purpose">{_effect(command)} {links.line(command.purpose)}{shell} '
        f'<a class="headerlink" href="#{anchor}" aria-label="Link to this command">&para;</a></p>\n'
        f"{_command_line(command)}\n{below}</article>"
    )


def _facts(
    command: Command, links: Links, facts: CommandFacts, first: str
) -> Iterator[tuple[str, str]]:
    """What stands below the line, each with its word; every text is HTML."""
    if command.check_first:
        to = escape(permalink.command(command.check_first))
        yield "Check first", f'<a href="#{to}">{links.line(first)}</a>'
    for word, text in (
        ("Expect", command.expect),
        ("Undo", command.undo),
        ("Irreversible", command.irreversible),
    ):
        if text:
            yield word, links.line(text)
    needs = [f"the extension <code>{escape(name)}</code> of az" for name in facts.extensions]
    if needs or command.needs:
        yield "Needs", "; ".join((*needs, *map(links.line, command.needs)))
    if command.permission:
        yield "Permission", f"<code>{escape(command.permission)}</code>"
    yield "Checked", _checked(facts)


_UNCHECKED = {
    State.NEW: "not yet",
    State.UNKNOWN: "no; there is no catalog of this tool",
    State.CHANGED: "changed since it was checked",
}


def _checked(facts: CommandFacts) -> str:
    """Against which catalog, on which day; and where the tool describes the command itself."""
    told = _UNCHECKED.get(facts.state)
    if told is None:
        told = f"against {escape(' + '.join(facts.stamps))} on {facts.on}"
    if facts.preview:
        told += "; the tool calls it a preview"
    pages = ", ".join(
        f'<a href="{escape(one.reference)}">{escape(one.name)}</a>'
        for one in facts.named
        if one.reference
    )
    return f"{told}. Reference: {pages}" if pages else told


def _command_line(command: Command) -> Html:
    """The line with its placeholders marked, and the button that copies it."""
    text = str(escape(command_text(command.run, command.shell)))
    marked = _PLACEHOLDER.sub(r'<span class="kb-line__placeholder">\g<0></span>', text)
    return Html(  # noqa: S704 - escaped above
        f'<div class="kb-line"><pre class="kb-line__text"><code>{marked}</code></pre>'
        f'<button class="kb-line__copy" type="button" '
        f'aria-label="Copy: {escape(plain(command.purpose))}">Copy</button></div>'
    )


_PLACEHOLDER = re.compile(PLACEHOLDER.pattern.replace("<", "&lt;").replace(">", "&gt;"))


_CONTINUATION = {Shell.BASH: " \\", Shell.POWERSHELL: " `"}


def command_text(run: str, shell: Shell) -> str:
    """The command as it is shown and copied.

    A long one is broken before its options; rows end in the sign with which the shell goes on in
    the next line, so that it can be pasted as it is.
    """
    rows = [" ".join(words) for words in parse(run.strip()).rows()]
    return f"{_CONTINUATION[shell]}\n  ".join(rows)
