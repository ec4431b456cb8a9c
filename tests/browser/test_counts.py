"""What pages say of each other's length is what a reader counts there."""

import re

from playwright.sync_api import Page


def numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def counted(page: Page, address: str, selector: str) -> int:
    """How many there are of something on a page."""
    page.goto(address)
    return page.locator(selector).count()


def told_at_home(page: Page, served: str) -> dict[str, int]:
    """The counts of the home page, by the addresses that they stand beside."""
    page.goto(f"{served}index.html")
    found: list[list[str]] = page.eval_on_selector_all(
        ".kb-door .kb-count",
        "all => all.map(one => [one.previousElementSibling.getAttribute('href'), one.innerText])",
    )
    return {address: int(number) for address, number in found}


TITLES = ".kb-listing > div:not(.kb-listing__alias)"
LISTED = {
    "a-z.html": TITLES,
    "domains/analytics.html": TITLES,
    "domains/orchestration.html": TITLES,
    "commands.html": ".kb-command",
    "symptoms.html": ".kb-symptom-list li",
    "runbooks.html": ".kb-runbook-list > div",
    "difficulty/beginner.html": TITLES,
    "difficulty/intermediate.html": TITLES,
    "difficulty/advanced.html": TITLES,
}
"""What a page that the home page counts consists of."""


def test_the_home_page_tells_how_much_is_on_each_page(page: Page, served: str) -> None:
    told = told_at_home(page, served)
    assert told == {at: counted(page, served + at, what) for at, what in LISTED.items()}
    entries = told["a-z.html"]
    assert entries == sum(told[at] for at in told if at.startswith("domains/"))
    assert entries == sum(told[at] for at in told if at.startswith("difficulty/"))


def test_each_list_tells_its_own_length(page: Page, served: str) -> None:
    told = told_at_home(page, served)
    names = counted(page, f"{served}a-z.html", ".kb-listing > div")
    assert numbers(page.inner_text("h1 + p")) == [told["a-z.html"], names]
    letters = page.eval_on_selector_all(
        ".kb-letters a", "all => all.map(one => one.getAttribute('aria-label'))"
    )
    assert sum(int(re.sub(r"^.*: (\d+) names?$", r"\1", one)) for one in letters) == names
    assert not [one for one in letters if one.endswith(": 1 names")]
    page.goto(f"{served}symptoms.html")
    assert numbers(page.inner_text("h1 + p")) == [told["symptoms.html"]]
    by_symptom = counted(page, f"{served}runbooks.html", ".kb-symptom-list li")
    assert numbers(page.inner_text("h1 + p")) == [told["runbooks.html"], by_symptom]
    page.goto(f"{served}symptoms.html")
    assert page.locator("li", has_text="Runbook: ").count() == by_symptom


def test_services_and_levels_are_counted_alike_everywhere(page: Page, served: str) -> None:
    for overview in ("domains.html", "difficulty.html"):
        page.goto(served + overview)
        found: list[list[str]] = page.eval_on_selector_all(
            "dt", "all => all.map(one => [one.children[0].href, one.children[1].innerText])"
        )
        assert found
        for address, number in found:
            assert counted(page, address, TITLES) == int(number), address


def test_commands_are_counted_once_each_and_as_often_as_entries_show_them(
    page: Page, served: str, addresses: list[str]
) -> None:
    entries = [at for at in addresses if at.startswith("glossary/")]
    shown = sum(counted(page, served + at, "article .kb-command[id]") for at in entries)
    groups = counted(page, f"{served}commands.html", ".kb-list-group")
    told = numbers(page.inner_text("h1 + p"))
    assert told == [page.locator(".kb-command").count(), groups, shown]
    assert page.inner_text(".kb-filter output") == f"{told[0]} commands"
