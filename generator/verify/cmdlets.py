"""PowerShell cmdlets: parameters, their short forms, and the sets they belong to."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.catalog import Catalogs, Cmdlet, Found, Parameter, ParameterSet
from generator.command import Invocation, Word
from generator.problem import Rule
from generator.problem.tool import (
    ABBREVIATED,
    MISSING_OPTION,
    NO_PARAMETER_SET,
    RETIRED,
    STRAY_WORD,
    UNKNOWN_COMMAND,
    UNKNOWN_OPTION,
    VALUE_COUNT,
    WRONG_VALUE,
)
from generator.verify.finding import Finding, finding
from generator.verify.nearest import nearest

_AZURE = re.compile(r"[A-Za-z]+-Az(?:ure|ureRm|ureAD)?[A-Z]\w*", re.ASCII)
# https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_commonparameters
_COMMON = frozenset(
    {
        "verbose",
        "debug",
        "erroraction",
        "errorvariable",
        "warningaction",
        "warningvariable",
        "informationaction",
        "informationvariable",
        "outvariable",
        "outbuffer",
        "pipelinevariable",
        "progressaction",
        "vb",
        "db",
        "ea",
        "ev",
        "wa",
        "wv",
        "infa",
        "iv",
        "ov",
        "ob",
        "pv",
        "proga",
    }
)
_COMMON_SWITCHES = frozenset({"verbose", "debug", "vb", "db"})


class Named(NamedTuple):
    """A parameter with the word that names it."""

    parameter: Parameter
    word: Word


class CmdletReading(NamedTuple):
    """A cmdlet as PowerShell would take it; `command` is None where no catalog has it."""

    name: str
    command: Found[Cmdlet] | None
    given: tuple[Named, ...]
    findings: tuple[Finding, ...]


def read_cmdlet(invocation: Invocation, catalogs: Catalogs) -> CmdletReading | None:
    """What PowerShell would make of the command; None where it is no matter of the catalogs."""
    program = invocation.program
    found = catalogs.cmdlet(program.text)
    if found is None:
        findings = tuple(_no_cmdlet(program, catalogs))
        return CmdletReading(program.text, None, (), findings) if findings else None
    if not found.record.sets:  # of this one, the name is all that is known
        return CmdletReading(found.record.name, found, (), ())
    reader = _CmdletArguments(found)
    reader.read(invocation.words)
    reader.finish(invocation)
    return CmdletReading(found.record.name, found, tuple(reader.given), tuple(reader.findings))


def _no_cmdlet(program: Word, catalogs: Catalogs) -> Iterator[Finding]:
    old = catalogs.retired(program.text)
    if old is not None:
        instead = old.record.instead
        mend = "Nothing that is known here took its place."
        if instead and (known := catalogs.cmdlet(instead)) is not None:
            mend = f'Use "{known.record.name}".'
        tool = old.catalog.header.tool
        yield finding(RETIRED, program.start, program.end, name=program.text, tool=tool, mend=mend)
    elif _AZURE.fullmatch(program.text) and catalogs.cmdlets:
        verb = program.text.lower().partition("-")[0]
        alike = [name for name in catalogs.cmdlets if name.startswith(f"{verb}-")]
        better = nearest(program.text, alike) or nearest(program.text, catalogs.cmdlets)
        meant = catalogs.cmdlet(better) if better else None
        mend = f'Did you mean "{meant.record.name}"?' if meant else "Look it up with Get-Command."
        yield finding(
            UNKNOWN_COMMAND,
            program.start,
            program.end,
            command=program.text,
            catalog=catalogs.cmdlet_stamp,
            mend=mend,
        )


class _CmdletArguments:
    """Goes through the words behind a cmdlet's name."""

    def __init__(self, found: Found[Cmdlet]) -> None:
        self.found = found
        self.cmdlet = found.record
        self.by_name = {
            name.lower(): parameter
            for parameter in self.cmdlet.parameters
            for name in (parameter.name, *parameter.aliases)
        }
        self.given: list[Named] = []
        self.values: list[Word] = []
        self.findings: list[Finding] = []
        self.open = False
        """Whether a splat may bring whatever is missed."""

    def read(self, words: tuple[Word, ...]) -> None:
        position = 0
        while position < len(words):
            word = words[position]
            position += 1
            if word.parameter:
                position = self._parameter(word, words, position)
            elif word.many:
                self.open = True
            else:
                self.values.append(word)

    def _parameter(self, word: Word, words: tuple[Word, ...], position: int) -> int:
        name = word.text.lstrip("-").lower()
        following = words[position] if position < len(words) else None
        has_value = following is not None and not following.parameter
        if name in _COMMON:
            return position + (has_value and name not in _COMMON_SWITCHES)
        parameter = self._named(name, word)
        if parameter is None:
            return position + has_value
        self.given.append(Named(parameter, word))
        if parameter.switch:
            takes = following is not None and following.text.lower() in ("$true", "$false")
            return position + takes
        if following is None or following.parameter:
            what, mend = "lacks its value", "Write it behind the parameter."
            self._tell(VALUE_COUNT, word, option=word.text, what=what, mend=mend)
            return position
        if not following.many:
            self._check_value(parameter, word, following)
        return position + 1

    def _named(self, name: str, word: Word) -> Parameter | None:
        if (parameter := self.by_name.get(name)) is not None:
            return parameter
        begins = {known.name: known for key, known in self.by_name.items() if key.startswith(name)}
        if len(begins) == 1 and name:
            ((full, parameter),) = begins.items()
            self._tell(ABBREVIATED, word, option=word.text, full=f"-{full}")
            return parameter
        better = nearest(name, self.by_name)
        mend = "See its parameters with Get-Help."
        if begins and name:
            mend = f"It could be any of {', '.join(f'-{full}' for full in sorted(begins)[:5])}."
        elif better:
            mend = f'Did you mean "-{self.by_name[better].name}"?'
        stamp = self.found.catalog.stamp
        self._tell(
            UNKNOWN_OPTION,
            word,
            command=self.cmdlet.name,
            option=word.text,
            catalog=stamp,
            mend=mend,
        )
        return None

    def _check_value(self, parameter: Parameter, word: Word, value: Word) -> None:
        if not parameter.choices or not value.known:
            return
        choices = [choice.lower() for choice in parameter.choices]
        for part in re.split(r"\s*,\s*", value.text):  # a list, or flags to be joined
            text = part.strip("'\"")
            if text.lower() not in choices:
                better = nearest(text, parameter.choices)
                takes = ", ".join(parameter.choices[:12])
                mend = f'Did you mean "{better}"?' if better else f"It takes {takes}."
                self._tell(WRONG_VALUE, value, option=word.text, value=text, mend=mend)

    def finish(self, invocation: Invocation) -> None:
        """Finds the set of parameters that is meant, and tells what it lacks."""
        given = {named.parameter.name for named in self.given}
        unknown = any(found.rule is UNKNOWN_OPTION for found in self.findings)
        fitting = [one for one in self.cmdlet.sets if given <= {*one.required, *one.optional}]
        program = invocation.program
        if not fitting:
            names = ", ".join(sorted(f"-{name}" for name in given))
            sets = "; or ".join(_listed(one) for one in self._likely(given))
            self._tell(
                NO_PARAMETER_SET, program, command=self.cmdlet.name, options=names, sets=sets
            )
            return
        if self.open or unknown:
            return
        lacking = [self._lacks(one, given, piped=invocation.piped) for one in fitting]
        missing, stray = min(lacking, key=lambda pair: (len(pair[0]) + len(pair[1]), len(pair[1])))
        for name in missing:
            self._tell(
                MISSING_OPTION, program, command=self.cmdlet.name, option=f"-{name}", unless=""
            )
        for word in stray:
            self._tell(STRAY_WORD, word, command=self.cmdlet.name, word=word.text)

    def _lacks(
        self, one: ParameterSet, given: set[str], *, piped: bool
    ) -> tuple[list[str], list[Word]]:
        """The required parameters that nothing fills, and the values with no place."""
        places = [name for name in one.positions if name not in given]
        filled = {*given, *places[: len(self.values)]}
        missing = [
            name
            for name in one.required
            if name not in filled and not (piped and name in one.piped)
        ]
        return missing, self.values[len(places) :]

    def _likely(self, given: Iterable[str]) -> list[ParameterSet]:
        """The two sets that hold most of what is given."""

        def strangers(one: ParameterSet) -> int:
            return len(set(given) - {*one.required, *one.optional})

        return sorted(self.cmdlet.sets, key=strangers)[:2]

    def _tell(self, rule: Rule, place: Word, **values: object) -> None:
        self.findings.append(finding(rule, place.start, place.end, **values))


def _listed(one: ParameterSet) -> str:
    return ", ".join(f"-{name}" for name in one.required) or "none required"
