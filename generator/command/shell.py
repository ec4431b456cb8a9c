"""What a shell would run, whichever shell it is.

Positions are characters of the line as the author wrote it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tree_sitter import Node


class Shell(StrEnum):
    """The shell a command line is written for."""

    BASH = "bash"
    POWERSHELL = "powershell"


class Word(NamedTuple):
    """One argument, its quotes and escapes resolved.

    `known` is off where a placeholder, a variable or the output of a command is part of it.
    `many` marks what may become any number of arguments when it is run: an unquoted `$VALUES`, a
    splat. `parameter` is set by PowerShell alone, which tells parameter names from values.
    """

    text: str
    start: int
    end: int
    known: bool = True
    many: bool = False
    parameter: bool = False


@dataclass(frozen=True)
class Invocation:
    """One program with its arguments. `piped` gets its input from the command before it."""

    program: Word
    words: tuple[Word, ...]
    piped: bool = False


@dataclass(frozen=True)
class Script:
    """All that a line would run, in the order of the text; and where it cannot be read."""

    invocations: tuple[Invocation, ...]
    broken: tuple[int, int] | None


# Wider than what entries may write: lines of others are checked, too.
_STANDS_FOR_A_VALUE = re.compile(
    r"<[A-Za-z][\w.,-]{0,80}(?: [\w.,-]{1,80}){0,8}>(?!\w)|\{[A-Za-z][\w-]{0,80}\}", re.ASCII
)


_NO_LETTER = re.compile(r"[^\t\n -~]")


def placeholders(line: str) -> list[tuple[int, int]]:
    """Where something stands for a value of the reader's, from bracket to bracket."""
    return [match.span() for match in _STANDS_FOR_A_VALUE.finditer(line)]


def without_placeholders(line: str) -> str:
    """The line with every `<name>` replaced by a word as long, so that positions stay.

    A shell would take the brackets for redirections, and read or write files.
    """
    return _STANDS_FOR_A_VALUE.sub(lambda match: "_" * len(match[0]), line)


def plain_letters(line: str) -> bytes:
    """The line for the parser, one byte a character, so that its positions are ours.

    Whatever is not ASCII counts as a letter; so do control characters.
    """
    return _NO_LETTER.sub("x", line).encode()


def broken_at(root: Node) -> tuple[int, int] | None:
    """Where the first piece stands that the grammar does not know."""
    if not root.has_error:
        return None
    stack = [root]
    while stack:
        node = stack.pop()
        if node.is_error or node.is_missing:
            return node.start_byte, node.end_byte
        stack += [child for child in reversed(node.children) if child.has_error or child.is_missing]
    return root.start_byte, root.end_byte
