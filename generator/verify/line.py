"""A whole line: every command in it against the catalogs."""

import re
from typing import NamedTuple

from generator.catalog import Catalogs, Cmdlet, Found, OptionCommand, Tool
from generator.command import (
    Effect,
    Invocation,
    Script,
    Shell,
    Word,
    parse_bash,
    parse_powershell,
)
from generator.problem.tool import UNREADABLE_LINE
from generator.verify.cmdlets import CmdletReading, read_cmdlet
from generator.verify.effect import ANYTHING, effects_of_cmdlet, effects_of_command, worst
from generator.verify.finding import Finding, finding
from generator.verify.options import Reading, read_options
from generator.verify.secret import cmdlet_prints_secret, command_prints_secret

LENGTH = 20_000
"""Characters. Entries stop at a tenth; what is longer is no line to paste."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SHELLS = {Shell.BASH: ("bash", parse_bash), Shell.POWERSHELL: ("PowerShell", parse_powershell)}


class CheckedCommand(NamedTuple):
    """One command of a line. `record` is None where no catalog has it.

    `stamps` are the catalogs that had a part: of an extension also that of its tool. `effects` are
    those it may have, told from its name: all of them, where that does not tell.
    """

    name: str
    invocation: Invocation
    record: Found[OptionCommand] | Found[Cmdlet] | None
    stamps: tuple[str, ...] = ()
    effects: frozenset[Effect] = ANYTHING
    prints_secret: bool = False


class CheckedLine(NamedTuple):
    """What is known of a line: its commands, and what is wrong with them."""

    commands: tuple[CheckedCommand, ...]
    findings: tuple[Finding, ...]

    @property
    def effect(self) -> Effect | None:
        """The effect to reckon with; None where a name does not tell, or no catalog knows it."""
        known = [worst(command.effects) for command in self.commands if command.record]
        told = [effect for effect in known if effect is not None]
        return max(told, key=list(Effect).index) if told and len(told) == len(known) else None

    @property
    def prints_secret(self) -> bool:
        """Whether any of its commands prints a secret, as far as that is known."""
        return any(command.prints_secret for command in self.commands)

    @property
    def stamps(self) -> tuple[str, ...]:
        """The catalogs that know its commands: `az 2.91.0`, `datafactory 1.0.4`."""
        found = (stamp for command in self.commands for stamp in command.stamps)
        return tuple(dict.fromkeys(found))


class Verifier:
    """Checks lines against the catalogs. The same line is checked once."""

    def __init__(self, catalogs: Catalogs) -> None:
        self.catalogs = catalogs
        self._checked: dict[tuple[str, Shell], CheckedLine] = {}

    def check(self, line: str, shell: Shell) -> CheckedLine:
        """Every command of the line, and every finding, by position."""
        key = line, shell
        if key not in self._checked:
            self._checked[key] = self._check(line, shell)
        return self._checked[key]

    def _check(self, line: str, shell: Shell) -> CheckedLine:
        name, parse = _SHELLS[shell]
        if len(line) > LENGTH:
            where, mend = f"its {len(line):,} characters", "Cut it into several commands."
            return _unreadable(name, 0, LENGTH, where, mend)
        if found := _CONTROL.search(line):
            where, mend = f"\\u{ord(found[0]):04x}", "Delete the control character."
            return _unreadable(name, found.start(), found.end(), where, mend)
        script = parse(line)
        commands, findings = self._commands(script)
        if script.broken is not None:
            start, end = script.broken
            excerpt = line[start : start + 20]
            where = f'"{excerpt}"' if excerpt else "its end"
            mend = "Look at quotes and brackets there; put a value with such signs in quotes."
            broken = finding(UNREADABLE_LINE, start, end, shell=name, where=where, mend=mend)
            return CheckedLine(tuple(commands), (broken,))
        return CheckedLine(tuple(commands), tuple(sorted(findings, key=_position)))

    def _commands(self, script: Script) -> tuple[list[CheckedCommand], list[Finding]]:
        commands: list[CheckedCommand] = []
        findings: list[Finding] = []
        for invocation in script.invocations:
            command, found = self._command(invocation)
            commands.append(command)
            findings += found
        return commands, findings

    def _command(self, invocation: Invocation) -> tuple[CheckedCommand, tuple[Finding, ...]]:
        program = invocation.program.text
        tool = self.catalogs.tool(program)
        if tool is not None:
            return _of_tool(invocation, read_options(invocation, tool), tool)
        cmdlet = read_cmdlet(invocation, self.catalogs)
        if cmdlet is not None:
            return _of_cmdlet(invocation, cmdlet)
        return CheckedCommand(program, invocation, None), ()


def _of_tool(
    invocation: Invocation, reading: Reading, tool: Tool
) -> tuple[CheckedCommand, tuple[Finding, ...]]:
    given = {one.option.title: _text(one.values) for one in reading.given}
    effects = effects_of_command(reading.name, given)
    secret = command_prints_secret(reading.name, given)
    own = (reading.command.catalog.stamp,) if reading.command else ()
    stamps = tuple(dict.fromkeys((tool.catalogs[0].stamp, *own))) if own else ()
    checked = CheckedCommand(reading.name, invocation, reading.command, stamps, effects, secret)
    return checked, reading.findings


def _of_cmdlet(
    invocation: Invocation, reading: CmdletReading
) -> tuple[CheckedCommand, tuple[Finding, ...]]:
    given = {f"-{named.parameter.name}": None for named in reading.given}
    effects = effects_of_cmdlet(reading.name)
    secret = cmdlet_prints_secret(reading.name, given)
    stamps = (reading.command.catalog.stamp,) if reading.command else ()
    checked = CheckedCommand(reading.name, invocation, reading.command, stamps, effects, secret)
    return checked, reading.findings


def _text(values: tuple[Word, ...]) -> str | None:
    return values[0].text if values and values[0].known else None


def _unreadable(shell: str, start: int, end: int, where: str, mend: str) -> CheckedLine:
    found = finding(UNREADABLE_LINE, start, end, shell=shell, where=where, mend=mend)
    return CheckedLine((), (found,))


def _position(found: Finding) -> tuple[int, int, str]:
    return found.start, found.end, found.rule.code
