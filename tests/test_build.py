"""The site as a whole: the same bytes everywhere, and never half of it."""

import filecmp
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import beside
from generator.checks import load_and_check
from generator.mkdocs_plugin import sharing

from .project import DRAFT, base_project, kb, write

ROOT = Path(__file__).parents[1]


def copy_of_the_project(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in ("content", "glossary", "site_overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def small_project(folder: Path) -> Path:
    """The base project with the site's own configuration."""
    root = base_project(folder)
    shutil.copytree(ROOT / "site_overrides", root / "site_overrides")
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    before_nav, _, _ = configuration.partition("\nnav:")
    write(root, "mkdocs.yml", before_nav + "\n")
    return root


def differing(one: Path, other: Path) -> list[str]:
    """Every path that is not the same file in both folders."""
    paths = {
        path.relative_to(folder).as_posix()
        for folder in (one, other)
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert len(paths) > 60
    _, different, missing = filecmp.cmpfiles(one, other, sorted(paths), shallow=False)
    return different + missing


def test_the_same_input_gives_the_same_bytes_in_another_folder(tmp_path: Path) -> None:
    for name in ("one", "deep/down/other"):
        root = copy_of_the_project(tmp_path / name)
        assert kb("build", "--project", root).status == 0
    assert differing(tmp_path / "one/site", tmp_path / "deep/down/other/site") == []


def test_several_processes_write_the_same_bytes_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_of_the_project(tmp_path / "project")
    assert kb("build", "--project", root, "--output", tmp_path / "one").status == 0
    monkeypatch.setattr(sharing, "WORTH_SHARING", 5)
    monkeypatch.setattr(sharing, "processes", lambda: 3)
    assert kb("build", "--project", root, "--output", tmp_path / "three").status == 0
    assert differing(tmp_path / "one", tmp_path / "three") == []


def test_a_title_is_escaped_exactly_once(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    changed = DRAFT.replace("title: Dataset", "title: Data & <sets>")
    write(root, "glossary/analytics/dataset.yaml", changed)
    assert kb("build", "--project", root).status == 0
    html = (root / "site/glossary/dataset.html").read_text(encoding="utf-8")
    assert "<title>Data &amp; &lt;sets&gt; - " in html
    assert '<meta property="og:title" content="Data &amp; &lt;sets&gt;">' in html
    assert "&amp;amp;" not in html


def test_a_failure_beside_is_a_failure_here(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise RuntimeError("the cause")

    with pytest.raises(ChildProcessError):
        beside.beside(fail)()
    assert "the cause" in capfd.readouterr().err


def test_a_build_with_problems_leaves_the_old_site_as_it_was(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    assert kb("build", "--project", root).status == 0
    before = (root / "site/index.html").read_bytes()
    write(root, "glossary/analytics/dataset.yaml", DRAFT + "related: [weather]\n")
    run = kb("build", "--project", root)
    assert run.status == 1
    assert 'KB405 no entry has the id "weather"' in run.out
    assert (root / "site/index.html").read_bytes() == before
    assert [path.name for path in root.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_is_no_site_is_never_replaced(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    write(root, "notes/diary.txt", "precious")
    run = kb("build", "--project", root, "--output", root / "notes")
    assert run.status == 2
    assert "is no site" in run.err
    assert (root / "notes/diary.txt").read_text(encoding="utf-8") == "precious"


def test_mkdocs_builds_the_site_alone_and_strictly(tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "project")
    mkdocs = Path(sys.executable).with_name("mkdocs")
    subprocess.run([mkdocs, "build", "--strict", "--quiet"], cwd=root, check=True)  # noqa: S603 - our own tool
    assert (root / "site/glossary/dataset.html").is_file()


def test_mkdocs_shows_the_problems_and_fails(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    write(root, "glossary/analytics/dataset.yaml", DRAFT + "related: [weather]\n")
    mkdocs = Path(sys.executable).with_name("mkdocs")
    run = subprocess.run(  # noqa: S603 - our own tool
        [mkdocs, "build"], cwd=root, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert 'glossary/analytics/dataset.yaml:9:11: KB405 no entry has the id "weather"' in run.stderr
    assert "Traceback" not in run.stderr


def test_search_knows_hints_and_section_texts(tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "project")
    assert kb("build", "--project", root).status == 0
    index = json.loads((root / "site/search/search_index.json").read_text(encoding="utf-8"))
    found = {one["location"]: one["text"] for one in index["docs"]}
    entry = load_and_check(ROOT)[0].files["linked-service"].entry
    assert entry.search_hints
    assert all(hint in found["glossary/linked-service.html"] for hint in entry.search_hints)
    assert "DIAHostService" in found["glossary/self-hosted-integration-runtime.html#security"]
    for location in found:
        assert (root / "site" / location.partition("#")[0]).is_file(), location


def test_every_anchor_that_search_leads_to_is_on_its_page(tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "project")
    assert kb("build", "--project", root).status == 0
    index = json.loads((root / "site/search/search_index.json").read_text(encoding="utf-8"))
    anchors = [one["location"].split("#") for one in index["docs"] if "#" in one["location"]]
    assert len(anchors) > 300
    for page, anchor in anchors:
        html = (root / "site" / page).read_text(encoding="utf-8")
        assert f'id="{anchor}"' in html, (page, anchor)
