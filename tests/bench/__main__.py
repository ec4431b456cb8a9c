"""`python -m tests.bench`. Exit status 1: a target was missed; 2: a measured command failed."""

import argparse
import signal
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from . import report
from .measure import CommandFailed
from .runs import Plan, Run, runs
from .targets import results


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and tell the exit status."""
    given = _parser().parse_args(arguments)
    plan = Plan(given.sizes, given.seed, given.skip_default_nav_above, given.keep is not None)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the folder is removed
    measured: list[Run] = []
    failed = False
    with _folder(given.keep) as folder:
        try:
            measured.extend(runs(plan, Path(folder), _tell))  # keeps what came before a failure
        except CommandFailed as error:
            _tell(str(error))
            failed = True
    judged = list(results(measured))
    sys.stdout.write(report.as_text(report.run_rows(measured)) + "\n")
    sys.stdout.write(report.as_text(report.result_rows(judged)))
    sys.stdout.write(report.warning(measured))
    if given.report and not failed:
        given.report.write_text(report.markdown_report(measured, judged, given.seed), "utf-8")
    return 2 if failed else int(any(one.met is False for one in judged))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests.bench", description=__doc__)
    add = parser.add_argument
    add("--sizes", type=_sizes, default=[300, 1000, 3000], metavar="N,N", help="entries per corpus")
    add("--skip-default-nav-above", type=int, metavar="N", help="leave the slowest builds out")
    add("--seed", type=int, default=1, help="of the corpus; another one gives other words")
    add("--report", type=Path, metavar="FILE", help="write the figures as Markdown, too")
    add("--keep", type=Path, metavar="DIR", help="leave corpora and sites in this folder")
    return parser


def _sizes(text: str) -> list[int]:
    sizes = [int(part) for part in text.split(",")]
    if min(sizes) < 10:
        raise argparse.ArgumentTypeError("an entry refers to eight others: 10 is the least")
    return sizes


def _folder(keep: Path | None) -> AbstractContextManager[Path | str]:
    if keep is None:
        return tempfile.TemporaryDirectory(prefix="kb-bench-")
    return nullcontext(keep.resolve())


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
