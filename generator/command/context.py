"""Where in a line its placeholders stand, so that a value can be put there without harm."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from generator.command.line import PLACEHOLDER
from generator.command.shell import Shell


class Inside(StrEnum):
    """What surrounds a placeholder.

    `part` is a bare one that other characters touch. In `odd` places (`$'…'`, backticks) no value
    is ever put.
    """

    BARE = "bare"
    PART = "part"
    DOUBLE = "double"
    SINGLE = "single"
    ODD = "odd"


class PlaceholderUse(NamedTuple):
    """A placeholder from character `start` up to `end`."""

    name: str
    start: int
    end: int
    inside: Inside


# PowerShell takes typographic quotes for the plain ones.
_SINGLE = {Shell.BASH: "'", Shell.POWERSHELL: "'\u2018\u2019\u201a\u201b"}
_DOUBLE = {Shell.BASH: '"', Shell.POWERSHELL: '"\u201c\u201d\u201e'}
_ESCAPE = {Shell.BASH: "\\", Shell.POWERSHELL: "`"}
_ENDS_WORD = " \t\n|&;()<>"


def placeholder_uses(line: str, shell: Shell) -> list[PlaceholderUse]:
    """Every placeholder of a line with what surrounds it."""
    found = list(PLACEHOLDER.finditer(line))
    if not found:
        return []
    begins, states = zip(*_stretches(line, shell), strict=True)
    return [
        PlaceholderUse(
            match[1],
            match.start(),
            match.end(),
            _inside(line, match.span(), states[bisect_right(begins, match.start()) - 1]),
        )
        for match in found
    ]


def _inside(line: str, span: tuple[int, int], state: Inside) -> Inside:
    start, end = span
    if state is not Inside.BARE:
        return state
    touched = (start > 0 and line[start - 1] not in _ENDS_WORD) or (
        end < len(line) and line[end] not in _ENDS_WORD
    )
    return Inside.PART if touched else Inside.BARE


_SIGNS = {
    shell: re.compile("[" + re.escape(_SINGLE[shell] + _DOUBLE[shell] + _ESCAPE[shell]) + "`()]")
    for shell in Shell
}
"""What may change the state; between two of them it stays, and nothing has to be looked at."""


def _stretches(line: str, shell: Shell) -> Iterator[tuple[int, Inside]]:
    """Where each state begins. `$(` begins anew, whatever it stands in."""
    stack = [Inside.BARE]
    yield 0, Inside.BARE
    position = 0
    while (found := _SIGNS[shell].search(line, position)) is not None:
        position = found.end()
        state = stack[-1]
        if found[0] == _ESCAPE[shell] and state in (Inside.BARE, Inside.DOUBLE):
            position += 1
            continue
        _step(stack, line[max(position - 2, 0) : position - 1], found[0], shell)
        if stack[-1] is not state:
            yield position, stack[-1]


def _step(stack: list[Inside], before: str, sign: str, shell: Shell) -> None:
    """What a sign opens or closes; `before` is the one before it."""
    match stack[-1]:
        case Inside.BARE if sign == "`":
            stack.append(Inside.ODD)
        case Inside.BARE if sign in _SINGLE[shell]:
            ansi = shell is Shell.BASH and before == "$"
            stack.append(Inside.ODD if ansi else Inside.SINGLE)
        case Inside.BARE if sign in _DOUBLE[shell]:
            stack.append(Inside.DOUBLE)
        case Inside.BARE | Inside.DOUBLE if sign == "(" and before == "$":
            stack.append(Inside.BARE)
        case Inside.BARE if sign == ")" and len(stack) > 1:
            stack.pop()
        case Inside.SINGLE if sign in _SINGLE[shell]:
            stack.pop()
        case Inside.DOUBLE if sign in _DOUBLE[shell]:
            stack.pop()
        case Inside.ODD if sign in "`'":
            stack.pop()


_READ_BARE = frozenset("|;&<>()*?~{}$`#\n")
_READ_IN_QUOTES = frozenset("$`")


def needs_shell(line: str) -> bool:
    """Whether a bash line has more in it than one program and its words."""
    without = PLACEHOLDER.sub(lambda match: "x" * len(match[0]), line)
    stretches = [*_stretches(without, Shell.BASH), (len(without), Inside.BARE)]
    return any(
        not (_READ_BARE if state is Inside.BARE else _READ_IN_QUOTES).isdisjoint(without[begin:end])
        for (begin, state), (end, _) in pairwise(stretches)
        if state is not Inside.SINGLE
    )
