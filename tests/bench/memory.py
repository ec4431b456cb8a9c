"""The memory of a process and of all it started, while they run."""

import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

_PROC = Path("/proc")
_EVERY = 0.2
"""Seconds between two looks, at least."""

_COST = 50
"""A look holds up what it looks at, the longer the more memory that has. So much longer than a look
is the time between two, and looking costs two per cent."""


class PeakMemory:
    """Looks at a process and its descendants again and again, from a thread.

    `peak` is the largest sum seen, in bytes: of each process its own pages, and its part of the
    pages that it shares with others. It stays 0 where the system does not tell (only Linux does).
    """

    def __init__(self, pid: int) -> None:
        self.peak = 0
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        if _PROC.is_dir():
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _watch(self) -> None:
        pause = _EVERY
        while not self._over.wait(pause):
            began = time.perf_counter()
            self.peak = max(self.peak, sum(map(_share, _family(self._pid))))
            pause = max(_EVERY, _COST * (time.perf_counter() - began))


def _family(pid: int) -> set[int]:
    """Find a process and all its descendants."""
    parents = {}
    for folder in _PROC.iterdir():
        if folder.name.isdigit() and (stat := _read(folder / "stat")):
            # The name before it may hold anything, brackets and spaces, too: see proc(5).
            parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    family = {pid}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return family


def _share(pid: int) -> int:
    """Tell the proportional set size of a process in bytes."""
    for line in _read(_PROC / str(pid) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:  # the process has ended
        return ""
