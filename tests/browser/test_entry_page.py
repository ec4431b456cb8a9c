"""What a reader in a hurry finds on an entry's page."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

ENTRY = "glossary/integration-runtime.html"


@pytest.mark.parametrize(
    "part",
    [
        ".kb-breadcrumb",
        "h1",
        ".kb-stamps",
        ".kb-lead",
        ".kb-aliases",
        ".kb-confusions",
        ".kb-symptoms",
        ".kb-first .kb-line",
    ],
)
def test_the_first_screen_answers_what_it_is_what_it_is_not_and_what_to_run(
    page: Page, served: str, part: str
) -> None:
    page.goto(served + ENTRY)
    box = page.locator(part).bounding_box()
    assert box
    assert box["y"] + box["height"] <= 768


def test_copying_a_command_takes_the_command_alone(chromium: Browser, served: str) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(served + ENTRY)
    page.locator(".kb-first .kb-line__copy").click()
    expect(page.locator(".kb-first .kb-line__copy")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    shown = page.locator(".kb-first pre").text_content()
    assert shown is not None
    # As it looks, but that no shell takes a placeholder for a redirection.
    guarded = shown.replace("<resource-group>", '"${RESOURCE_GROUP:?set RESOURCE_GROUP}"')
    assert copied == guarded.replace("<factory-name>", '"${FACTORY_NAME:?set FACTORY_NAME}"')
    assert copied.startswith("az datafactory ")
    assert not copied.endswith("\n")
    context.close()


def test_copying_works_from_a_folder(page: Page, site: Path) -> None:
    page.goto(site.as_uri() + "/" + ENTRY)
    page.locator(".kb-first .kb-line__copy").click()
    expect(page.locator(".kb-first .kb-line__copy")).to_have_text("Copied")


def test_a_link_into_a_folded_part_opens_it(page: Page, base: str) -> None:
    first = page.goto(base + ENTRY) and page.locator(".kb-symptoms details").first.get_attribute(
        "id"
    )
    page.goto(f"{base}{ENTRY}#{first}")
    expect(page.locator(f"#{first}")).to_have_attribute("open", "")


def test_a_link_with_a_broken_anchor_harms_nothing(page: Page, base: str) -> None:
    page.goto(base + ENTRY + "#%E0%A4%A")
    expect(page.locator("h1")).to_be_visible()


def test_printing_unfolds_everything(page: Page, served: str) -> None:
    page.goto(served + ENTRY)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("article details:not([open])").count() == 0
    page.emulate_media(media="print")
    expect(page.locator(".kb-line__copy").first).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("article details[open]").count() == 0


def test_the_table_of_contents_names_every_heading(page: Page, served: str) -> None:
    page.goto(served + ENTRY)
    headings = page.eval_on_selector_all(
        "article h2, article h3", "all => all.map(one => '#' + one.id)"
    )
    listed = page.eval_on_selector_all(
        ".md-sidebar--secondary a.md-nav__link", "all => all.map(one => new URL(one.href).hash)"
    )
    assert headings == listed
    assert len(headings) > 12


def test_the_page_reads_well_without_scripts(chromium: Browser, base: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + ENTRY)
    expect(page.locator(".kb-line__copy").first).to_be_hidden()
    expect(page.locator(".kb-definitions")).to_be_hidden()
    page.locator(".kb-symptoms summary").first.click()
    expect(page.locator(".kb-symptoms details p").first).to_be_visible()
    context.close()


def test_old_sources_tell_their_age(page: Page, served: str) -> None:
    page.goto(served + ENTRY)
    read = date.fromisoformat(page.locator("time[data-kb-age]").get_attribute("datetime") or "")
    page.clock.set_fixed_time(f"{read + timedelta(days=740)}T12:00:00Z")
    page.reload()
    expect(page.locator("time[data-kb-age]")).to_contain_text("2 years ago")
