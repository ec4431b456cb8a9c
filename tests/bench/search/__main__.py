"""`python -m tests.bench.search`. Exit status 1: a target was missed; 2: a measured command failed.

Measures our search, the theme's own and Pagefind on the same sites, one after the other.
"""

import argparse
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from tests.bench.measure import CommandFailed, cost_of
from tests.bench.projects import write_projects
from tests.bench.report import as_text, result_rows
from tests.bench.runs import PROJECT
from tests.browser.conftest import build

from .golden import Scored, golden_queries, scored
from .measured import Measured, measured
from .queries import questions
from .report import Figures, markdown_report
from .sites import engines
from .tab import browser
from .targets import results

_DISK = 350_000
"""Bytes for each entry: its sources, its page, and what the engines write of it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and tell the exit status."""
    given = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the folder is removed
    with _folder(given.keep) as name, sync_playwright() as playwright:
        folder = Path(name)
        try:
            golden = list(_on_our_site(playwright, folder / "golden"))
            found = list(_on_corpora(playwright, folder, given))
        except CommandFailed as error:
            _tell(str(error))
            return 2
        with browser(playwright) as started:
            version = started.version
    judged = list(results(found))
    figures = Figures(found, judged, golden, golden_queries(), version, given.seed)
    given.report.write_text(markdown_report(figures), encoding="utf-8")
    sys.stdout.write(as_text(result_rows(judged)))
    return int(any(one.met is False for one in judged))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests.bench.search", description=__doc__)
    add = parser.add_argument
    add("--report", type=Path, metavar="FILE", required=True, help="write the figures as Markdown")
    sizes = [300, 1000, 3000, 10000]
    add("--sizes", type=int, nargs="+", default=sizes, metavar="N", help="entries per corpus")
    add("--seed", type=int, default=1, help="of the corpus; another one gives other words")
    add("--keep", type=Path, metavar="FOLDER", help="leave corpora and sites in this folder")
    return parser


def _folder(keep: Path | None) -> AbstractContextManager[Path | str]:
    if keep is None:
        return tempfile.TemporaryDirectory(prefix="kb-bench-search-")
    return nullcontext(keep.resolve())


def _on_our_site(playwright: Playwright, folder: Path) -> Iterator[Scored]:
    _anew(folder)
    _tell("The project's own site: building it")
    build(folder / "site")
    golden = golden_queries()
    for engine in engines(PROJECT, folder / "site", folder):
        _tell(f"The project's own site: asking {engine.name}")
        yield from scored(playwright, engine, golden)


def _on_corpora(
    playwright: Playwright, folder: Path, given: argparse.Namespace
) -> Iterator[Measured]:
    for size in given.sizes:
        place = folder / f"{size}"
        _anew(place, size)
        _tell(f"{size:,} entries: building the site")
        projects = write_projects(PROJECT, place, size, given.seed)
        build_site = ["-m", "mkdocs", "build", "--strict", "--config-file", str(projects.ours)]
        cost_of([sys.executable, *build_site], PROJECT)
        asked = questions(size, given.seed)
        for engine in engines(projects.root, projects.root / "site", place):
            _tell(f"{size:,} entries: measuring {engine.name}")
            yield measured(playwright, engine, size, asked)
        if given.keep is None:
            shutil.rmtree(place)


def _anew(folder: Path, size: int = 0) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    free = shutil.disk_usage(folder).free
    if free < size * _DISK:
        raise CommandFailed(f"{folder} has {free / 1e9:.1f} GB, too little for {size:,} entries")


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
