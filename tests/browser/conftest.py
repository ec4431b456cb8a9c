"""The project's own site, built once, served and as a folder; and a real Chromium to look at it."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests.project import base_project, configure

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
ON_A_MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves without a line per request."""

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


def build(folder: Path, project: Path = ROOT, **environment: str) -> None:
    """Builds a project's site into `folder`."""
    kb = str(Path(sys.executable).with_name("kb"))
    subprocess.run(  # noqa: S603 - our own command
        [kb, "build", "--project", project, "--output", folder],
        check=True,
        capture_output=True,
        env=os.environ | environment,
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as the first command of the README builds it, in another folder."""
    folder = tmp_path_factory.mktemp("built") / "site"
    build(folder)
    return folder


class PatientServer(ThreadingHTTPServer):
    """Lets a browser's connections wait, on a machine that is busy."""

    request_queue_size = 128


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a site on a local server."""
    handler = partial(QuietHandler, directory=str(folder))
    server = PatientServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the project's own site on a local server."""
    with serving(site) as address:
        yield address


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, site: Path) -> str:
    """The site's address, once on a server and once as a folder on disk."""
    if request.param == "http":
        address: str = request.getfixturevalue("served")
        return address
    return site.as_uri() + "/"


def small_site(folder: Path, change: Callable[[Path], None] = lambda _: None) -> Path:
    """The site of the smallest project that has a runbook; the project lies beside it."""
    project = base_project(folder)
    configure(project)
    change(project)
    build(folder / "site", project)
    return folder / "site"


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, as it is."""
    return small_site(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def small_served(small: Path) -> Iterator[str]:
    """Its address on a local server."""
    with serving(small) as address:
        yield address


@pytest.fixture(params=["http", "file"])
def small_base(request: pytest.FixtureRequest, small: Path, small_served: str) -> str:
    """The small site, once on a server and once as a folder on disk."""
    return small.as_uri() + "/" if request.param == "file" else small_served


def executable() -> str:
    """A Chromium. Without one this fails: `make test` installs it."""
    found = [path for name in NAMES if (path := shutil.which(name))]
    found += [path for path in ON_A_MAC if Path(path).exists()]
    assert found, "No Chromium: run make test, which installs one."
    return found[0]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser."""
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=flags)
        yield browser
        browser.close()


class Watched:
    """A page, with everything it asked other hosts for and every error it logged."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.left: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", self._note)
        self.page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _note(self, request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:")):
            self.left.append(request.url)


def watching(chromium: Browser, permissions: Sequence[str] = ()) -> Iterator[Watched]:
    """A fresh page; fails the test when the page asked another host or logged an error."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, permissions=permissions)
    watched = Watched(context)
    yield watched
    context.close()
    assert watched.left == []
    assert watched.errors == []


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Watched]:
    """A fresh page that may ask no other host, and log no error."""
    yield from watching(chromium)


@pytest.fixture
def copying(chromium: Browser) -> Iterator[Page]:
    """Such a page that may use the clipboard."""
    for watched in watching(chromium, ("clipboard-read", "clipboard-write")):
        yield watched.page


@pytest.fixture
def page(watched: Watched) -> Page:
    """The fresh page itself."""
    return watched.page


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page on a large screen, once light and once dark."""
    context = chromium.new_context(
        viewport={"width": 1366, "height": 768}, color_scheme=request.param
    )
    page = context.new_page()
    yield page
    context.close()


@pytest.fixture(scope="session")
def addresses(site: Path) -> list[str]:
    """Every page of the site; what only leads on to one has tests of its own."""
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(path for path in paths if not path.startswith("go/"))
