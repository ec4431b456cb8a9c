"""What a command costs in a process of its own: time, memory, and the files it leaves."""

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .memory import PeakMemory

_REPORTED = re.compile(r"Documentation built in ([\d.]+) seconds")
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # see getrusage(2) on either system


class CommandFailed(Exception):  # noqa: N818 - named for what happened
    """A measured command ended with an error; its figures would mean nothing."""


@dataclass(frozen=True)
class Cost:
    """`seconds` go from start to exit, `reported` is MkDocs' own count.

    `peak` is in bytes, of all processes together.
    """

    seconds: float
    processor_seconds: float
    reported: float | None
    peak: int


@dataclass(frozen=True)
class Output:
    """A built site, in bytes and files."""

    size: int
    files: int


def cost_of(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end and tell its cost, that of all processes it starts included.

    The system keeps the exact peak of the largest process, and counts it from the fork on: so this
    process has to stay small beside what is measured. The sum over several processes is looked at
    while they run.
    """
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)  # noqa: S603 - our own words
        with PeakMemory(process.pid) as memory:
            _, status, usage = _wait(process)
            seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)  # or Popen would warn
        log.seek(0)
        text = log.read().decode("utf-8", "replace")
    if process.returncode != 0:
        words = " ".join(command)
        raise CommandFailed(f"{words} ended with {process.returncode}:\n{text[-3000:]}")
    reported = _REPORTED.search(text)
    return Cost(
        seconds,
        usage.ru_utime + usage.ru_stime,
        float(reported[1]) if reported else None,
        max(memory.peak, usage.ru_maxrss * _RSS_UNIT),
    )


def _wait(process: subprocess.Popen[bytes]) -> tuple[int, int, resource.struct_rusage]:
    try:
        return os.wait4(process.pid, 0)
    except BaseException:  # whoever ends this process means the measured one, too
        process.kill()
        raise


def output_of(folder: Path) -> Output:
    """Count the files below a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Output(sum(sizes), len(sizes))
