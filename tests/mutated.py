"""Which small changes of the code no test notices, as a report. It reads what `mutmut run` left."""

import argparse
import json
import platform
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

MUTANTS = Path("mutants")
_KILLED = (1, 3)
"""How pytest ends when a test fails, or an import does."""

_ENDS = {0: "survived", 5: "not reached", 33: "not reached"}


class Mutant(NamedTuple):
    """One change: where, and how the tests that reach it ended."""

    module: str
    name: str
    end: str


def mutants() -> Iterator[Mutant]:
    """All of them, by module."""
    for file in sorted(MUTANTS.rglob("*.meta")):
        module = file.relative_to(MUTANTS).as_posix().removesuffix(".meta")
        codes: dict[str, int | None] = json.loads(file.read_text("utf-8"))["exit_code_by_key"]
        for name, code in codes.items():
            yield Mutant(module, name, _end(code))


def _end(code: int | None) -> str:
    if code is None:
        return "not run"
    return "killed" if code in _KILLED else _ENDS.get(code, "timeout")


def package(module: str) -> str:
    """`generator/prose/text.py` is of `prose`."""
    _, first, *rest = module.split("/")
    return first.removesuffix(".py") if first != "project" else f"project/{rest[0]}"


def as_markdown(found: list[Mutant]) -> str:
    """The report."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        counts[package(one.module)][one.end] += 1
        counts["all"][one.end] += 1
    counts["all"] = counts.pop("all")
    rows = "".join(_row(name, count) for name, count in counts.items())
    return f"""\
# What the tests notice

Measured on {datetime.now(UTC):%Y-%m-%d} with Python {platform.python_version()}, mutmut \
{version("mutmut")}. `make mutation` makes one small change of a function at a time (another \
comparison, number, text, argument), in all of the packages below, and runs the tests that reach \
the function (those that `pyproject.toml` names; none in a browser). The share is that of \
changes that a test notices by failing or by not coming to an end. Functions with a decorator and \
constants are not changed.

| package | changes | noticed | endless | not noticed | not reached | not run | share |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
{rows}
{_stopped(counts["all"]["not run"])}
## Not noticed

`mutmut results` lists these one by one, and `mutmut show` prints one. What runs while a module is \
imported (`_parser`) cannot be noticed in this way.

| changes | function | module |
| ---: | --- | --- |
{_survivors(found)}"""


def _stopped(left: int) -> str:
    if not left:
        return ""
    return f"""
The run was stopped before {left:,} of the changes were made: nothing is known of these, and the \
shares are those of what was run.
"""


def _row(name: str, count: Counter[str]) -> str:
    run = count.total() - count["not run"]
    share = f"{1000 * (count['killed'] + count['timeout']) // run / 10:.1f} %" if run else ""
    ends = ("killed", "timeout", "survived", "not reached", "not run")
    numbers = " | ".join(f"{number:,}" for number in (count.total(), *(count[end] for end in ends)))
    return f"| {name} | {numbers} | {share} |\n"


def _survivors(found: list[Mutant]) -> str:
    """By function, most first."""
    counts = Counter(
        (one.module, _function(one.name)) for one in found if one.end in ("survived", "not reached")
    )
    return "".join(
        f"| {number} | `{function}` | `{module}` |\n"
        for (module, function), number in sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    )


def _function(name: str) -> str:
    """`generator.run.record.xǁRecordǁas_json__mutmut_2` is of `Record.as_json`."""
    mangled = name.rpartition("__mutmut_")[0].rpartition(".")[2]
    return mangled.removeprefix("x").removeprefix("_").removeprefix("ǁ").replace("ǁ", ".")


def main() -> None:
    """Writes the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path, required=True)
    report: Path = parser.parse_args().report
    report.write_text(as_markdown([*mutants()]), encoding="utf-8")


if __name__ == "__main__":
    main()
