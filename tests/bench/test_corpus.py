from pathlib import Path

from generator.kinds.entry.file import EntryFile
from generator.project.read import read_project

from .corpus import entries
from .projects import Projects, write_projects
from .runs import PROJECT

SIZE = 60  # more than there are services


def write(folder: Path) -> Projects:
    return write_projects(PROJECT, folder, SIZE, seed=1)


def test_corpus_has_no_problems(tmp_path: Path) -> None:
    base, problems = read_project(write(tmp_path).root)
    assert problems == []
    assert len(base.all(EntryFile)) == SIZE


def test_entry_files_hold_the_entries_of_the_corpus(tmp_path: Path) -> None:
    base, _ = read_project(write(tmp_path).root)
    assert {file.id: file.entry for file in base.all(EntryFile).values()} == {
        e.id: e for e in entries(SIZE, seed=1)
    }


def test_every_entry_is_also_a_markdown_page(tmp_path: Path) -> None:
    projects = write(tmp_path)
    pages = {page.stem for page in projects.default_nav.parent.rglob("glossary/*/*.md")}
    assert pages == {entry.id for entry in entries(SIZE, seed=1)}


def test_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    first, second = (texts(write(tmp_path / name)) for name in ("first", "second"))
    assert first == second


def texts(projects: Projects) -> dict[str, bytes]:
    """Give every file with text; configurations name the folder they are in."""
    folder = projects.root.parent
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix in {".md", ".yaml"}
    }
