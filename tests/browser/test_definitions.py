"""A reference shows the definition of its entry: by mouse, keyboard and touch."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

ENTRY = "glossary/linked-service.html"
REFERENCE = "a.kb-reference[href$='self-hosted-integration-runtime.html']"


def definition(page: Page) -> str:
    found = page.locator("#kb-definition-self-hosted-integration-runtime").text_content() or ""
    title = "Self-hosted integration runtime "
    assert found.startswith(title)
    return found.removeprefix(title).strip()


def in_text(page: Page) -> str:
    """A selector for a reference in a paragraph, not in a folded part."""
    selector = f".kb-entry > :is(p, ul, dl) {REFERENCE}"
    assert page.locator(selector).count() > 0
    return selector


def test_hovering_a_reference_shows_its_definition(page: Page, base: str) -> None:
    page.goto(base + ENTRY)
    page.locator(in_text(page)).first.hover()
    expect(page.locator(".kb-popup")).to_contain_text(definition(page))


def test_the_definition_can_be_hovered_itself(page: Page, base: str) -> None:
    page.goto(base + ENTRY)
    page.locator(in_text(page)).first.hover()
    page.locator(".kb-popup").hover()
    page.wait_for_timeout(400)
    expect(page.locator(".kb-popup")).to_be_visible()
    page.mouse.move(2, 2)
    expect(page.locator(".kb-popup")).to_have_count(0)


def test_tabbing_to_a_reference_shows_it_and_escape_hides_it(page: Page, base: str) -> None:
    page.goto(base + ENTRY)
    page.keyboard.press("Tab")  # from here on, focus is a keyboard's
    page.locator(in_text(page)).first.focus()
    expect(page.locator(".kb-popup")).to_contain_text(definition(page))
    page.keyboard.press("Escape")
    expect(page.locator(".kb-popup")).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".kb-popup")).to_be_visible()


def test_a_screen_reader_is_told_the_definition(page: Page, base: str) -> None:
    page.goto(base + ENTRY)
    described_by = page.locator(in_text(page)).first.get_attribute("aria-describedby")
    assert described_by == "kb-definition-self-hosted-integration-runtime"
    assert definition(page)


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    yield context.new_page()
    context.close()


def test_the_first_tap_shows_it_the_second_follows_the_link(phone: Page, base: str) -> None:
    phone.goto(base + ENTRY)
    reference = phone.locator(in_text(phone)).first
    reference.tap()
    expect(phone.locator(".kb-popup")).to_contain_text(definition(phone))
    assert phone.url == base + ENTRY
    reference.tap()
    phone.wait_for_url(base + "glossary/self-hosted-integration-runtime.html")


def test_a_tapped_definition_has_a_link_and_closes_on_a_tap_elsewhere(
    phone: Page, base: str
) -> None:
    phone.goto(base + ENTRY)
    phone.locator(in_text(phone)).first.tap()
    expect(phone.get_by_role("link", name="Open this entry")).to_be_visible()
    phone.locator("h1").tap()
    expect(phone.locator(".kb-popup")).to_have_count(0)


def test_a_guide_shows_definitions_too(page: Page, base: str) -> None:
    page.goto(base + "guides/which-integration-runtime.html")
    page.locator("article a.kb-reference").first.hover()
    expect(page.locator(".kb-popup")).to_be_visible()
