"""The figures as a table, for a terminal and as Markdown."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version

from .runs import Run
from .targets import MB, Result, disturbed

_PACKAGES = (
    "mkdocs",
    "mkdocs-material",
    "Markdown",
    "pymdown-extensions",
    "markdown-it-py",
    "Jinja2",
    "pydantic",
    "PyYAML",
)
_RUN_HEAD = ("entries", "what", "seconds", "MkDocs s", "CPU s", "pages/s", "peak MB", "MB", "files")
_RESULT_HEAD = ("target", "wanted", "measured", "")
_TEXT_COLUMNS = ("what", "target")
_WORDS = {True: "met", False: "not met", None: "not measured"}

Rows = Sequence[tuple[str, ...]]


def run_rows(runs: Sequence[Run]) -> Rows:
    """Give the lines of the table of runs, its head first."""
    return [_RUN_HEAD, *(_row(run) for run in runs)]


def _row(run: Run) -> tuple[str, ...]:
    cost, output = run.cost, run.output
    return (
        f"{run.size:,}",
        run.variant,
        f"{cost.seconds:.1f}",
        "" if cost.reported is None else f"{cost.reported:.1f}",
        f"{cost.processor_seconds:.1f}",
        f"{run.size / cost.seconds:,.0f}",
        f"{cost.peak / MB:,.0f}",
        "" if output is None else f"{output.size / MB:,.1f}",
        "" if output is None else f"{output.files:,}",
    )


def result_rows(results: Sequence[Result]) -> Rows:
    """Give the lines of the table of targets, its head first."""
    return [_RESULT_HEAD, *((r.what, r.wanted, r.measured, _WORDS[r.met]) for r in results)]


def warning(runs: Sequence[Run]) -> str:
    """Say which figures are not worth much; nothing where all are."""
    names = [f"{run.variant} at {run.size:,}" for run in disturbed(runs)]
    if not names:
        return ""
    return f"\nThe machine was busy with other work ({'; '.join(names)}): measure again.\n"


def as_text(rows: Rows) -> str:
    """Line columns up with spaces."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            cell.ljust(width) if head in _TEXT_COLUMNS else cell.rjust(width)
            for cell, width, head in zip(row, widths, rows[0], strict=True)
        )
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines) + "\n"


def as_markdown(rows: Rows) -> str:
    """Write a Markdown table."""
    rule = tuple("---" if head in _TEXT_COLUMNS else "---:" for head in rows[0])
    return "".join(f"| {' | '.join(row)} |\n" for row in (rows[0], rule, *rows[1:]))


def markdown_report(runs: Sequence[Run], results: Sequence[Result], seed: int) -> str:
    """Write the whole report: where and when, the runs, the targets."""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return f"""# Benchmark

Measured on {datetime.now(UTC):%Y-%m-%d} with Python {platform.python_version()} on \
{platform.system()} {platform.machine()}, {os.cpu_count()} cores: {packages}.

Every corpus is made up (seed {seed}): {runs[0].words:,} words a page, eight commands, nine
sources, five services in each of ten domains. The knowledge base is built from YAML entries, plain
Material for MkDocs from the same text as Markdown, once with the navigation it makes by default
and once with the entries left out of the navigation. Each run is one command, timed from its start
to its end; all of them ran one after the other on the same machine. The peak of memory is that of
all processes of a command together.

{as_markdown(run_rows(runs))}
{as_markdown(result_rows(results))}{warning(runs)}
`make bench` measures again.
"""
