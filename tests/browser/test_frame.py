"""What the theme puts around a page: its contents list, its tabs, its title."""

from playwright.sync_api import Page


def test_the_first_line_of_the_contents_list_is_not_under_the_shade_of_its_heading(
    themed: Page, served: str
) -> None:
    themed.goto(f"{served}glossary/integration-runtime.html")
    first = themed.locator(".md-sidebar--secondary .md-nav__item").first
    with_shade = first.screenshot(animations="disabled")
    themed.add_style_tag(content=".md-nav__title { box-shadow: none !important }")
    assert first.screenshot(animations="disabled") == with_shade
