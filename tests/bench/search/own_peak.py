"""The most memory that this process has had so far."""

import resource
import sys
from pathlib import Path

_RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # see getrusage(2) on either system


def own_peak() -> int:
    """Tell it in bytes.

    The system's ordinary count begins with the memory of the process that started this one: where
    it can, this takes the count that begins anew.
    """
    status = Path("/proc/self/status")
    for line in status.read_text("utf-8").splitlines() if status.exists() else ():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT


def own_peak_anew() -> int:
    """Begin the count anew where the system can, and tell it: what this process holds now."""
    refs = Path("/proc/self/clear_refs")
    if refs.exists():
        refs.write_text("5", "utf-8")  # see proc(5)
    return own_peak()
