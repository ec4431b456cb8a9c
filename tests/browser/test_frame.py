"""What the theme puts around a page: its contents list, its tabs, its title."""

import pytest
from playwright.sync_api import Page

LISTS = {
    ".md-sidebar--secondary .md-nav__title": ".md-sidebar--secondary .md-nav__item",
    ".md-nav__item--section > .md-nav__link": ".md-nav__item--section .md-nav__item",
}
"""The headings of the lists beside a page, and their lines."""


@pytest.mark.parametrize("heading", LISTS)
def test_the_first_line_of_a_list_is_not_under_the_shade_of_its_heading(
    themed: Page, served: str, heading: str
) -> None:
    themed.goto(f"{served}domains/analytics.html")
    first = themed.locator(LISTS[heading]).first
    with_shade = first.screenshot(animations="disabled")
    themed.add_style_tag(content=f"{heading} {{ box-shadow: none !important }}")
    assert first.screenshot(animations="disabled") == with_shade


@pytest.mark.parametrize(
    ("address", "tab", "current"),
    [
        ("index.html", "Home", "page"),
        ("a-z.html", "Glossary", "page"),
        ("glossary/integration-runtime.html", "Glossary", "true"),
        ("domains.html", "Glossary", "true"),
        ("domains/analytics.html", "Glossary", "true"),
        ("domains/analytics/data-factory.html", "Glossary", "true"),
        ("difficulty/beginner.html", "Glossary", "true"),
        ("commands.html", "Commands", "page"),
        ("symptoms.html", "Errors", "page"),
        ("runbooks.html", "Runbooks", "page"),
        ("runbooks/ir-node-offline.html", "Runbooks", "true"),
        ("guides/which-integration-runtime.html", "Guides", "true"),
        ("problems/kb107.html", "For authors", "true"),
        ("to-look-at.html", "For authors", "true"),
    ],
)
def test_every_page_lights_the_tab_that_leads_to_it(
    page: Page, served: str, address: str, tab: str, current: str
) -> None:
    page.goto(served + address)
    lit = page.locator(".md-tabs__item--active, .md-tabs__link[aria-current]")
    assert lit.all_inner_texts() == [tab, tab]
    assert page.locator(".md-tabs__link[aria-current]").get_attribute("aria-current") == current
    # Whatever else is said to be this page leads to it.
    for link in page.locator(".md-nav [aria-current=page]").all():
        assert link.evaluate("link => link.href") == served + address
