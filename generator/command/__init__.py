"""Command lines: their words and placeholders, and what a shell would make of them."""

from generator.command.bash import parse_bash
from generator.command.context import Inside, PlaceholderUse, needs_shell, placeholder_uses
from generator.command.effect import Effect
from generator.command.line import PLACEHOLDER, CommandLine, parse, unbalanced, wrong_placeholders
from generator.command.portable import is_portable
from generator.command.powershell import parse_powershell
from generator.command.secret import SECRET
from generator.command.shell import Invocation, Script, Shell, Word

__all__ = [
    "PLACEHOLDER",
    "SECRET",
    "CommandLine",
    "Effect",
    "Inside",
    "Invocation",
    "PlaceholderUse",
    "Script",
    "Shell",
    "Word",
    "is_portable",
    "needs_shell",
    "parse",
    "parse_bash",
    "parse_powershell",
    "placeholder_uses",
    "unbalanced",
    "wrong_placeholders",
]
