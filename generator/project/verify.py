"""Checking commands: those of the project for its ledger, and lines from anywhere."""

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from generator.catalog import read_catalogs
from generator.command import Shell
from generator.evidence import checked_ledger
from generator.kinds.entry.embedded import all_commands
from generator.kinds.entry.file import EntryFile
from generator.knowledge_base import KnowledgeBase
from generator.problem import Place, Problem, Severity
from generator.problem.evidence import CHANGED_SINCE
from generator.problem.runbook import NOT_VERIFIED
from generator.verify import CheckedLine, Ledger, Verifier, write_ledger


class UnknownCommandError(Exception):
    """Somebody accepts a command that there is not. The text is its name."""


class Line(NamedTuple):
    """A checked line, and what is wrong with it."""

    text: str
    checked: CheckedLine
    problems: list[Problem]


def checked_project(base: KnowledgeBase, accepted: Collection[str], on: date) -> Ledger:
    """The ledger with all that can be written down today. Raises UnknownCommandError."""
    known = {one.path for one in all_commands(base)}
    if unknown := sorted(set(accepted) - known):
        raise UnknownCommandError(unknown[0])
    catalogs, _ = read_catalogs(base.root)
    return checked_ledger(base, Verifier(catalogs), accepted, on)


def unsettled(problems: list[Problem], accepted: Collection[str]) -> list[Problem]:
    """The errors that remain once the ledger is written with what is accepted."""
    return [
        problem
        for problem in problems
        if problem.severity is Severity.ERROR and not _is_settled(problem, accepted)
    ]


def _is_settled(problem: Problem, accepted: Collection[str]) -> bool:
    if problem.code == NOT_VERIFIED.code:
        return True
    return problem.code == CHANGED_SINCE.code and any(
        problem.mend.endswith(f'kb verify --accept {path}".') for path in accepted
    )


def is_written(base: KnowledgeBase, ledger: Ledger) -> bool:
    """Whether the files of the ledger say the same."""
    return (ledger.evidence, ledger.reviews) == (base.ledger.evidence, base.ledger.reviews)


def write(base: KnowledgeBase, ledger: Ledger) -> None:
    """Writes the files of the ledger that changed."""
    domains = {one.id: one.entry.domain for one in base.all(EntryFile).values()}
    write_ledger(base.root, ledger, domains)


def check_lines(verifier: Verifier, shell: Shell, name: str, content: bytes) -> Iterator[Line]:
    """Each line of a text as a command line; `name` is what its problems call the text."""
    text = content.decode("utf-8", "replace").removesuffix("\n")
    for number, line in enumerate(text.split("\n"), 1):
        own = line.removesuffix("\r")
        checked = verifier.check(own, shell)
        places = [Place(name, number, found.start + 1) for found in checked.findings]
        problems = [found.at(place) for found, place in zip(checked.findings, places, strict=True)]
        yield Line(own, checked, problems)


def line_data(line: Line) -> dict[str, Any]:
    """A checked line as JSON can hold it."""
    effect = line.checked.effect
    return {
        "line": line.text,
        "ok": all(problem.severity is not Severity.ERROR for problem in line.problems),
        "problems": [
            {
                "code": problem.code,
                "severity": problem.severity.value,
                "message": f"{problem.what} {problem.mend}",
                "column": problem.place.column,
            }
            for problem in line.problems
        ],
        "effect": effect.value if effect else None,
        "reveals_secret": line.checked.prints_secret,
        "catalog": " + ".join(line.checked.stamps) or None,
    }


def line_verifier(root: Path | None) -> Verifier:
    """What checks lines with the catalogs of a project, or with those of the package.

    Raises CatalogError where one cannot be read.
    """
    catalogs, broken = read_catalogs(root)
    if broken:
        raise broken[0]
    return Verifier(catalogs)
