"""Checks the official examples, mutations of them, and agrees or not with az itself."""

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from generator.catalog import read_catalogs
from generator.command import Shell, Word
from generator.problem import Place, Severity
from generator.verify import CheckedLine, Verifier

from .az import Az
from .mutations import mutations
from .powershell import Documented, check_documented

SEED = 1
SAMPLED = 3_000
"""Good lines that are mutated."""


@dataclass
class Figures:
    """What the report tells."""

    examples: int = 0
    accepted: int = 0
    seconds: float = 0.0
    compared: int = 0
    agreed: int = 0
    disagreements: list[str] = field(default_factory=list)
    rejected: Counter[str] = field(default_factory=Counter)
    samples: dict[str, dict[str, None]] = field(default_factory=dict)
    mutated: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    documented: Documented | None = None


def main() -> None:
    """Measures, and writes the report."""
    parser = argparse.ArgumentParser(prog="python -m tests.verification")
    parser.add_argument("--python", type=Path, required=True, help="the interpreter of azure-cli")
    parser.add_argument("--powershell", type=Path, help="Az.DataFactory of azure-docs-powershell")
    parser.add_argument("--report", type=Path, help="the file to write")
    arguments = parser.parse_args()
    verifier = Verifier(read_catalogs(None)[0])
    figures = Figures()
    with Az(arguments.python) as az:
        lines = az.examples()
        checked = _check(verifier, lines, figures)
        _compare(az, checked, figures)
    _mutate(verifier, lines, checked, figures)
    if arguments.powershell:
        figures.documented = check_documented(verifier, arguments.powershell)
    tool = verifier.catalogs.tool("az")
    assert tool is not None
    text = _report(figures, f"{tool.stamp} and {verifier.catalogs.cmdlet_stamp}")
    if arguments.report:
        arguments.report.write_text(text, encoding="utf-8")
    print(text)  # noqa: T201 - what the command is for


def _check(verifier: Verifier, lines: Sequence[str], figures: Figures) -> list[CheckedLine]:
    tool = verifier.catalogs.tool("az")
    assert tool is not None
    assert tool.children  # loaded
    began = time.perf_counter()
    checked = [verifier.check(line, Shell.BASH) for line in lines]
    figures.seconds = time.perf_counter() - began
    figures.examples = len(lines)
    for one in checked:
        if told := _errors(one):
            code = told[0].partition(" ")[0]
            figures.rejected[code] += 1
            figures.samples.setdefault(code, {})[told[0].partition(" ")[2]] = None
    figures.accepted = figures.examples - figures.rejected.total()
    return checked


def _errors(checked: CheckedLine) -> list[str]:
    return [
        f"{problem.code} {problem.what}"
        for found in checked.findings
        if (problem := found.at(Place("-"))).severity is Severity.ERROR
    ]


def _compare(az: Az, checked: Iterable[CheckedLine], figures: Figures) -> None:
    """Lines of one command whose words are all known: what az is given is known, too."""
    for one in checked:
        if len(one.commands) != 1 or one.commands[0].invocation.program.text != "az":
            continue
        words = one.commands[0].invocation.words
        told = _errors(one)
        if any(text.startswith("KB310") for text in told) or not all(map(_is_plain, words)):
            continue
        figures.compared += 1
        accepts = az.accepts([word.text for word in words])
        if accepts is None:
            figures.compared -= 1
        elif accepts is (not told):
            figures.agreed += 1
        else:
            name = one.commands[0].name
            ours = told[0] if told else "nothing is told"
            figures.disagreements.append(
                f"`{name}`: az {'accepts' if accepts else 'refuses'}, {ours}"
            )


def _is_plain(word: Word) -> bool:
    """Whether az gets the word as it is: `@name` would be the content of a file."""
    return word.known and not word.text.partition("=")[2].startswith("@") and word.text[:1] != "@"


def _mutate(
    verifier: Verifier, lines: Sequence[str], checked: Sequence[CheckedLine], figures: Figures
) -> None:
    good = [
        (line, one.commands[0])
        for line, one in zip(lines, checked, strict=True)
        if not _errors(one) and len(one.commands) == 1 and one.commands[0].record
    ]
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    for line, command in chance.sample(good, min(SAMPLED, len(good))):
        for mutation in mutations(line, command, chance):
            figures.mutated[mutation.kind] += 1
            told = verifier.check(mutation.line, Shell.BASH).findings
            if any(found.rule.severity is not Severity.NOTE for found in told):
                figures.caught[mutation.kind] += 1
            else:
                figures.missed.append(f"{mutation.kind}: `{command.name}`")


def _report(figures: Figures, stamp: str) -> str:
    day = datetime.now(UTC).date()
    rows = [
        ("Official examples accepted", figures.accepted, figures.examples, "≥ 97.5 %"),
        ("Agreement with the parser of az", figures.agreed, figures.compared, "≥ 99.8 %"),
        *(
            (f"Rejected: {kind}", figures.caught[kind], number, "≥ 99.9 %")
            for kind, number in figures.mutated.items()
        ),
    ]
    if found := figures.documented:
        what = f"Documented commands of Az.DataFactory accepted ({found.cut} blocks end in output)"
        rows.append((what, found.accepted, found.commands, "100 %"))
    table = "\n".join(
        f"| {what} | {part:,} of {whole:,} | {100 * part / whole:.2f} % | {wanted} |"
        for what, part, whole, wanted in rows
    )
    speed = figures.examples / figures.seconds
    classes = "\n".join(
        f"- {code}, {number} times. {_WHY[code]}\n"
        + "".join(f"    - {sample}\n" for sample in list(figures.samples[code])[:4])
        for code, number in sorted(figures.rejected.items())
    )
    disagreements = "\n".join(f"- {one}" for one in figures.disagreements) or "None."
    missed = "\n".join(f"- {one}" for one in figures.missed) or "None."
    return f"""# Checking command lines

Measured on {day} against {stamp}; mutations with seed {SEED}.

| what | | measured | wanted |
| --- | ---: | ---: | ---: |
{table}
| Lines a second on one core, after loading | | {speed:,.0f} | ≥ 1,000 |

## Examples that are rejected

With the first four different sentences of each class.

{classes}

## Where az decides otherwise

What remains are values in az's own shorthand syntax, and options that az asks for later.

{disagreements}

## Faults that are not noticed

{missed}
"""


_WHY = {
    "KB302": "The example names a command that az does not have: `az az`, a group in the plural, a "
    "name of an earlier version.",
    "KB305": "The command has no such option; most were renamed since, or belong to its sister.",
    "KB306": "A required option is not there: left out, or cut off by a `;` that the shell takes.",
    "KB307": "A word such as MyEncoding stands where az takes one of a list, a number, a time, "
    "JSON or a whole resource id.",
    "KB308": "An option ends the line without the value it needs.",
    "KB309": "A value with spaces lacks its quotes, or an option lost its dashes.",
    "KB310": "No command line: the content of a file or a remark stands below it, `id = (az …)` is "
    "no assignment, brackets lack quotes.",
    "KB311": "The query lacks its braces.",
    "KB316": "The example is the second half of a line.",
}
"""Why az's own examples are rejected, by class; read one by one for az 2.91.0."""


main()
