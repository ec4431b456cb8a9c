"""What it takes to add a section, an overview or a kind of document: its own files and a row."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .project import write

ROOT = Path(__file__).parents[1]
NEW = ROOT / "tests/extension"

SECTION = """\
    _prose(
        "observability",
        "Signals it gives",
        "Which metrics and logs tell how it is doing.",
        "metric log dashboard",
    ),
"""
SAID = "The metric `PipelineQuuxRuns` counts them."
MAIN = "from generator.cli import main; main()"

Kb = Callable[..., str]


def insert(root: Path, path: str, before: str, row: str) -> None:
    """Puts a row into a table of the package."""
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(before) == 1, path
    write(root, path, text.replace(before, row + before))


def copy_everything(root: Path) -> None:
    for name in ("generator", "glossary", "content", "site_overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)


def add_a_section(root: Path) -> None:
    before = '    _prose(\n        "operations",\n'
    insert(root, "generator/kinds/entry/sections.py", before, SECTION)
    for entry in (root / "glossary").rglob("*.yaml"):
        text = entry.read_text(encoding="utf-8")
        if "\nstatus: published\n" in text:  # a published entry has every section
            said = SAID if entry.stem == "pipeline" else "Nothing of its own."
            write(root, str(entry.relative_to(root)), f"{text}\nobservability: |\n  {said}\n")


def add_an_overview(root: Path) -> None:
    table = "generator/overviews/__init__.py"
    shutil.copy(NEW / "owners.py", root / "generator/overviews")
    shutil.copy(NEW / "owners.html", root / "site_overrides/kb")
    first = "from generator.overviews.problems import"
    insert(root, table, first, "from generator.overviews.owners import OWNERS\n")
    insert(root, table, "    PROBLEMS,\n", "    OWNERS,\n")
    insert(root, "mkdocs.yml", "  - Commands: commands.md\n", "  - Owners: owners.md\n")


def add_a_kind(root: Path) -> None:
    table = "generator/kinds/__init__.py"
    shutil.copytree(NEW / "note", root / "generator/kinds/note")
    shutil.copy(NEW / "note.html", root / "site_overrides/kb")
    first = "from generator.kinds.runbook.kind import"
    insert(root, table, first, "from generator.kinds.note.kind import NOTE\n")
    insert(root, table, "GUIDE)\n", "NOTE, ")
    note = (NEW / "first-night.md").read_text(encoding="utf-8")
    write(root, "content/notes/first-night.md", note)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, with one more of each."""
    root = tmp_path_factory.mktemp("extended") / "project"
    copy_everything(root)
    add_a_section(root)
    add_an_overview(root)
    add_a_kind(root)
    return root


