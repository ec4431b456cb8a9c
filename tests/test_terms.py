"""The life of a term: what takes the place of an old one, and names with several meanings."""

from pathlib import Path

import pytest

from .project import DRAFT, Run, kb, validate, write
from .test_build import small_project

OLD = DRAFT.replace("draft", "deprecated") + "replaced_by: pipeline\naliases: [Data shape]\n"


def job(entry: str, domain: str, service: str, distinction: str) -> str:
    """An entry called Job."""
    text = DRAFT.replace("id: dataset", f"id: {entry}").replace("title: Dataset", "title: Job")
    text = text.replace("domain: analytics", f"domain: {domain}")
    text = text.replace("service: data-factory", f"service: {service}")
    return f"{text}distinction: {distinction}\naliases: [{entry} alias]\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("generator.search.index.user_cache_path", lambda _: tmp_path / "cache")
    return small_project(tmp_path)


def page(root: Path, address: str) -> str:
    return (root / "site" / address).read_text(encoding="utf-8")


def found(root: Path, *words: str) -> Run:
    return kb("search", *words, "--project", root)


def test_a_deprecated_entry_leads_on_wherever_it_is_shown(root: Path) -> None:
    write(root, "glossary/analytics/dataset.yaml", OLD)
    assert validate(root).status == 0
    assert kb("build", "--project", root).status == 0
    own = page(root, "glossary/dataset.html")
    assert '<p class="kb-deprecated"><strong>Deprecated.</strong> Use <a' in own
    assert 'href="../glossary/pipeline.html"' in own
    listed = page(root, "a-z.html")
    assert "<dd>deprecated, see <a" in listed
    assert "Deprecated: see pipeline. The shape of the data" in found(root, "data", "shape").out
    assert "Deprecated" in kb("show", "dataset", "--project", root).out


def write_two_jobs(root: Path) -> None:
    """Two entries of one title, each of a domain of its own."""
    write(
        root,
        "glossary/analytics/batch-job.yaml",
        job("batch-job", "analytics", "data-factory", "in a pool"),
    )
    write(
        root,
        "glossary/storage/copy-job.yaml",
        job("copy-job", "storage", "blob-storage", "of an account"),
    )


def test_a_name_of_two_domains_has_a_page_that_tells_its_meanings_apart(root: Path) -> None:
    write_two_jobs(root)
    here = DRAFT + "why_it_matters: It waits for a [[job]].\n"
    write(root, "glossary/analytics/dataset.yaml", here)
    assert validate(root).status == 0
    assert kb("build", "--project", root).status == 0
    told = page(root, "names/job.html")
    assert 'href="../glossary/batch-job.html">Job</a> in a pool, Analytics' in told
    assert 'href="../glossary/copy-job.html">Job</a> of an account, Storage' in told
    assert 'href="../names/job.html">What else it means</a>' in page(root, "glossary/copy-job.html")
    assert 'href="../glossary/batch-job.html"' in page(root, "glossary/dataset.html")
    assert "Mentioned by" in page(root, "glossary/batch-job.html")
    assert "Mentioned by" not in page(root, "glossary/copy-job.html")
    both = found(root, "job").out
    assert "Job (in a pool)" in both
    assert "Job (of an account)" in both


def test_showing_a_name_of_two_entries_asks_which(root: Path) -> None:
    write_two_jobs(root)
    run = kb("show", "job", "--project", root)
    assert (run.status, run.err) == (
        1,
        '"job" is the name of several: batch-job (in a pool), copy-job (of an account).\n',
    )
    assert kb("show", "copy-job", "--project", root).status == 0
