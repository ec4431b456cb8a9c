"""A local server that notes what it sends: the only place that sees the requests of workers."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from tests.browser.conftest import PatientServer, QuietHandler


class Request(NamedTuple):
    """A response: `size` in bytes of its body, `time` as the clock on the wall when it began."""

    path: str
    size: int
    time: float


class Served:
    """A folder on a local server, at `address`. A path that `refused` tells is not found."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.requests: list[Request] = []
        self.refused: Callable[[str], bool] = lambda _: False


class _Handler(QuietHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or the second half of a response waits 40 ms for the first

    def __init__(self, *given: Any, served: Served, directory: str) -> None:
        self._served = served
        self._began = 0.0
        super().__init__(*given, directory=directory)

    def do_GET(self) -> None:  # noqa: N802 - the name that the library calls
        self._began = time.time()
        if self._served.refused(self._name()):
            self.send_error(404)
        else:
            super().do_GET()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        content = source.read()
        self._note(len(content))
        outputfile.write(content)

    def send_error(self, *given: Any, **more: Any) -> None:
        self._note(0)
        super().send_error(*given, **more)

    def handle(self) -> None:
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True  # the page was closed while it was still loading

    def _name(self) -> str:
        return urlsplit(self.path).path

    def _note(self, size: int) -> None:
        self._served.requests.append(Request(self._name(), size, self._began))


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a folder without compression."""
    found = Served("")
    handler: Any = partial(_Handler, served=found, directory=str(folder))
    server = PatientServer(("127.0.0.1", 0), handler)
    found.address = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield found
    server.shutdown()
    server.server_close()
