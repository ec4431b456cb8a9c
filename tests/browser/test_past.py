"""Addresses that tickets hold: each one published before leads to what stood there, in one step."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Frame, Page

from generator.address import Address
from generator.kinds.runbook.model import Runbook
from generator.project.former import short_address
from generator.project.read import read_project
from generator.project.site import address_book, templates
from tests.project import kb
from tests.test_build import small_project

from .conftest import ROOT, build, serving

PAST = ROOT / "tests/past"
STATES = ("first", "second", "third")

STORES = "Stores are described by their own team now."
RETIRED = {
    "glossary/blob-container.html": (STORES, ""),
    "glossary/dataset.html#symptom-the-preview-is-empty": (
        "The preview shows the first rows of the folder now.",
        "",
    ),
    "runbooks/trigger-stopped.html": (
        "Triggers start themselves again.",
        "glossary/trigger.html#command-start",
    ),
}
"""What is gone for good: why, and what to see instead."""

GONE = {
    "domains/storage.html": "domains.html",
    "domains/storage/blob-storage.html": "domains.html",
}
"""Pages that nobody wrote and that are no more, with those that they lead to."""

ONTO_A_PAGE = {"glossary/tumbling-window.html#cost"}
"""What has become a part of something that has no address: its page is as near as it gets."""

THEME = ("javascripts/bundle.*.js", "stylesheets/*.css")
"""What takes most of the time of a visit, and has no part in where it ends."""

NO_WORD = {"resolved"}
"""The places where no author wrote anything."""

STANDING = """
(id) => {
  const place = id ? document.getElementById(id) : document.querySelector("article");
  if (!place) return null;
  if (!id || place.closest(".kb-retired")) {
    const page = document.querySelector("article").cloneNode(true);
    page.querySelector(".kb-definitions")?.remove();
    return page.textContent;
  }
  if (place.tagName === "P") return place.closest("section").textContent;
  const level = Number(/^H([1-6])$/.exec(place.tagName)?.[1]);
  let text = place.textContent;
  let next = level ? place.nextElementSibling : null;
  for (; next; next = next.nextElementSibling) {
    if (/^H[1-6]$/.test(next.tagName) && Number(next.tagName[1]) <= level) break;
    text += ` ${next.textContent}`;
  }
  return text;
}
"""
"""What stands at a place: its own text, for a heading all below it."""

ARRIVED = f"""
() => {{
  const standing = {STANDING};
  const [id, values] = decodeURIComponent(location.hash.slice(1)).split("?");
  if (values !== undefined) return null;  // they are taken out of the address once they are read
  if (document.readyState !== "complete" || !document.querySelector("article")) return null;
  if (id && document.getElementById(id)?.dataset.kbNow) return null;
  const field = document.getElementById("kb-value-factory-name");
  const place = (id && document.getElementById(id)) || document.body;
  const links = place.closest("li") || document.querySelector("article");
  return {{
    id,
    text: standing(id),
    factory: field && field.value,
    links: [...links.querySelectorAll("a")].map((one) => one.href),
  }};
}}
"""
"""Where a browser is in the end; nothing while it is still being led on."""


class Published(NamedTuple):
    """An address of a former day, and the word that stood there; "" where nobody wrote any."""

    address: Address
    word: str
    written: bool
    runbook: bool


def words_of(state: Path, page: Page) -> Iterator[Published]:
    """What a state of the glossary published, from its own files."""
    base, problems = read_project(state)
    assert problems == []
    book, made = address_book(base), templates(ROOT / "site_overrides")
    of_authors = {one.address: isinstance(one, Runbook) for one in base.by_id.values()}
    for address in book.lasting():
        if not address.anchor:
            page.set_content(f"<article>{book.pages[address.page].render(made)}</article>")
        text = page.evaluate(f"({STANDING})({str(address.anchor)!r})")
        assert text is not None, address
        found = re.search(r"mark-\d{3}", text)
        written = address.page in of_authors and address.page != "index.html"
        assert found or not written or address.anchor in NO_WORD, address
        yield Published(
            address, found[0] if found else "", written, of_authors.get(address.page, False)
        )


@pytest.fixture(scope="module")
def published(chromium: Browser) -> list[Published]:
    """Everything that was ever published, each once."""
    page = chromium.new_page()
    found = [one for state in STATES for one in words_of(PAST / state, page)]
    page.close()
    return [*dict.fromkeys(found)]


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of today."""
    folder = tmp_path_factory.mktemp("today")
    build(folder / "site", small_project(folder, PAST / "today"))
    for name in THEME:
        for file in (folder / "site/assets").glob(name):
            file.write_text("", encoding="utf-8")
    return folder / "site"


