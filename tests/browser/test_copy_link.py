"""The button beside a heading that copies its address."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from generator.project.links.write import FORMATS
from tests.project import kb

from .conftest import ROOT, small_site

RUNBOOK = "runbooks/run-failed.html"
ENTRY = "glossary/pipeline.html"
STEP = "A nightly run failed: Look at the pipeline"


@pytest.fixture
def base(small_base: str) -> str:
    return small_base


@pytest.fixture
def page(copying: Page) -> Page:
    return copying


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=f"Copy link to: {name}", exact=True)


def menu(page: Page) -> Locator:
    return page.locator(".kb-link__menu")


def copied(page: Page, name: str, form: str = "Plain") -> str:
    page.evaluate("navigator.clipboard.writeText('before')")
    button(page, name).click()
    menu(page).get_by_role("button", name=form).click()
    expect(page.locator(".kb-link__said")).to_have_text(f"Link copied: {form}.")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def permanent(base: str, name: str, file: str) -> str:
    """What a server's page gives, and what a page on disk does."""
    return f"{base}{file if base.startswith('file:') else name}"


@pytest.mark.parametrize(
    ("file", "part", "anchor"),
    [
        (RUNBOOK, "A nightly run failed", ""),
        (RUNBOOK, "Look at the pipeline", "#look"),
        (RUNBOOK, "Escalate", "#escalate"),
        (RUNBOOK, "Resolved", "#resolved"),
        (ENTRY, "Pipeline", ""),
        (ENTRY, "Security", "#security"),
        (ENTRY, "Show one pipeline.", "#command-show"),
        (
            ENTRY,
            "BadRequest: the pipeline was not found",
            "#symptom-badrequest-the-pipeline-was-not-found",
        ),
    ],
)
def test_every_heading_step_command_and_symptom_gives_its_permanent_address(
    page: Page, base: str, file: str, part: str, anchor: str
) -> None:
    page.goto(base + file)
    short = f"go/{file.partition('/')[2]}"
    address = permanent(base, short + anchor, file + anchor)
    assert copied(page, part) == address
    page.goto(address)
    page.wait_for_url(f"{base}{file}{anchor}")


def test_the_page_writes_links_as_the_command_line_does(
    page: Page, small_served: str, small: Path
) -> None:
    page.goto(small_served + RUNBOOK)
    for form, label in (
        ("plain", "Plain"),
        ("markdown", "Markdown"),
        ("html", "HTML"),
        ("jira", "Jira"),
        ("slack", "Slack"),
    ):
        options = ("--site", small_served, "--format", form, "--project", small.parent / "project")
        run = kb("link", "run-failed/look", *options)
        assert f"{copied(page, 'Look at the pipeline', label)}\n" == run.out
    title = "a|b [c] {d} <e> & \"f\" 'g' *h* _i_ `j` \\k ~l^ !m 😀"
    for form, write in FORMATS.items():
        to = "http://x/?a=b&c='d'"
        written = page.evaluate("(all) => kb.linkAs(...all)", [form, title, to])
        assert written == write(title, to)


def test_values_travel_only_when_asked_to(page: Page, base: str) -> None:
    page.goto(f"{base}{RUNBOOK}#look?factory-name=adf-prod")
    page.locator("#kb-value-pipeline-name").fill("load nightly")
    plain = permanent(base, "go/run-failed.html#look", f"{RUNBOOK}#look")
    assert copied(page, "Look at the pipeline") == plain
    button(page, "Look at the pipeline").click()
    page.get_by_label("with the values on this page").check()
    menu(page).get_by_role("button", name="Plain").click()
    expect(menu(page)).to_have_count(0)
    text = page.evaluate("navigator.clipboard.readText()")
    assert text == f"{plain}?factory-name=adf-prod&pipeline-name=load%20nightly"
    page.get_by_role("button", name="Empty all").click()
    page.goto(text)
    expect(page.locator("#kb-value-pipeline-name")).to_have_value("load nightly")


def test_without_values_they_are_not_offered(page: Page, base: str) -> None:
    page.goto(base + RUNBOOK)
    button(page, "Look at the pipeline").click()
    expect(page.get_by_label("with the values on this page")).to_be_hidden()


def test_a_page_of_many_documents_gives_its_own_address(page: Page, base: str) -> None:
    page.goto(f"{base}difficulty/beginner.html")
    assert page.locator("h1 .kb-link").count() == 0
    page.goto(f"{base}symptoms.html")
    heading = page.locator("article h2[id]").first
    anchor = heading.get_attribute("id")
    heading.hover()
    heading.locator(".kb-link").click()
    menu(page).get_by_role("button", name="Plain").click()
    expect(menu(page)).to_have_count(0)
    assert page.evaluate("navigator.clipboard.readText()") == f"{base}symptoms.html#{anchor}"


