"""The site as a whole: the same bytes everywhere, and never half of it."""

import filecmp
import gzip
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator import processes
from generator.kinds.entry.file import EntryFile
from generator.mkdocs_plugin import sharing
from generator.project.read import read_project
from generator.project.site import address_book, search_pages, search_sources
from generator.search.shards import write_index

from .project import BASE, DRAFT, ROOT, configure, kb, write


def copy_of_the_project(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in ("content", "glossary", "site_overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def small_project(folder: Path, sample: Path = BASE) -> Path:
    """A copy of a sample with the site's own configuration."""
    root = Path(shutil.copytree(sample, folder / "project"))
    configure(root)
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


def test_what_to_look_at_first_only_reads_and_shows_no_secret(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    path = "glossary/analytics/pipeline.yaml"
    entry = (root / path).read_text(encoding="utf-8")
    keys = (
        "      - id: keys\n        run: az datafactory integration-runtime list-auth-key"
        " --factory-name <factory-name> --name <pipeline-name> --resource-group <resource-group>\n"
        "        purpose: Show the keys.\n        effect: discover\n        reveals_secret: true\n"
    )
    show, delete = entry.index("      - id: show\n"), entry.index("      - id: delete\n")
    end = entry.index("architecture: |")
    write(root, path, entry[:show] + keys + entry[delete:end] + entry[show:delete] + entry[end:])
    assert kb("verify", "--project", root).status == 0
    assert kb("build", "--project", root).status == 0
    html = (root / "site/glossary/pipeline.html").read_text(encoding="utf-8")
    first = html[html.index('id="look-first"') :].split("</pre>")[0]
    assert "az datafactory pipeline show" in first


def test_the_same_input_gives_the_same_bytes_in_another_folder(tmp_path: Path) -> None:
    for name in ("one", "deep/down/other"):
        root = copy_of_the_project(tmp_path / name)
        assert kb("build", "--project", root).status == 0
    assert differing(tmp_path / "one/site", tmp_path / "deep/down/other/site") == []


def test_several_processes_write_the_same_bytes_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KB_SITE_URL", "https://kb.example/")
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


def test_a_home_page_that_is_called_as_the_site_is_says_so_once(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    home = "---\ntitle: Field & 'road' guide\ndescription: Short.\n---\n\n# Field & 'road' guide\n"
    write(root, "content/index.md", home)
    configuration = (root / "mkdocs.yml").read_text(encoding="utf-8")
    named = configuration.replace("Data integration field guide", "Field & 'road' guide")
    write(root, "mkdocs.yml", named)
    assert kb("build", "--project", root).status == 0
    html = (root / "site/index.html").read_text(encoding="utf-8")
    assert re.findall("<title>.*</title>", html) == [
        "<title>Field &amp; &#39;road&#39; guide</title>"
    ]
    other = (root / "site/a-z.html").read_text(encoding="utf-8")
    assert "<title>A to Z - Field &amp; &#39;road&#39; guide</title>" in other


def test_tabs_have_the_titles_that_the_navigation_declares(tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "project")
    assert kb("build", "--project", root).status == 0
    html = (root / "site/index.html").read_text(encoding="utf-8")
    tabs = re.findall(r'class="md-tabs__link"[^>]*>\s*(.*?)\s*<', html)
    assert tabs == ["Home", "Glossary", "Commands", "Errors", "Runbooks", "Guides", "For authors"]
    assert "<title>Errors and symptoms - " in (root / "site/symptoms.html").read_text("utf-8")


def test_a_failure_of_a_fork_is_a_failure_here(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise RuntimeError("the cause")

    with pytest.raises(ChildProcessError):
        processes.fork(fail)()
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
    assert [path.name for path in root.iterdir() if path.name.startswith(".")] == [".cache"]


def test_a_folder_that_is_no_site_is_never_replaced(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    write(root, "notes/diary.txt", "precious")
    run = kb("build", "--project", root, "--output", root / "notes")
    assert run.status == 2
    assert "is no site" in run.err
    assert (root / "notes/diary.txt").read_text(encoding="utf-8") == "precious"


def test_a_sitemap_is_not_the_mark_of_a_site(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    write(tmp_path, "target/sitemap.xml", "")
    write(tmp_path, "target/precious", "precious")
    run = kb("build", "--project", root, "--output", tmp_path / "target")
    assert run.status == 2
    told = f"{tmp_path}/target is no site: empty it first, or name another folder."
    assert told in " ".join(run.err.split())
    assert (tmp_path / "target/precious").read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize("files", [[".kb-site"], ["sitemap.xml", "search/root.js"]])
def test_a_site_is_replaced_also_one_that_an_older_version_built(
    tmp_path: Path, files: list[str]
) -> None:
    root = small_project(tmp_path)
    for path in [*files, "glossary/gone.html"]:
        write(tmp_path, f"target/{path}", "")
    assert kb("build", "--project", root, "--output", tmp_path / "target").status == 0
    assert not (tmp_path / "target/glossary/gone.html").exists()
    assert (tmp_path / "target/.kb-site").is_file()


@pytest.mark.parametrize("processes", [1, 3])
def test_the_sitemap_lists_every_page_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    monkeypatch.setenv("KB_SITE_URL", "https://kb.example/guide")
    monkeypatch.setattr(sharing, "WORTH_SHARING", 5)
    monkeypatch.setattr(sharing, "processes", lambda: processes)
    root = copy_of_the_project(tmp_path / "project")
    assert kb("build", "--project", root).status == 0
    sitemap = (root / "site/sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall("<loc>https://kb.example/guide/(.*)</loc>", sitemap)
    base, _ = read_project(ROOT)
    assert sorted(listed) == sorted(address_book(base).pages)
    assert not any(address.startswith("go/") for address in listed)
    assert gzip.decompress((root / "site/sitemap.xml.gz").read_bytes()).decode() == sitemap


def test_a_site_that_does_not_know_its_address_has_no_sitemap(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    assert kb("build", "--project", root).status == 0
    assert [*(root / "site").glob("sitemap*")] == []


def test_mkdocs_builds_the_site_alone_and_strictly(tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "project")
    mkdocs = Path(sys.executable).with_name("mkdocs")
    subprocess.run([mkdocs, "build", "--strict", "--quiet"], cwd=root, check=True)  # noqa: S603 - our own tool
    entry = (root / "site/glossary/dataset.html").read_text(encoding="utf-8")
    assert re.findall('aria-current="(.*)">\\s*(.*)\\s*<', entry) == [("true", "Glossary")]


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
    found = {address: one for page in searched(root / "site") for address, one in page.items()}
    entry = read_project(ROOT)[0].all(EntryFile)["linked-service"].entry
    assert entry.search_hints
    assert found["glossary/linked-service.html"]["hints"] == [*entry.search_hints]
    security = found["glossary/self-hosted-integration-runtime.html#security"]
    assert "DIAHostService" in security["text"]


def test_every_anchor_that_search_leads_to_is_on_its_page(tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "project")
    assert kb("build", "--project", root).status == 0
    addresses = [address for page in searched(root / "site") for address in page]
    assert len(addresses) > 400
    for page, _, anchor in (address.partition("#") for address in addresses):
        html = (root / "site" / page).read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in html, (page, anchor)


def test_an_unchanged_build_takes_its_index_from_the_last_one(tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "project")
    assert kb("build", "--project", root).status == 0
    kept = root / ".cache/search/root.js"
    before = kept.stat().st_mtime_ns
    assert kb("build", "--project", root).status == 0
    assert kept.stat().st_mtime_ns == before
    guide = root / "content/guides/index.md"
    guide.write_text(guide.read_text(encoding="utf-8") + "\nZanzibar\n", encoding="utf-8")
    assert kb("build", "--project", root).status == 0
    assert kept.stat().st_mtime_ns > before
    assert "Zanzibar" in "".join(map(str, searched(root / "site")))


def test_what_is_saved_during_a_build_is_found_after_the_next(tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "project")
    base, _ = read_project(root)
    guide = root / "content/guides/index.md"
    guide.write_text(guide.read_text(encoding="utf-8") + "\nZanzibar\n", encoding="utf-8")
    sources, pages = search_sources(root), search_pages(base)
    write_index(sources, pages, base.read_at, root / "site/search", root / ".cache/search")
    assert "Zanzibar" not in "".join(map(str, searched(root / "site")))
    shutil.rmtree(root / "site")
    assert kb("build", "--project", root).status == 0
    assert "Zanzibar" in "".join(map(str, searched(root / "site")))


def searched(site: Path) -> list[dict[str, dict[str, Any]]]:
    """The documents of each page in the index for browsers, by their addresses."""
    pages = []
    for script in sorted((site / "search/pages").iterdir()):
        _, content = script.read_text(encoding="utf-8").split(f'"pages/{script.stem}",')
        page = json.loads(content.removesuffix(")"))
        documents = page["documents"]
        address = page["address"]
        pages.append({address + (one["anchor"] and f"#{one['anchor']}"): one for one in documents})
    assert pages
    return pages
