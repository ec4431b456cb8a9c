"""The memory of what runs in the tabs of a browser, its workers included."""

from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser

from .tab import Tab

_COLLECT = "globalThis.gc()"
_LATER = 2_000
"""Milliseconds in which the browser gives back what it has collected."""


class Memory(NamedTuple):
    """In bytes: as it is, and what is kept when all garbage has been collected."""

    used: int
    kept: int


def tab_memory(started: Browser, page: Tab) -> Memory:
    """Weigh a browser with one page."""
    used = _processes(started)
    page.page.evaluate(_COLLECT)
    for worker in page.page.workers:
        worker.evaluate(_COLLECT)
    page.page.wait_for_timeout(_LATER)
    return Memory(used, _processes(started))


def _processes(started: Browser) -> int:
    """Sum up the proportional set sizes of the processes that run pages."""
    session = started.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return sum(_share(one["id"]) for one in processes if one["type"] == "renderer")


def _share(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0
