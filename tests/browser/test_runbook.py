"""A runbook's page in a browser: values, links, copying, branches, the timeline."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.project import write

from .conftest import small_site

RUNBOOK = "runbooks/run-failed.html"
ENTRY = "glossary/pipeline.html"
LINK = f"{RUNBOOK}#look?factory-name=adf-prod&resource-group=rg-data"
FILLED = """\
az datafactory pipeline show \\
  --factory-name 'adf-prod' \\
  --name 'load nightly' \\
  --resource-group 'rg-data'"""
GUARDED = FILLED.replace("'load nightly'", '"${PIPELINE_NAME:?set PIPELINE_NAME}"')


@pytest.fixture
def base(small_base: str) -> str:
    return small_base


@pytest.fixture
def page(copying: Page) -> Page:
    return copying


def value(page: Page, name: str) -> str:
    return page.locator(f"#kb-value-{name}").input_value()


def copied(page: Page, button: str = ".kb-line__copy", number: int = 0) -> str:
    page.locator(button).nth(number).click()
    expect(page.locator(button).nth(number)).to_have_text("Copied")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def told(page: Page) -> list[str]:
    return page.locator(".kb-fill__told p").all_text_contents()


def test_the_link_of_an_incident_lands_on_its_step_with_the_values_in_place(
    page: Page, base: str
) -> None:
    page.goto(base + LINK)
    assert value(page, "factory-name") == "adf-prod"
    assert value(page, "resource-group") == "rg-data"
    assert value(page, "pipeline-name") == ""
    expect(page.locator("h2#look")).to_be_in_viewport()
    expect(page.locator("h2#look")).to_be_focused()
    assert told(page) == []
    assert page.url == f"{base}{RUNBOOK}#look"  # and the address no longer carries them
    assert copied(page) == GUARDED


def test_a_link_followed_within_the_page_fills_it_too(page: Page, base: str) -> None:
    page.goto(base + RUNBOOK)
    page.goto(base + LINK)
    assert value(page, "factory-name") == "adf-prod"
    expect(page.locator("h2#look")).to_be_in_viewport()


def test_a_link_with_plus_signs_and_escapes_is_read(page: Page, base: str) -> None:
    page.goto(f"{base}{RUNBOOK}#look?pipeline-name=load+nightly&factory-name=adf%2Dprod")
    assert value(page, "pipeline-name") == "load nightly"
    assert value(page, "factory-name") == "adf-prod"


def test_a_link_whose_question_mark_was_escaped_is_read(page: Page, base: str) -> None:
    page.goto(f"{base}{RUNBOOK}#look%3Ffactory-name=adf-prod")
    assert value(page, "factory-name") == "adf-prod"
    expect(page.locator("h2#look")).to_be_focused()


def test_a_filled_command_is_copied_whole_and_alone(page: Page, base: str) -> None:
    page.goto(base + LINK)
    page.locator("#kb-value-pipeline-name").fill("load nightly")
    assert copied(page) == FILLED
    assert page.locator(".kb-line code").first.text_content() == FILLED


def test_powershell_gets_its_own_signs_and_is_remembered(page: Page, base: str) -> None:
    page.goto(base + LINK)
    page.locator("select[name=shell]").select_option("powershell")
    page.reload()
    expect(page.locator("select[name=shell]")).to_have_value("powershell")
    guard = "\"$(if ($PipelineName) { $PipelineName } else { throw 'set $PipelineName' })\""
    assert copied(page) == GUARDED.replace("\\\n", "`\n").replace(
        '"${PIPELINE_NAME:?set PIPELINE_NAME}"', guard
    )


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            "factory-name=$(rm%20-rf%20/)",
            "The value for “factory-name” in the link was not taken: "
            "it does not fit: 3 to 63 letters, digits and hyphens.",
        ),
        (
            "factory-name=-n",
            "The value for “factory-name” in the link was not taken: "
            "it begins with a dash, and would be taken for an option.",
        ),
        (
            "factory-name=adf%E2%80%AEprod",
            "The value for “factory-name” in the link was not taken: "
            "it holds a character that cannot be seen.",
        ),
        (
            "factory-name=%E0%A4%A",
            "The value for “factory-name” in the link was not taken: it is not well-formed.",
        ),
        ("factory-name=", "The value for “factory-name” in the link was not taken: it is empty."),
        (
            "factory-name=adf-prod&factory-name=adf-test",
            "The link names “factory-name” twice; only the first is taken.",
        ),
        ("colour=red", "The link names “colour”, which this page does not ask for."),
        (
            "%3Cimg%20src=x%20onerror=alert(1)%3E",
            "The link names “<img src”, which this page does not ask for.",
        ),
        (
            "__proto__=x",
            "The link names “__proto__”, which this page does not ask for.",
        ),
    ],
)
def test_a_wrong_value_in_a_link_is_refused_with_its_reason(
    page: Page, base: str, query: str, said: str
) -> None:
    page.goto(f"{base}{RUNBOOK}#look?{query}")
    assert told(page) == [said]
    expect(page.locator("#look ~ .kb-told p")).to_have_text([said])  # also where the reader lands
    taken = "adf-prod" if "twice" in said else ""
    assert value(page, "factory-name") == taken
    assert "'adf-test'" not in (page.locator(".kb-line").first.text_content() or "")


def test_a_step_that_is_gone_is_told(page: Page, base: str) -> None:
    page.goto(f"{base}{RUNBOOK}#restart?factory-name=adf-prod")
    (said,) = told(page)
    assert said.startswith("This page has no step “restart”.")
    assert value(page, "factory-name") == "adf-prod"


def test_a_typed_value_that_does_not_fit_is_told_beside_its_field(page: Page, base: str) -> None:
    page.goto(base + RUNBOOK)
    page.locator("#kb-value-factory-name").fill("adf prod")
    expect(page.locator("#kb-why-factory-name")).to_have_text(
        "Not taken: it does not fit: 3 to 63 letters, digits and hyphens."
    )
    expect(page.locator("#kb-value-factory-name")).to_have_attribute("aria-invalid", "true")
    assert '"${FACTORY_NAME:?set FACTORY_NAME}"' in copied(page)
    page.locator("#kb-value-factory-name").fill("adf-prod")
    expect(page.locator("#kb-why-factory-name")).to_have_text("")
    assert "'adf-prod'" in copied(page)


def test_a_change_cannot_be_copied_before_every_value_is_there(page: Page, base: str) -> None:
    page.goto(base + LINK)
    button = page.locator(".kb-command--destroy .kb-line__copy")
    expect(button).to_have_text("Fill in first")
    page.evaluate("navigator.clipboard.writeText('before')")
    button.click()
    expect(page.locator("#kb-value-pipeline-name")).to_be_focused()
    assert page.evaluate("navigator.clipboard.readText()") == "before"
    page.keyboard.type("load")
    assert copied(page, ".kb-command--destroy .kb-line__copy").startswith(
        "az datafactory pipeline delete"
    )


def test_values_stay_in_the_tab_and_follow_to_other_pages(page: Page, base: str) -> None:
    page.goto(base + LINK)
    page.goto(base + ENTRY)
    assert value(page, "factory-name") == "adf-prod"
    page.get_by_role("button", name="Empty all").click()
    page.goto(base + RUNBOOK)
    assert value(page, "factory-name") == ""
    assert page.evaluate("Object.values(localStorage).join().includes('adf-prod')") is False


def test_branches_and_ticks_are_written_down_and_survive_a_reload(page: Page, base: str) -> None:
    page.goto(base + LINK)
    page.get_by_label("Done").first.check()
    page.locator(".kb-branch .kb-go").first.click()
    expect(page.locator("h2#deploy")).to_be_focused()
    page.get_by_label("Note").fill("called Dana | at home")
    page.get_by_role("button", name="Add").click()
    page.reload()
    expect(page.get_by_label("Done").first).to_be_checked()
    rows = page.locator(".kb-timeline tbody tr")
    expect(rows).to_have_count(3)
    text = copied(page, ".kb-timeline__copy")
    lines = [line.split(" | ", 1)[1] for line in text.splitlines()[4:]]
    assert text.splitlines()[:3] == [
        "**A nightly run failed**",
        "",
        "| Time (UTC) | Step | Outcome | Note |",
    ]
    assert lines == [
        "Look at the pipeline | done |  |",
        "Look at the pipeline | something else: on to “Deploy it again” |  |",
        " | note | called Dana \\| at home |",
    ]
    assert "adf-prod" not in text
    page.locator(".kb-timeline__clear").click()
    expect(rows).to_have_count(0)
    page.reload()
    expect(page.get_by_label("Done").first).not_to_be_checked()


def test_a_decision_leads_to_its_step(page: Page, base: str) -> None:
    page.goto(base + RUNBOOK)
    page.locator(".kb-decision .kb-go", has_text="Delete it").click()
    expect(page.locator("h2#delete")).to_be_focused()
    outcome = page.locator(".kb-timeline tbody td").nth(2)
    expect(outcome).to_have_text("It does not: on to “Delete it”")


def test_a_note_that_looks_like_a_secret_is_not_taken(page: Page, base: str) -> None:
    page.goto(base + RUNBOOK)
    page.get_by_label("Note").fill("key IR@0d1e2f3a-1111-2222-3333-444455556666@adf@we@AAAABBBB=")
    page.get_by_role("button", name="Add").click()
    expect(page.locator(".kb-timeline__why")).to_have_text("Not taken: this looks like a secret.")
    expect(page.locator(".kb-timeline tbody tr")).to_have_count(0)


def test_a_link_with_the_values_of_the_page_leads_back_to_them(page: Page, base: str) -> None:
    page.goto(base + LINK)
    page.locator("#kb-value-pipeline-name").fill("load nightly")
    link = copied(page, ".kb-fill__link")
    assert link.startswith(f"{base}{RUNBOOK}#look?")
    page.get_by_role("button", name="Empty all").click()
    page.goto(link)
    assert value(page, "pipeline-name") == "load nightly"
    assert value(page, "factory-name") == "adf-prod"


def test_what_another_page_stored_is_held_against_the_pattern_again(page: Page, base: str) -> None:
    page.goto(base + RUNBOOK)
    page.evaluate("""sessionStorage.setItem('kb-values', '{"factory-name": "a b; rm"}')""")
    for stored in ('{"rows": 5, "ticks": []}', "null", "[", '{"rows": [null, {"note": {}}]}'):
        page.evaluate("(text) => localStorage.setItem('kb-run:run-failed', text)", stored)
        page.reload()
        expect(page.locator(".kb-timeline")).to_be_visible()
    assert value(page, "factory-name") == ""
    assert "rm" not in copied(page)


def test_a_secret_is_never_taken_from_a_link_nor_asked_for(page: Page, tmp_path: Path) -> None:
    def change(project: Path) -> None:
        path = "glossary/parameters/factory-name.yaml"
        write(project, path, (project / path).read_text() + "secret: true\n")

    site = small_site(tmp_path, change).as_uri()
    page.goto(f"{site}/{LINK}")
    (said,) = told(page)
    assert said == (
        "The link carries a value for “factory-name”. It was not taken: it is secret, and is "
        "never typed in or linked. Treat it as leaked, and renew it."
    )
    assert page.locator("#kb-value-factory-name").count() == 0
    assert "adf-prod" not in page.content()
    page.locator("#kb-value-pipeline-name").fill("load")
    text = copied(page, ".kb-command--destroy .kb-line__copy")
    assert '--factory-name "${FACTORY_NAME:?set FACTORY_NAME}"' in text


def test_without_javascript_the_page_reads_and_its_branches_are_links(
    chromium: Browser, small: Path
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{small.as_uri()}/{RUNBOOK}")
    expect(page.locator(".kb-line code").first).to_contain_text("<factory-name>")
    expect(page.locator(".kb-fill")).to_be_hidden()
    expect(page.locator(".kb-timeline")).to_be_hidden()
    page.locator(".kb-decision .kb-go", has_text="Delete it").click()
    assert page.url.endswith("#delete")
    context.close()


def test_a_runbook_can_be_followed_without_a_mouse(page: Page, base: str) -> None:
    page.goto(base + LINK)
    page.locator("#kb-value-pipeline-name").focus()
    page.keyboard.type("load")
    page.locator(".kb-step__done input").first.focus()
    page.keyboard.press("Space")
    expect(page.locator(".kb-timeline tbody tr")).to_have_count(1)
    page.locator(".kb-line__copy").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".kb-line__copy").first).to_have_text("Copied")
    expect(page.locator(".kb-line__copy").first).to_be_focused()


def test_a_copied_command_runs_as_it_is(page: Page, base: str, tmp_path: Path) -> None:
    page.goto(base + LINK)
    page.locator("#kb-value-pipeline-name").fill("load nightly")
    script = f"az() {{ printf '[%s]' \"$@\"; }}\n{copied(page)}"
    done = subprocess.run(  # noqa: S603
        ["bash", "-c", script],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert done.stdout == (
        "[datafactory][pipeline][show][--factory-name][adf-prod][--name][load nightly]"
        "[--resource-group][rg-data]"
    )
