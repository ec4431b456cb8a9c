"""What every page owes every reader: names, order, contrast, focus, and no sideways scrolling."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

KINDS = [
    "index.html",
    "a-z.html",
    "domains.html",
    "domains/analytics.html",
    "domains/analytics/data-factory.html",
    "difficulty.html",
    "difficulty/intermediate.html",
    "commands.html",
    "symptoms.html",
    "to-look-at.html",
    "problems.html",
    "problems/kb107.html",
    "guides/index.html",
    "guides/which-integration-runtime.html",
    "glossary/integration-runtime.html",
    "glossary/copy-activity.html",
    "runbooks.html",
    "runbooks/ir-node-offline.html",
    "runbooks/share-runtime.html",
    "404.html",
]
"""One page of every kind, two entries, two runbooks."""


@pytest.mark.parametrize("address", KINDS)
def test_no_page_breaks_a_rule_of_axe(themed: Page, served: str, address: str) -> None:
    themed.goto(served + address)
    for fold in themed.locator("article details").all():
        fold.evaluate("fold => { fold.open = true; }")
    found = Axe().run(
        themed,
        options={
            "resultTypes": ["violations"],
            "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    )
    told = [
        (violation["id"], [node["target"] for node in violation["nodes"]][:5])
        for violation in found.response["violations"]
    ]
    assert told == []


def test_every_page_has_a_title_a_description_and_one_heading_of_the_first_level(
    page: Page, served: str, addresses: list[str]
) -> None:
    titles = set()
    for address in addresses:
        page.goto(served + address)
        titles.add(page.title())
        assert page.locator("meta[name=description]").get_attribute("content"), address
        assert page.locator("meta[property='og:description']").get_attribute("content"), address
        assert page.locator("h1").count() == 1, address
        levels = page.eval_on_selector_all(
            "article :is(h1,h2,h3,h4,h5,h6)", "all => all.map(one => Number(one.tagName[1]))"
        )
        assert all(b - a <= 1 for a, b in pairwise(levels)), address
    assert len(titles) == len(addresses)


@pytest.mark.parametrize("width", [360, 768])
def test_no_page_scrolls_sideways(
    chromium: Browser, served: str, addresses: list[str], width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    for address in addresses:
        page.goto(served + address)
        page.eval_on_selector_all("article details", "all => all.forEach(o => o.open = true)")
        wider = page.evaluate("document.documentElement.scrollWidth") - width
        assert wider <= 0, address
    context.close()


@pytest.mark.parametrize("address", ["index.html", "glossary/integration-runtime.html"])
def test_the_keyboard_always_shows_where_it_is(page: Page, served: str, address: str) -> None:
    page.goto(served + address)
    seen = 0
    for _ in range(40):
        page.keyboard.press("Tab")
        style = page.evaluate(
            """() => {
                const at = document.activeElement;
                if (!at || at === document.body) return null;
                const ringed = (one) => {
                    const style = one && getComputedStyle(one);
                    return style && style.outlineStyle !== "none" && style.outlineWidth !== "0px";
                };
                // The theme's hidden inputs put the ring round their labels.
                const ring = ringed(at) || (at.matches("input") && ringed(at.nextElementSibling));
                return [at.outerHTML.slice(0, 80), ring, at.matches(".md-skip, .md-search__input")];
            }"""
        )
        if style is None:
            break
        seen += 1
        assert style[1] or style[2], style[0]
    assert seen > 10
