"""What a page says of a command, beside what its author wrote."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.catalog import OptionCommand, Status
from generator.command import Shell
from generator.problem import Severity
from generator.verify.ledger import Ledger, changes
from generator.verify.line import CheckedCommand, CheckedLine, Verifier


class State(StrEnum):
    """How sure a reader can be that the tool takes the command as it stands."""

    CHECKED = "checked"
    CHANGED = "changed"
    NEW = "new"
    UNKNOWN = "unknown"
    """No catalog knows any of its commands."""


class Named(NamedTuple):
    """A real command in a line: `az datafactory show`, and where its tool describes it."""

    name: str
    reference: str


class CommandFacts(NamedTuple):
    """`stamps` are the catalogs it was checked against, on the day `on`.

    `extensions` must be installed first. `differences` say what changed since the check.
    """

    state: State
    stamps: tuple[str, ...] = ()
    on: date | None = None
    named: tuple[Named, ...] = ()
    extensions: tuple[str, ...] = ()
    preview: bool = False
    asks: bool = False
    differences: tuple[str, ...] = ()


def command_facts(
    verifier: Verifier, ledger: Ledger, path: str, run: str, shell: Shell
) -> CommandFacts:
    """The facts of the command at `path` (`entry/command`)."""
    checked = verifier.check(run, shell)
    known = [command for command in checked.commands if command.record]
    if not known:
        return CommandFacts(State.UNKNOWN)
    evidence = ledger.evidence.get(path)
    differences: tuple[str, ...] = ()
    state = State.NEW
    if evidence is not None:
        differences = tuple(changes(evidence, ledger, run, shell, checked))
        state = State.CHANGED if differences else State.CHECKED
    stamps = dict.fromkeys(s for one in evidence.cited for s in one.stamps) if evidence else {}
    headers = [command.record.catalog.header for command in known if command.record]
    return CommandFacts(
        state=state,
        stamps=tuple(stamps),
        on=evidence.on if evidence else None,
        named=tuple(dict.fromkeys(map(_named, known))),
        extensions=tuple(dict.fromkeys(head.extension for head in headers if head.extension)),
        preview=any(_status(command) is not Status.STABLE for command in known),
        asks=any(command.record.record.asks for command in known if command.record),
        differences=differences,
    )


def _status(command: CheckedCommand) -> Status:
    record = command.record.record if command.record else None
    return record.status if isinstance(record, OptionCommand) else Status.STABLE


def _named(command: CheckedCommand) -> Named:
    assert command.record is not None
    return Named(command.name, reference(command))


def reference(command: CheckedCommand) -> str:
    """The address of the tool's own page on the command; "" where there is none to build.

    The forms are those by which the pages of azure-docs-cli link to each other.
    """
    assert command.record is not None
    head = command.record.catalog.header
    words = command.name.split()
    if head.kind == "cmdlets":
        record = command.record.record
        module = getattr(record, "module", "").lower()
        return f"https://learn.microsoft.com/powershell/module/{module}/{words[0].lower()}"
    if head.program == "az":
        page = "/".join(words[1:-1]) or "reference-index"
        return f"https://learn.microsoft.com/cli/azure/{page}#{'-'.join(words)}"
    if head.program == "airflow":
        base = "https://airflow.apache.org/docs/apache-airflow"
        return f"{base}/{head.version}/cli-and-env-variables-ref.html#{words[1]}"
    return ""


def is_sound(checked: CheckedLine) -> bool:
    """Whether a line can be written into the ledger: a catalog knows it, and its tool takes it."""
    refused = any(found.rule.severity is Severity.ERROR for found in checked.findings)
    return bool(checked.stamps) and not refused
