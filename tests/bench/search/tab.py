"""A page with a search box: keys and pasted texts go in, and when answers come is noted."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, Playwright
from playwright.sync_api import Error as PlaywrightError

from tests.browser.conftest import executable

from .engine import Places

SETTLED = 1_000
"""Milliseconds that a page is given after its load event."""
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--js-flags=--expose-gc",
]
_VIEWPORT: Any = {"width": 1366, "height": 768}
# `changed` is the first change after the question, `last` the last one, `first` the first one
# that shows a result; `askedAt` and `firstAt` are by the clock on the wall.
_WATCH = """([answer, result]) => {
  const place = document.querySelector(answer);
  const watch = globalThis.benchWatch = {};
  watch.ask = () => Object.assign(watch, {
    asked: performance.now(), askedAt: Date.now(),
    changed: null, last: null, first: null, firstAt: null,
  });
  watch.ask();
  new MutationObserver(() => {
    watch.last = performance.now();
    watch.changed ??= watch.last;
    if (watch.first === null && place.querySelector(result)) {
      watch.first = watch.last;
      watch.firstAt = Date.now();
    }
  }).observe(place, { childList: true, subtree: true });
  addEventListener("keydown", watch.ask, true);
}"""
# Both events, since the theme waits for the one, and others for the other.
_PASTE = """([box, text]) => {
  const field = document.querySelector(box);
  globalThis.benchWatch.ask();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
}"""
_FIRST = """globalThis.benchWatch.first !== null || globalThis.benchWatch.changed !== null
  && performance.now() - globalThis.benchWatch.last > 3_000"""
_COMPLETE = """globalThis.benchWatch.changed !== null
  && performance.now() - globalThis.benchWatch.last > {still}"""


class FirstResult(NamedTuple):
    """Milliseconds from the question, and when both were by the clock on the wall, in seconds."""

    milliseconds: float
    asked: float
    shown: float


class Answer(NamedTuple):
    """Milliseconds from the question until its answer begins to show, and until it is complete."""

    begun: float
    complete: float


class NoAnswer(Exception):  # noqa: N818 - named for what happened
    """None in time, or the tab has run out of memory."""


class Tab:
    """A page and its search box."""

    def __init__(self, page: Page, places: Places) -> None:
        self.page = page
        self._places = places

    def open(self, address: str) -> None:
        """Load the page, give it time, and put the cursor into the box."""
        self.page.goto(f"{address}index.html", wait_until="load")
        self.page.wait_for_timeout(SETTLED)
        self.page.evaluate(_WATCH, [self._places.answer, self._places.result])
        self.page.focus(self._places.box)

    def press(self, character: str) -> None:
        """Press a key and release it."""
        self.page.keyboard.type(character)

    def paste(self, text: str) -> None:
        """Set the whole text of the box at once."""
        self.page.evaluate(_PASTE, [self._places.box, text])

    def first_result(self, patience: float) -> FirstResult | None:
        """Wait for a result; None when the answer is that there is none."""
        watched = self._watched(_FIRST, patience)
        if watched["first"] is None:
            return None
        milliseconds = watched["first"] - watched["asked"]
        return FirstResult(milliseconds, watched["askedAt"] / 1000, watched["firstAt"] / 1000)

    def answer(self, patience: float, still: int) -> Answer:
        """Wait for an answer, and until the list has been still for so many milliseconds.

        An answer may come in parts, and a late one is not to be taken for the next answer.
        """
        watched = self._watched(_COMPLETE.format(still=still), patience)
        asked = watched["asked"]
        return Answer(watched["changed"] - asked, watched["last"] - asked)

    def links(self, script: str) -> Any:
        """Run a script on the links of all results that are shown."""
        return self.page.eval_on_selector_all(self._places.link, script)

    def _watched(self, condition: str, patience: float) -> dict[str, Any]:
        try:
            self.page.wait_for_function(condition, timeout=patience * 1000)
            watched: dict[str, Any] = self.page.evaluate("({...globalThis.benchWatch, ask: 0})")
        except PlaywrightError as error:
            raise NoAnswer from error
        return watched


@contextmanager
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Start a Chromium."""
    started = playwright.chromium.launch(executable_path=executable(), args=_FLAGS)
    yield started
    started.close()


@contextmanager
def tab(started: Browser, places: Places) -> Iterator[Tab]:
    """Open an empty page with an empty cache."""
    context = started.new_context(viewport=_VIEWPORT)
    yield Tab(context.new_page(), places)
    context.close()
