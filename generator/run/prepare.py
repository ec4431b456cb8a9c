"""A command with its values, ready to run.

Where a line is one program with its words, it is run as that, without any shell. Elsewhere values
travel in the environment, so that no shell ever reads one as part of a line.
"""

import shlex
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from generator.command import (
    Inside,
    Shell,
    needs_shell,
    parse,
    parse_bash,
    placeholder_uses,
)
from generator.kinds.entry.model import Command

_POWERSHELLS = ("pwsh", "powershell")


@dataclass(frozen=True)
class Prepared:
    """What to run: `arguments`, with `environment` added. `shown` is the same for a reader.

    Where it cannot be run here, `arguments` are empty and `why_not` says the reason.
    """

    shown: str
    arguments: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    why_not: str = ""


def variable(name: str) -> str:
    """`FACTORY_NAME` for `factory-name`. One word gets `KB_` before it: PATH and NAME are taken."""
    words = name.split("-") if "-" in name else ["kb", name]
    return "_".join(words).upper()


def prepare(command: Command, values: Mapping[str, str], secret: Collection[str] = ()) -> Prepared:
    """The command with `values`; what lacks one is shown with a guard, and cannot be run.

    The values of the names in `secret` are not shown; they travel in the environment.
    """
    line = command.run.strip()
    missing = [name for name in parse(line).placeholders if name not in values]
    if missing:
        guarded = _with_variables(line, command.shell)
        return Prepared(guarded or line, why_not=f"there is no value for {', '.join(missing)}")
    hides = any(name in secret for name in parse(line).placeholders)
    if command.shell is Shell.BASH and not needs_shell(line) and not hides:
        arguments = _words(line, values)
        if shutil.which(arguments[0]) is None:
            why_not = f'"{arguments[0]}" is not installed here'
            return Prepared(shlex.join(arguments), why_not=why_not)
        return Prepared(shlex.join(arguments), arguments)
    return _through_shell(line, command.shell, values)


def _words(line: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """The words a shell would hand over; the values are put in behind its back."""
    names = {f"kbvalue{number}x": name for number, name in enumerate(values)}
    marked = line
    for use in reversed(placeholder_uses(line, Shell.BASH)):
        mark = next(mark for mark, name in names.items() if name == use.name)
        marked = marked[: use.start] + mark + marked[use.end :]
    (invocation,) = parse_bash(marked).invocations
    words = [word.text for word in (invocation.program, *invocation.words)]
    for mark, name in names.items():
        words = [word.replace(mark, values[name]) for word in words]
    return tuple(words)


def _through_shell(line: str, shell: Shell, values: Mapping[str, str]) -> Prepared:
    script = _with_variables(line, shell)
    if script is None:
        return Prepared(line, why_not="a value stands where no shell could take it safely")
    used = parse(line).placeholders
    environment = {variable(name): values[name] for name in used}
    names = ("bash",) if shell is Shell.BASH else _POWERSHELLS
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None:
        return Prepared(script, environment=environment, why_not=f"there is no {names[0]} here")
    options = ("-c",) if shell is Shell.BASH else ("-NoProfile", "-NonInteractive", "-Command")
    return Prepared(script, (program, *options, script), environment)


def _with_variables(line: str, shell: Shell) -> str | None:
    """The line with a variable for each placeholder; None where that cannot be done."""
    for use in reversed(placeholder_uses(line, shell)):
        own = variable(use.name)
        if use.inside is Inside.ODD:
            return None
        if shell is Shell.POWERSHELL:
            if use.inside is Inside.SINGLE:
                return None
            text = f"$($env:{own})"
            text = f'"{text}"' if use.inside is Inside.BARE else text
        else:
            text = f"${{{own}:?set {own}}}"
            if use.inside is Inside.SINGLE:
                text = f"'\"{text}\"'"
            elif use.inside is not Inside.DOUBLE:
                text = f'"{text}"'
        line = line[: use.start] + text + line[use.end :]
    return line
