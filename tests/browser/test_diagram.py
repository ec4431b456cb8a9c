"""A diagram on a page: one picture that fits, in the colors of the page, without any script."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from .conftest import Watched

SHOWN = (
    "[...document.querySelectorAll('.kb-diagram svg')].filter(one => one.getClientRects().length)"
)


@pytest.fixture(scope="session")
def drawn(site: Path) -> str:
    """A page of the project with a diagram that has two pictures."""
    pages = sorted(site.glob("glossary/*.html"))
    return next(page.as_uri() for page in pages if "kb-diagram__narrow" in page.read_text("utf-8"))


def widths(page: Page, address: str) -> list[float]:
    page.goto(address)
    found: list[float] = page.evaluate(f"{SHOWN}.map(one => one.getBoundingClientRect().width)")
    return found


@pytest.mark.parametrize("width", [1366, 768, 360])
def test_one_picture_is_shown_and_fits(watched: Watched, drawn: str, width: int) -> None:
    watched.page.set_viewport_size({"width": width, "height": 768})
    found = widths(watched.page, drawn)
    diagrams = watched.page.locator(".kb-diagram").count()
    assert len(found) == diagrams > 0
    assert max(found) <= width - 2 * 16
    assert watched.page.evaluate("document.documentElement.scrollWidth") == width


def test_the_words_of_a_picture_fit_into_their_boxes(watched: Watched, drawn: str) -> None:
    watched.page.goto(drawn)
    beyond = watched.page.evaluate(
        f"""{SHOWN}.flatMap(picture => [...picture.querySelectorAll(".pele-shape-rect")])
        .filter(node => node.querySelector("text").getBBox().width
            > node.querySelector("rect").getBBox().width)
        .map(node => node.textContent)"""
    )
    assert beyond == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_has_the_colors_of_day_and_night(
    watched: Watched, drawn: str, scheme: Literal["light", "dark"]
) -> None:
    watched.page.emulate_media(color_scheme=scheme)
    watched.page.goto(drawn)
    words, page = watched.page.evaluate(
        f"[{SHOWN}[0], document.querySelector('article')].map(one => getComputedStyle(one).color)"
    )
    assert words == page


def test_without_scripts_it_is_there_and_its_words_can_be_opened(
    chromium: Browser, drawn: str
) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(drawn)
    assert page.get_by_role("img", name="").first.is_visible()
    words = page.locator(".kb-diagram details").first
    assert not words.locator("p").first.is_visible()
    words.locator("summary").focus()
    page.keyboard.press("Enter")
    assert words.locator("p").first.is_visible()


def test_print_shows_it_with_its_words(watched: Watched, drawn: str) -> None:
    watched.page.goto(drawn)
    watched.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    watched.page.emulate_media(media="print")
    assert watched.page.locator(".kb-diagram svg:visible").count() > 0
    assert watched.page.locator(".kb-diagram details p").first.is_visible()
