"""Small projects on disk, and what the checks say about them."""

import re
import shutil
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from generator.cli import main
from generator.problem import Problem
from generator.project.read import read_project

ROOT = Path(__file__).parents[1]
CASES = Path(__file__).parent / "cases"
BASE = CASES / "_base"
EXPECTED = "expected.txt"
WITHOUT = "without.txt"
"""A case may hold one: paths of the base project that it lacks."""

ENTRY = "glossary/analytics/dataset.yaml"
DRAFT = """\
id: dataset
title: Dataset
domain: analytics
service: data-factory
status: draft
difficulty: beginner
owner: data-platform
definition: The shape of the data that an activity reads or writes.
"""
"""The least an entry must hold; `DRAFT + "related: [weather]"` is one with a problem."""
LINES = DRAFT.count("\n")


class Run(NamedTuple):
    """What one run of the command line printed, and its exit status."""

    status: int
    out: str
    err: str


NONE_RECORDED = (
    ' Published addresses: none recorded, none compared ("kb links record" begins it).\n'
)
"""What `kb validate` ends with in a project that has published nothing yet."""


def base_project(folder: Path) -> Path:
    """A copy of the valid project that every case changes."""
    return Path(shutil.copytree(BASE, folder / "project"))


def case_project(case: Path, folder: Path) -> Path:
    """The base project with the files of `case` laid over it."""
    root = base_project(folder)
    shutil.copytree(case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.txt"))
    for notes in case.glob("glossary/**/*.txt"):  # only those at the top are about the case
        shutil.copy(notes, root / notes.relative_to(case))
    if (case / WITHOUT).exists():
        for path in (case / WITHOUT).read_text(encoding="utf-8").splitlines():
            (root / path).unlink()
    return root


def configure(root: Path, site_url: str = "") -> None:
    """Gives a project the configuration and the templates of the site, but for the navigation."""
    shutil.copytree(ROOT / "site_overrides", root / "site_overrides", dirs_exist_ok=True)
    settings, _, _ = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")
    if site_url:
        ours = 'KB_SITE_URL, ""'
        assert ours in settings
        settings = settings.replace(ours, f'NO_SUCH_NAME, "{site_url}"')
    write(root, "mkdocs.yml", f"{settings}\n")


def write(root: Path, path: str, content: str | bytes) -> None:
    """Writes a file of a project, byte for byte."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def kb(*arguments: str | Path) -> Run:
    """Runs the command line; what it does not catch is raised here."""
    result = CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)
    return Run(result.exit_code, result.stdout, result.stderr)


def validate(root: Path, *options: str) -> Run:
    """`kb validate` on a project."""
    return kb("validate", "--project", root, *options)


def summary(complaints: Iterable[str]) -> str:
    """The last line of a run with these complaints, counted from their text alone."""
    lines = list(complaints)
    files = len({re.sub(r":\d+:\d+: KB\d{3} .*", "", line) for line in lines})
    warnings = sum(re.search(r": KB\d{3} warning: ", line) is not None for line in lines)
    problems = len(lines) - warnings
    told = [f"{problems} problem{'s' if problems != 1 else ''}"] if problems else []
    told += [f"{warnings} warning{'s' if warnings != 1 else ''}"] if warnings else []
    return f"{' and '.join(told)} in {files} file{'s' if files != 1 else ''}.\n"


def problems(root: Path) -> list[Problem]:
    """Every problem in a project, sorted, without the command line."""
    return read_project(root)[1]


def complaints(folder: Path, content: str | bytes, path: str = ENTRY) -> list[str]:
    """What is said about the base project with one more file."""
    root = base_project(folder)
    write(root, path, content)
    return [str(problem) for problem in problems(root)]


def places(folder: Path, content: str | bytes, path: str = ENTRY) -> list[tuple[int, int]]:
    """Line and column of what is said about one more file."""
    root = base_project(folder)
    write(root, path, content)
    return [(problem.place.line, problem.place.column) for problem in problems(root)]


def invisible(text: str) -> list[str]:
    """The characters of `text` that could move a cursor, begin a line or turn its direction."""
    return [
        character
        for character in text
        if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(character) in ("LRE", "RLE", "LRO", "RLO", "PDF")
        or unicodedata.bidirectional(character) in ("LRI", "RLI", "FSI", "PDI")
    ]
