"""The three sites that are searched, and what their indexes cost to make."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import CommandFailed, cost_of, output_of
from tests.bench.runs import PROJECT
from tests.bench.targets import MB

from .engine import THEME, Engine, Index, Name, Places
from .material_index import FOLDERS

PAGEFIND_VERSION = "1.5.2"
_PAGEFIND_PAGE = Places("#box", "#answer", "#results > li", "#results a")
_WORKER = re.compile(r'("search": ")[^"]*(")')
_OUR_SCRIPT = re.compile(r'<script src="assets/kb/search\.js"></script>')


def engines(project: Path, site: Path, folder: Path) -> Iterator[Engine]:
    """Set up the engines one by one, on one built site. `folder` takes what they write."""
    yield _ours(project, site, folder / "index")
    yield _material(site, folder / "material")
    yield _pagefind(site, folder / "pagefind")


def _ours(project: Path, site: Path, folder: Path) -> Engine:
    figures = _figures("build_index", project, folder)
    disk = output_of(site / "search")
    index = Index(
        figures["seconds"],
        figures["added_mb"] * MB,
        disk.size,
        disk.files,
        figures["unchanged_seconds"],
    )
    return Engine(Name.OURS, site, THEME, ("search",), index)


def _material(site: Path, copy: Path) -> Engine:
    """Give the site back the search of the theme: its worker, and an index of the pages."""
    ours = shutil.ignore_patterns("search")
    shutil.copytree(site, copy, copy_function=os.link, ignore=ours)
    (worker,) = copy.glob("assets/javascripts/workers/search.*.min.js")
    page = copy / "index.html"
    html = page.read_text(encoding="utf-8")
    page.unlink()  # the file itself is shared with the site
    name = worker.relative_to(copy).as_posix()
    html = _OUR_SCRIPT.sub("", _WORKER.sub(rf"\g<1>{name}\2", html))
    page.write_text(html, encoding="utf-8")
    file = copy / "search" / "search_index.json"
    file.parent.mkdir()
    figures = _figures("material_index", site, file)
    size = file.stat().st_size
    index = Index(figures["seconds"], figures["added_mb"] * MB, size, 1)
    return Engine(Name.MATERIAL, copy, THEME, ("/search/", "/workers/"), index)


def _pagefind(site: Path, folder: Path) -> Engine:
    output = folder / "pagefind"
    command = [
        str(_pagefind_binary()),
        *("--site", str(site), "--output-path", str(output), "--keep-index-url"),
        *("--glob", f"{{{','.join(FOLDERS)}}}/**/*.html"),
        # What it does not leave out by itself: definitions of other terms, shown on hover.
        *("--root-selector", "article", "--exclude-selectors", ".kb-definitions, .headerlink"),
    ]
    cost = cost_of(command, PROJECT)
    shutil.copyfile(Path(__file__).with_name("pagefind.html"), folder / "index.html")
    disk = output_of(output)
    index = Index(cost.seconds, cost.peak, disk.size, disk.files)
    return Engine(Name.PAGEFIND, folder, _PAGEFIND_PAGE, ("/pagefind/",), index)


def _pagefind_binary() -> Path:
    """Find the binary, in an environment of its own: the project does not need it."""
    environment = PROJECT / ".venv-pagefind"
    pattern = "lib/python*/site-packages/pagefind_bin/pagefind"
    if not any(environment.glob(pattern)):
        python = str(environment / "bin" / "python")
        _run(sys.executable, "-m", "venv", str(environment))
        quiet = ("--quiet", "--disable-pip-version-check")
        _run(python, "-m", "pip", "install", *quiet, f"pagefind[bin]=={PAGEFIND_VERSION}")
    (binary,) = environment.glob(pattern)
    return binary


def _figures(module: str, *given: Path) -> dict[str, float]:
    answer: dict[str, float] = json.loads(
        _run(sys.executable, "-m", f"tests.bench.search.{module}", *map(str, given))
    )
    return answer


def _run(*command: str) -> str:
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if done.returncode != 0:
        words = " ".join(command)
        raise CommandFailed(f"{words} ended with {done.returncode}:\n{done.stderr[-3000:]}")
    return done.stdout
