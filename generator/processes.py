"""Work shared with forks of this process."""

import gc
import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

PROCESSES = 4
"""At most, this one included: beyond that, handing results over costs more than it saves."""


def processes() -> int:
    """How many may work side by side, this one included.

    Only Linux makes a copy of a process cheaply and safely, and only one with a single thread.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), PROCESSES)


def fork(work: Callable[[], Result]) -> Callable[[], Result]:
    """Starts `work` in a fork of this process; gives the function that waits for its result.

    The copy sees everything as it is now; of what it changes, only its result comes back.
    """
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        _work(work, write_end)
    os.close(write_end)

    def result() -> Result:
        with os.fdopen(read_end, "rb") as stream:
            sent = stream.read()
        _, status = os.waitpid(child, 0)
        if status != 0:
            raise ChildProcessError("a fork of this process failed; its traceback stands above")
        done: Result = pickle.loads(sent)  # noqa: S301 - sent by our own copy
        return done

    return result


def _work(work: Callable[[], Result], write_end: int) -> None:
    """Never returns: what the process was doing is not the copy's to finish."""
    status = 1
    gc.freeze()  # looking for garbage in what is shared would copy all of it
    try:
        with os.fdopen(write_end, "wb") as stream:
            stream.write(pickle.dumps(work(), protocol=pickle.HIGHEST_PROTOCOL))
        status = 0
    except BaseException:  # noqa: BLE001 - it must not reach the code that made the copy
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)
