"""A built site asks no other host for anything, and works from a folder."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import Watched, build


def test_every_page_opens_without_asking_another_host(
    watched: Watched, base: str, addresses: list[str]
) -> None:
    assert len(addresses) > 60
    for address in addresses:
        watched.page.goto(base + address)
        assert watched.page.title()
    assert watched.left == []


def test_a_site_with_a_repository_asks_it_for_nothing(watched: Watched, tmp_path: Path) -> None:
    build(
        tmp_path / "site",
        KB_REPO_URL="https://github.com/example/knowledge",
        KB_EDIT_URI="edit/main/content/",
    )
    watched.page.goto((tmp_path / "site/glossary/integration-runtime.html").as_uri())
    watched.page.wait_for_timeout(300)
    edit = watched.page.locator("a[rel=edit]")
    expect(edit).to_have_attribute(
        "href",
        "https://github.com/example/knowledge/edit/main/glossary/analytics/integration-runtime.yaml",
    )
    watched.page.goto((tmp_path / "site/guides/index.html").as_uri())
    expect(edit).to_have_attribute(
        "href", "https://github.com/example/knowledge/edit/main/content/guides/index.md"
    )


@pytest.mark.parametrize("key", ["s", "/"])
def test_search_finds_an_entry_by_its_alias(page: Page, base: str, key: str) -> None:
    page.goto(base + "index.html")
    page.keyboard.press(key)
    page.keyboard.type("SHIR")
    found = page.locator(".md-search-result__link[href*='/self-hosted-integration-runtime.html']")
    expect(found.first).to_be_visible()


def test_the_search_field_of_the_home_page_opens_search(page: Page, base: str) -> None:
    page.goto(base + "index.html")
    page.get_by_role("button", name="Search terms, commands and error texts").press("Enter")
    page.keyboard.type("diahost")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert page.url.startswith(base + "index.html")


def test_following_links_from_the_home_page_reaches_an_entry(page: Page, base: str) -> None:
    page.goto(base + "index.html")
    page.get_by_role("link", name="A to Z").first.click()
    page.locator("dt").get_by_role("link", name="Linked service", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Linked service")
    page.locator(".kb-breadcrumb").get_by_role("link", name="Data Factory").click()
    expect(page.locator("h1")).to_contain_text("Data Factory")


def test_a_link_from_a_ticket_fills_the_commands_of_its_step(page: Page, base: str) -> None:
    page.goto(
        f"{base}runbooks/ir-node-offline.html"
        "#check-node?factory-name=adf-prod&resource-group=rg-data"
    )
    expect(page.locator("h2#check-node")).to_be_in_viewport()
    command = page.locator("section[aria-labelledby=check-node] .kb-line code").first
    expect(command).to_contain_text("--resource-group 'rg-data'")
    expect(command).to_contain_text("--factory-name 'adf-prod'")


def test_the_page_of_an_entry_leads_to_its_runbooks(page: Page, base: str) -> None:
    page.goto(base + "glossary/integration-runtime-node.html")
    page.get_by_role("link", name="Self-hosted node is offline").click()
    expect(page.locator("h1")).to_have_text("Self-hosted node is offline")
