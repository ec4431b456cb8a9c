"""The HTML of a command: its line, its effect, what to know before and after running it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from markupsafe import Markup as Html
from markupsafe import escape

from generator.command import (
    PLACEHOLDER,
    Effect,
    Inside,
    Shell,
    is_portable,
    parse,
    parse_bash,
    parse_powershell,
    placeholder_uses,
)
from generator.kinds.entry.model import Command, command_anchor
from generator.page import Links
from generator.prose import plain
from generator.verify import CommandFacts, State

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


def effect_mark(effect: Effect) -> Html:
    """What an action does, by word, sign and color."""
    word, title = _EFFECTS[effect]
    return Html(  # noqa: S704 - our own words
        f'<span class="kb-effect kb-effect--{effect.value}" title="{title}">{word}</span>'
    )


def effect(command: Command) -> Html:
    revealing = _REVEALING if command.reveals_secret else ""
    return effect_mark(command.effect) + Html(revealing)  # noqa: S704 - our own words


def command_block(command: Command, links: Links, facts: CommandFacts, first: str) -> Html:
    """A command with what to know before and after running it, under its own anchor.

    `first` is the purpose of the command that `check_first` names.
    """
    anchor = escape(command.anchor)
    below = _rows(_facts(command, links, facts, first))
    shell = _shell(command)
    return Html(  # noqa: S704 - every part is escaped
        f'<article class="kb-command kb-command--{command.effect.value}" id="{anchor}" '
        f'aria-label="{escape(plain(command.purpose))}">\n'
        f'<p class="kb-command__purpose">{effect(command)} {links.line(command.purpose)}{shell} '
        f'<a class="headerlink" href="#{anchor}" aria-label="Link to this command">&para;</a></p>\n'
        f"{command_line(command)}\n{below}</article>"
    )


def _shell(command: Command) -> str:
    if command.shell is Shell.POWERSHELL:
        return ' <span class="kb-command__shell">PowerShell</span>'
    return ""


def _rows(facts: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<div><dt>{word}</dt><dd>{shown}</dd></div>" for word, shown in facts)
    return f'<dl class="kb-command__facts">{rows}</dl>\n' if rows else ""


class Remarks(NamedTuple):
    """What a runbook says of a command it embeds."""

    expect: str | None
    record: str | None


def embedded_command(
    command: Command, links: Links, facts: CommandFacts, address: str, remarks: Remarks
) -> Html:
    """A command as a runbook shows it. `address` leads to it in its entry."""
    own = [
        (word, links.line(text))
        for word, text in (
            ("Expect", remarks.expect or command.expect),
            ("Record", remarks.record),
            ("Undo", command.undo),
            ("Irreversible", command.irreversible),
        )
        if text
    ]
    rest = [
        (word, shown)
        for word, shown in _facts(command, links, facts, "")
        if word in ("Needs", "Permission", "Checked")
    ]
    return Html(  # noqa: S704 - every part is escaped
        f'<article class="kb-command kb-command--{command.effect.value}" '
        f'aria-label="{escape(plain(command.purpose))}">\n'
        f'<p class="kb-command__purpose">{effect(command)} {links.line(command.purpose)}'
        f'{_shell(command)} <a class="kb-command__in" href="{escape(address)}">in its entry</a>'
        f"</p>\n"
        f"{command_line(command)}\n{_rows(own)}"
        f'<details class="kb-command__more"><summary>Needs, permission, check</summary>'
        f"{_rows(rest)}</details>\n</article>"
    )


def _facts(
    command: Command, links: Links, facts: CommandFacts, first: str
) -> Iterator[tuple[str, str]]:
    """What stands below the line, each with its word; every text is HTML."""
    if command.check_first and first:
        to = escape(command_anchor(command.check_first))
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
    stamp = _UNCHECKED.get(facts.state)
    if stamp is None:
        stamp = f"against {escape(' + '.join(facts.stamps))} on {facts.on}"
    if facts.preview:
        stamp += "; the tool calls it a preview"
    pages = ", ".join(
        f'<a href="{escape(one.reference)}">{escape(one.name)}</a>'
        for one in facts.named
        if one.reference
    )
    return f"{stamp}. Reference: {pages}" if pages else stamp


def command_line(command: Command) -> Html:
    """The line with its placeholders marked, and the button that copies it.

    The attributes are what assets/kb/fill.js needs to know to put values into it.
    """
    shell = command.shell
    text = command_text(command.run, shell)
    spans = (
        f'<span class="kb-line__placeholder" data-name="{use.name}"'
        f"{_INSIDE[use.inside]}>&lt;{use.name}&gt;</span>"
        for use in placeholder_uses(text, shell)
    )
    marked = _PLACEHOLDER.sub(lambda _: next(spans), str(escape(text)))
    kinds = "".join(f" {name}" for name in _line_kinds(command))
    return Html(  # noqa: S704 - escaped above; names of placeholders are ids
        f'<div class="kb-line"{kinds}><pre class="kb-line__text"><code>{marked}</code>'
        f'</pre><button class="kb-line__copy" type="button" '
        f'aria-label="Copy: {escape(plain(command.purpose))}">Copy</button></div>'
    )


_PLACEHOLDER = re.compile(PLACEHOLDER.pattern.replace("<", "&lt;").replace(">", "&gt;"))
_INSIDE = {inside: "" if inside is Inside.BARE else f' data-inside="{inside}"' for inside in Inside}


def _line_kinds(command: Command) -> Iterator[str]:
    line = command.run.strip()
    if command.shell is Shell.POWERSHELL:
        yield 'data-shell="powershell"'
    elif is_portable(line):
        yield "data-portable"
    if _SEVERAL.search(line) and len(_SCRIPTS[command.shell](line).invocations) > 1:
        yield "data-several"


_SEVERAL = re.compile(r"[|;&`\n]|\$\(")
"""What a line has that runs a second command; parsing them all would take too long."""
_SCRIPTS = {Shell.BASH: parse_bash, Shell.POWERSHELL: parse_powershell}


_CONTINUATION = {Shell.BASH: " \\", Shell.POWERSHELL: " `"}


def command_text(run: str, shell: Shell) -> str:
    """The command as it is shown and copied.

    A long one is broken before its options; rows end in the sign with which the shell goes on in
    the next line, so that it can be pasted as it is.
    """
    rows = [" ".join(words) for words in parse(run.strip()).rows()]
    return f"{_CONTINUATION[shell]}\n  ".join(rows)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "command_block": command_block,
    "command_line": command_line,
    "effect": effect,
    "effect_mark": effect_mark,
    "embedded_command": embedded_command,
    "tool": tool,
}
