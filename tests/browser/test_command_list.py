"""The page of all commands, by tool, group and effect; and what pages say of the checks."""

from playwright.sync_api import Page, expect

LIST = "commands.html"


def test_the_filter_leaves_what_has_the_effect_and_says_how_many(page: Page, served: str) -> None:
    page.goto(served + LIST)
    whole = page.locator(".kb-command:visible").count()
    page.get_by_role("form", name="Filter the commands").get_by_label("Effect").select_option(
        "destroy"
    )
    left = page.locator(".kb-command:visible")
    assert 0 < left.count() < whole
    assert set(left.evaluate_all("all => all.map(one => one.dataset.effect)")) == {"destroy"}
    expect(page.locator(".kb-filter output")).to_have_text(f"{left.count()} commands")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".kb-command:visible")).to_have_count(whole)


def test_tool_and_group_narrow_together_from_the_keyboard(page: Page, served: str) -> None:
    page.goto(served + LIST)
    page.get_by_label("Tool").focus()
    page.keyboard.type("P")  # PowerShell
    expect(page.locator(".kb-list-group:visible")).to_have_count(1)
    page.get_by_role("combobox", name="Group").select_option(label="az datafactory pipeline")
    expect(page.locator(".kb-command:visible")).to_have_count(0)
    expect(page.locator(".kb-filter output")).to_have_text("0 commands")


def test_an_entry_says_against_what_its_commands_were_checked(page: Page, served: str) -> None:
    page.goto(served + "glossary/integration-runtime.html")
    expect(page.locator(".kb-stamps")).to_contain_text(
        "commands checked against az 2.91.0 + datafactory 1.0.4"
    )
    facts = page.locator("#command-delete .kb-command__facts")
    expect(facts).to_contain_text("Check first")
    expect(facts).to_contain_text("the extension datafactory of az")
    link = facts.get_by_role("link", name="az datafactory integration-runtime delete")
    expect(link).to_have_attribute(
        "href",
        "https://learn.microsoft.com/cli/azure/datafactory/integration-runtime"
        "#az-datafactory-integration-runtime-delete",
    )


def test_what_nobody_looked_at_is_listed_with_its_owner(page: Page, served: str) -> None:
    page.goto(served + LIST)
    page.get_by_role("link", name="To look at").click()
    expect(page.locator(".kb-stale li").first).to_contain_text("Data platform team")


def test_a_change_is_filled_in_on_the_page_of_its_entry(page: Page, served: str) -> None:
    page.goto(served + LIST)
    button = page.locator(".kb-command--destroy .kb-line__copy").first
    expect(button).to_have_text("Open its entry")
    button.click()
    page.wait_for_url("**/glossary/*.html#command-*")
    expect(page.locator(".kb-fill")).to_be_visible()