@pytest.fixture(scope="module", params=["http", "file"])
def base(request: pytest.FixtureRequest, today: Path) -> Iterator[str]:
    """Its address, on a server and as a folder on disk."""
    if request.param == "file":
        yield today.as_uri() + "/"
    else:
        with serving(today) as address:
            yield address


class Tab:
    """A page of a browser that notes every place it comes to."""

    def __init__(self, browser: Browser, base: str) -> None:
        self._page = browser.new_page()
        self._base = base
        self._way: list[str] = []
        self._page.on("framenavigated", self._note)

    def _note(self, frame: Frame) -> None:
        page, _, fragment = frame.url.removeprefix(self._base).partition("#")
        place = str(Address(page, re.split(r"\?|%3[Ff]", fragment)[0]))
        if place != "about:blank" and self._way[-1:] != [place]:
            self._way.append(place)

    def open(self, address: str) -> tuple[list[str], dict[str, Any]]:
        """The places it came to, and what stands at the last one."""
        self._page.goto("about:blank")
        self._way.clear()
        self._page.goto(self._base + address, wait_until="commit")
        arrived = self._page.wait_for_function(ARRIVED, timeout=5000).json_value()
        return [*self._way], arrived


@pytest.fixture(scope="module")
def tab(chromium: Browser, base: str) -> Tab:
    return Tab(chromium, base)


def told_as_retired(address: Address) -> tuple[str, str] | None:
    """Why it is gone, and what to see instead; None for what is still there."""
    if str(address) == "glossary/blob-container.html#cost":
        return None  # this one moved before the rest went
    return RETIRED.get(str(address)) or RETIRED.get(address.page)


def wrong(one: Published, base: str, way: list[str], arrived: dict[str, Any]) -> str:
    """What is not as it should be at the end of a way."""
    if len(way) > 2:
        return "led on more than once"
    if retired := told_as_retired(one.address):
        why, see = retired
        said = why in (arrived["text"] or "") and (not see or base + see in arrived["links"])
        return "" if said else "does not say why"
    if not one.written:
        page = GONE.get(one.address.page, one.address.page)
        return "" if way[-1] == page else "another page"
    if one.word not in (arrived["text"] or ""):
        return f"no {one.word}"
    if one.address.anchor and not arrived["id"] and str(one.address) not in ONTO_A_PAGE:
        return "only the page"
    return ""


def test_every_address_of_former_days_leads_to_what_stood_there(
    published: list[Published], tab: Tab, base: str
) -> None:
    assert len(published) > 140
    faults = []
    for one in published:
        ways = [str(one.address)]
        if one.written:
            ways.append(str(Address(short_address(one.address.page), one.address.anchor)))
        for address in ways:
            way, arrived = tab.open(address)
            if told := wrong(one, base, way, arrived):
                faults.append(f"{' > '.join(way)}: {told}")
    assert faults == []


def test_values_arrive_whatever_became_of_the_step(
    published: list[Published], tab: Tab, base: str
) -> None:
    faults = []
    steps = [one for one in published if one.runbook and not told_as_retired(one.address)]
    assert len(steps) > 15
    for number, one in enumerate(steps):
        short = short_address(one.address.page)
        signs = ("?", "%3F") if number % 2 else ("%3f", "?")  # as some programs write it
        for way_in, mark in zip((one.address.page, short), signs, strict=True):
            value = f"adf-{number}-{'short' if way_in == short else 'long'}"
            opened = f"{way_in}#{one.address.anchor}{mark}factory-name={value}"
            way, arrived = tab.open(opened)
            if told := wrong(one, base, way, arrived):
                faults.append(f"{opened} > {' > '.join(way)}: {told}")
            if arrived["factory"] != value:
                faults.append(f"{opened} > {' > '.join(way)}: {arrived['factory']}")
    assert faults == []


def test_a_name_of_former_days_is_not_given_again() -> None:
    run = kb("rename", "step-of-a-pipeline", "activity", "--project", PAST / "today")
    assert (run.status, run.err) == (
        1,
        "Error: glossary/activity.html was published before, and leads elsewhere since. "
        "Choose another id.\n",
    )