def run(root: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs the package of the copy, not the one that is installed."""
    settings = {"PYTHONPATH": str(root), "XDG_CACHE_HOME": str(root.parent / "cache")}
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", MAIN, *map(str, arguments)],
        cwd=root,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def kb(root: Path) -> Kb:
    """Its command line, once its addresses are recorded and its schema is in step."""

    def kb(*arguments: str | Path) -> str:
        done = run(root, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    kb("links", "record")
    kb("schema", "--write")
    return kb


@pytest.fixture(scope="module")
def site(root: Path, kb: Kb) -> Path:
    """Its site."""
    kb("build")
    return root / "site"


def page(site: Path, address: str) -> str:
    return (site / address).read_text(encoding="utf-8")


def found(kb: Kb, query: str) -> list[str]:
    """The addresses that a search gives."""
    return [one["url"] for one in json.loads(kb("search", "--json", query))["results"]]


def check_links(root: Path, kb: Kb, *addresses: str, site: bool = True) -> str:
    """Holds addresses against the site, as they stand in rules for alerts."""
    lines = [f"- runbook_url: https://kb.example/{address}\n" for address in addresses]
    write(root.parent, "alerts.yaml", "".join(lines))
    options = ("--site", "https://kb.example") if site else ()
    return kb("links", "check", root.parent / "alerts.yaml", *options)


def recorded(root: Path) -> list[str]:
    return (root / "glossary/ledger/addresses.txt").read_text(encoding="utf-8").splitlines()


def test_a_project_with_one_more_of_each_has_no_problems(root: Path, kb: Kb) -> None:
    assert kb("validate").endswith("no problems.\n")
    assert kb("schema", "--check") == ""
    where = "import generator; print(generator.__file__)"
    env = os.environ | {"PYTHONPATH": str(root)}
    told = subprocess.check_output([sys.executable, "-c", where], cwd=root, env=env, text=True)  # noqa: S603 - our own code
    assert told == f"{root}/generator/__init__.py\n"


def test_a_section_is_on_the_page_under_its_title(site: Path) -> None:
    html = page(site, "glossary/pipeline.html")
    _, heading, after = html.partition('<h2 id="observability">')
    assert heading
    assert after.startswith("Signals it gives")
    assert "<code>PipelineQuuxRuns</code>" in after[:300]
    contents = html[html.index('<nav class="md-nav md-nav--secondary"') :]
    assert 'href="#observability"' in contents


def test_a_section_is_found_shown_begun_and_described(root: Path, kb: Kb) -> None:
    assert found(kb, "PipelineQuuxRuns")[0] == "glossary/pipeline.html#observability"
    shown = kb("show", "pipeline")
    assert "Signals it gives" in shown
    assert "The metric PipelineQuuxRuns counts them." in shown
    path = root / kb("new", "entry", "quux-counter").strip()
    draft = path.read_text(encoding="utf-8")
    path.unlink()
    assert "# observability: |\n#   Which metrics and logs tell how it is doing.\n" in draft
    assert "observability" in json.loads(kb("schema"))["properties"]
    assert "glossary/pipeline.html#observability" in recorded(root)


def test_a_section_is_told_to_authors(site: Path) -> None:
    html = page(site, "sections.html")
    assert "<code>observability</code>" in html
    assert "Which metrics and logs tell how it is doing." in html


@pytest.mark.usefixtures("kb")
def test_a_section_that_is_missing_is_told_by_its_name(root: Path) -> None:
    path = root / "glossary/analytics/pipeline.yaml"
    text = path.read_text(encoding="utf-8")
    write(root, "glossary/analytics/pipeline.yaml", text.partition("\nobservability:")[0] + "\n")
    told = run(root, "validate")
    path.write_text(text, encoding="utf-8")
    assert told.returncode == 1
    assert '"observability"' in told.stdout


def test_an_overview_is_built_linked_and_known(root: Path, kb: Kb, site: Path) -> None:
    html = page(site, "owners.html")
    assert '<a href="glossary/pipeline.html">Pipeline</a>' in html
    assert 'href="owners.html"' in page(site, "a-z.html")
    told = check_links(root, kb, "owners.html", "owners.html#data-platform")
    assert told == "2 addresses, all of them alive.\n"
    assert "owners.html" in recorded(root)


def test_a_kind_is_built_found_and_known(root: Path, kb: Kb, site: Path) -> None:
    html = page(site, "notes/first-night.html")
    assert "<p>A note: What was seen while the moving walkway stood still.</p>" in html
    assert 'href="../glossary/pipeline.html"' in html
    assert found(kb, "zyzzogeton kind:note") == ["notes/first-night.html"]
    assert 'value="note"' in page(site, "a-z.html")
    assert "notes/first-night.html#afterwards" in recorded(root)
    told = check_links(root, kb, "notes/first-night.html#afterwards", site=False)
    assert told == "1 address, all of them alive.\n"


@pytest.mark.usefixtures("kb")
def test_a_document_of_a_new_kind_is_renamed_and_retired(root: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(root, tmp_path / "project", ignore=shutil.ignore_patterns("site")))
    assert run(copy, "rename", "first-night", "night-one").returncode == 0
    assert (copy / "content/notes/night-one.md").exists()
    moved = "notes/first-night.html#afterwards\tmoved\tnotes/night-one.html#afterwards"
    assert moved in recorded(copy)
    assert run(copy, "validate").returncode == 0
    assert run(copy, "build").returncode == 0
    assert "../notes/night-one.html" in page(copy / "site", "go/first-night.html")
    assert run(copy, "rename", "pipeline", "flow").returncode == 0
    assert "[[flow]]" in (copy / "content/notes/night-one.md").read_text(encoding="utf-8")
    assert run(copy, "retire", "night-one", "--why", "Over.").returncode == 0
    assert run(copy, "validate").returncode == 0
