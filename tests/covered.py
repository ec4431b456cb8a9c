"""How much of each package the tests run, as a table. It tells; it is no gate.

It reads what `coverage run` and `coverage combine` have left.
"""

import argparse
import platform
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import coverage

_PACKAGES = ("coverage", "pytest", "playwright")


class Lines(NamedTuple):
    """Lines with a statement, and how many of them no test runs."""

    all: int
    missed: int

    def __add__(self, other: "Lines") -> "Lines":  # type: ignore[override]
        return Lines(self.all + other.all, self.missed + other.missed)

    @property
    def share(self) -> str:
        """Of those that are run, never rounded up to all."""
        return f"{int(1000 * (self.all - self.missed) / self.all) / 10:.1f} %"


def by_package(source: Path) -> dict[str, Lines]:
    """The lines of each part of a package, by its name."""
    measured = coverage.Coverage()
    measured.load()
    found: dict[str, Lines] = defaultdict(lambda: Lines(0, 0))
    for path in sorted(source.rglob("*.py")):
        if path.is_relative_to(source / "catalog/extract"):
            continue
        _, statements, _, missing, _ = measured.analysis2(str(path))
        if statements:
            name = path.relative_to(source).parts[0].removesuffix(".py")
            found[name] += Lines(len(statements), len(missing))
    return found


def as_markdown(found: dict[str, Lines]) -> str:
    """The report."""
    total = sum(found.values(), start=Lines(0, 0))
    rows = [*found.items(), ("all", total)]
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return f"""\
# What the tests run

Measured on {datetime.now(UTC):%Y-%m-%d} with Python {platform.python_version()}, {versions}: the \
lines of `generator` that `make coverage` runs, in all of its processes. What an interpreter of \
another tool runs (`catalog/extract`) is not counted, nor are scripts of pages.

{_table(rows)}"""


def _table(rows: Iterable[tuple[str, Lines]]) -> str:
    head = "| package | lines | not run | run |\n| --- | ---: | ---: | ---: |\n"
    return head + "".join(
        f"| {name} | {lines.all:,} | {lines.missed:,} | {lines.share} |\n" for name, lines in rows
    )


def main() -> None:
    """Writes the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path, required=True)
    report: Path = parser.parse_args().report
    report.write_text(as_markdown(by_package(Path("generator"))), encoding="utf-8")


if __name__ == "__main__":
    main()