def test_it_is_used_without_a_mouse(page: Page, base: str) -> None:
    page.goto(base + RUNBOOK)
    control = button(page, "Look at the pipeline")
    expect(control).to_have_css("opacity", "0")
    page.locator("#look .headerlink").focus()
    page.keyboard.press("Tab")
    expect(control).to_be_focused()
    expect(control).to_have_css("opacity", "1")
    expect(control).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(control).to_have_attribute("aria-expanded", "true")
    expect(menu(page).get_by_role("button", name="Plain")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu(page)).to_have_count(0)
    expect(control).to_be_focused()
    expect(control).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(control).to_be_focused()
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"[{STEP}](")
    page.keyboard.press("Enter")
    for _ in range(6):
        page.keyboard.press("Tab")
    expect(menu(page)).to_have_count(0)  # whoever goes on leaves it behind


def test_the_mark_beside_it_is_still_a_link(page: Page, base: str) -> None:
    page.goto(base + RUNBOOK)
    page.locator("#look .headerlink").focus()
    page.keyboard.press("Enter")
    assert page.url == f"{base}{RUNBOOK}#look"
    expect(menu(page)).to_have_count(0)


def test_a_click_beside_the_menu_closes_it(page: Page, base: str) -> None:
    page.goto(base + RUNBOOK)
    button(page, "Look at the pipeline").click()
    expect(menu(page)).to_be_visible()
    page.locator(".kb-lead").click()
    expect(menu(page)).to_have_count(0)


def test_a_symptom_opens_without_its_menu_and_its_menu_without_it(page: Page, base: str) -> None:
    page.goto(base + ENTRY)
    button(page, "BadRequest: the pipeline was not found").click()
    fold = page.locator(".kb-symptoms details")
    expect(fold).not_to_have_attribute("open", "")
    page.keyboard.press("Escape")
    fold.locator("summary").click()
    expect(fold).to_have_attribute("open", "")
    expect(menu(page)).to_have_count(0)


def test_where_the_clipboard_is_refused_the_text_is_shown_selected(page: Page, base: str) -> None:
    page.goto(base + RUNBOOK)
    page.evaluate(
        """() => {
            document.execCommand = () => false;
            const refuse = () => Promise.reject(new Error("no"));
            Object.defineProperty(navigator, "clipboard", { value: { writeText: refuse } });
        }"""
    )
    button(page, "Look at the pipeline").click()
    menu(page).get_by_role("button", name="Jira").click()
    area = page.get_by_label("The link, to copy by hand")
    expect(area).to_be_focused()
    to = permanent(base, "go/run-failed.html#look", f"{RUNBOOK}#look")
    expect(area).to_have_value(f"[{STEP}|{to}]")
    selected = area.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")
    assert selected == f"[{STEP}|{to}]"
    page.keyboard.press("Escape")
    expect(button(page, "Look at the pipeline")).to_be_focused()


def test_a_secret_value_is_never_offered(page: Page, tmp_path: Path) -> None:
    def change(project: Path) -> None:
        path = project / "glossary/parameters/factory-name.yaml"
        path.write_text(path.read_text() + "secret: true\n")

    page.goto(f"{small_site(tmp_path, change).as_uri()}/{RUNBOOK}")
    page.evaluate("kb.values = () => ({ 'factory-name': 'adf-prod' })")
    button(page, "Look at the pipeline").click()
    expect(page.get_by_label("with the values on this page")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("file", [RUNBOOK, ENTRY])
def test_the_open_menu_breaks_no_rule_of_axe(
    chromium: Browser, small_served: str, file: str, scheme: str
) -> None:
    context = chromium.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{small_served}{file}#?factory-name=adf-prod")
    page.locator(".kb-link").nth(1).focus()
    page.keyboard.press("Enter")
    expect(menu(page)).to_be_visible()
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"resultTypes": ["violations"], "runOnly": rules})
    told = [
        (one["id"], [node["target"] for node in one["nodes"]])
        for one in found.response["violations"]
    ]
    assert told == []
    context.close()


def test_on_a_small_touch_screen_it_is_always_there_and_fits(
    chromium: Browser, small_served: str
) -> None:
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    for file in (RUNBOOK, ENTRY):
        page.goto(f"{small_served}{file}#?factory-name=adf-prod")
        for control in page.locator(".kb-link").all():
            expect(control).to_have_css("opacity", "1")
            control.tap()
            box = menu(page).bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 360
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            page.keyboard.press("Escape")
    context.close()


def test_it_is_not_printed_and_not_part_of_the_html(page: Page, small: Path, base: str) -> None:
    assert "kb-link__" not in (small / RUNBOOK).read_text(encoding="utf-8")
    page.goto(base + RUNBOOK)
    button(page, "Look at the pipeline").click()
    page.emulate_media(media="print")
    expect(page.locator(".kb-link").first).to_be_hidden()
    expect(menu(page)).to_be_hidden()


def test_a_guide_gives_the_short_address_of_its_whole_id(page: Page, served: str) -> None:
    page.goto(f"{served}guides/which-integration-runtime.html")
    page.locator("h1 .kb-link").click()
    menu(page).get_by_role("button", name="Plain").click()
    expect(menu(page)).to_have_count(0)
    text = page.evaluate("navigator.clipboard.readText()")
    assert text == f"{served}go/guides/which-integration-runtime.html"
    assert (ROOT / "content/guides/which-integration-runtime.md").is_file()
