"""`kb link`: addresses to hand on."""

from pathlib import Path

import pytest

from .project import Run, base_project, configure, kb, write

SITE = "https://kb.example.com/"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = base_project(tmp_path)
    write(
        root, "content/guides/choose.md", "---\ntitle: A|B\ndescription: x\n---\n\n# A|B\n\nText.\n"
    )
    configure(root, SITE)
    return root


def link(root: Path, name: str, *options: str) -> Run:
    return kb("link", name, "--project", root, *options)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("pipeline", "go/pipeline.html"),
        ("pipeline/show", "go/pipeline.html#command-show"),
        ("pipeline#security", "go/pipeline.html#security"),
        ("run-failed", "go/run-failed.html"),
        ("run-failed/look", "go/run-failed.html#look"),
        ("guides/choose", "go/guides/choose.html"),
    ],
)
def test_a_name_gives_its_short_address(root: Path, name: str, address: str) -> None:
    assert link(root, name) == (0, f"{SITE}{address}\n", "")
    assert link(root, name, "--site", "http://kb:8000/docs") == (
        0,
        f"http://kb:8000/docs/{address}\n",
        "",
    )
    configure(root)
    assert link(root, name) == (0, f"{address}\n", "")


def test_what_it_prints_is_alive(root: Path) -> None:
    options = ("--param", "factory-name=adf-prod", "--param", "pipeline-name=load nightly")
    write(root, "a.txt", link(root, "run-failed/look", *options).out)
    run = kb("links", "check", root / "a.txt", "--site", SITE, "--project", root)
    assert run == (0, "1 address, all of them alive.\n", "")


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("plain", "{}"),
        ("markdown", "[A nightly run failed: Look at the pipeline]({})"),
        ("jira", "[A nightly run failed: Look at the pipeline|{}]"),
    ],
)
def test_values_stand_behind_the_hash(root: Path, form: str, written: str) -> None:
    options = ("--param", "pipeline-name=load nightly", "--param", "factory-name=adf-prod")
    address = f"{SITE}go/run-failed.html#look?pipeline-name=load%20nightly&factory-name=adf-prod"
    run = link(root, "run-failed/look", "--format", form, *options)
    assert run.out == f"{written.format(address)}\n"


def test_html_and_slack_escape_the_address(root: Path) -> None:
    options = ("--param", "factory-name=adf-prod", "--param", "resource-group=rg")
    address = f"{SITE}go/pipeline.html#command-show?factory-name=adf-prod&amp;resource-group=rg"
    html = link(root, "pipeline/show", "--format", "html", *options).out
    assert html == f'<a href="{address}">Pipeline: Show one pipeline.</a>\n'
    slack = link(root, "pipeline/show", "--format", "slack", *options).out
    assert slack == f"<{address}|Pipeline: Show one pipeline.>\n"


def test_signs_of_the_markup_in_a_title_are_escaped(root: Path) -> None:
    jira = link(root, "guides/choose", "--format", "jira").out
    assert jira == f"[A\\|B|{SITE}go/guides/choose.html]\n"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("pipelin", 'There is no "pipelin". Did you mean "pipeline"?'),
        ("pipelin/show", 'There is no "pipelin/show". Did you mean "pipeline"?'),
        ("pipeline/shov", '"pipeline" has no part "shov". Did you mean "show"?'),
        ("run-failed/lok", '"run-failed" has no part "lok". Did you mean "look"?'),
        ("pipeline#securty", '"pipeline" has no part "securty". Did you mean "security"?'),
        ("zzz", 'There is no "zzz". See kb search.'),
    ],
)
def test_a_name_that_is_not_there_is_told(root: Path, name: str, told: str) -> None:
    run = link(root, name)
    assert run.status == 2
    assert run.err.endswith(f"Error: Invalid value for ID: {told}\n")


def test_a_former_name_says_what_it_is_called_today(root: Path) -> None:
    assert kb("links", "record", "--project", root).status == 0
    assert kb("rename", "run-failed", "night-failed", "--project", root).status == 0
    told = link(root, "run-failed/look").err
    assert told.endswith('There is no "run-failed/look". It is now called "night-failed".\n')


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        ("factory-name=a b", "factory-name: it does not fit: 3 to 63 letters, digits and hyphens."),
        ("factry-name=x", 'it takes no "factry-name". Did you mean "factory-name"?'),
        ("factory-name", '"factory-name" is not NAME=VALUE.'),
    ],
)
def test_a_value_that_does_not_fit_is_refused(root: Path, pair: str, told: str) -> None:
    run = link(root, "pipeline", "--param", pair)
    assert run.status == 2
    assert run.err.endswith(f"Error: Invalid value for --param: {told}\n")


def test_a_secret_never_travels_in_a_link(root: Path) -> None:
    path = "glossary/parameters/resource-group.yaml"
    write(root, path, (root / path).read_text() + "secret: true\n")
    run = link(root, "run-failed", "--param", "resource-group=x")
    assert run.status == 2
    assert run.err.endswith("resource-group is secret, and never travels in a link.\n")
