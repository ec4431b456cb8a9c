"""The files behind the search documents, each read for itself: only what changed is read."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.entry import Entry
from generator.guide import read_guide
from generator.knowledge_base import CONTENT, entry_paths, page_paths
from generator.problem import Problem
from generator.runbook import FOLDER as RUNBOOKS
from generator.runbook import read_runbook
from generator.search.documents import (
    SearchDocument,
    entry_documents,
    guide_documents,
    runbook_documents,
)
from generator.shape import fit
from generator.source import parse, parse_markdown, read


class SourceFile(NamedTuple):
    """A file that documents are made of; `stamp` changes when the file does.

    `changed` is when it did, in seconds since 1970.
    """

    path: str
    stamp: str
    changed: float


def source_files(root: Path) -> Iterator[SourceFile]:
    """Every file with something to find in it."""
    for path in (*entry_paths(root), *page_paths(root)):
        found = os.stat(f"{root}/{path}")  # noqa: PTH116 - ten thousand paths cost more than the files
        yield SourceFile(path, f"{found.st_mtime_ns}-{found.st_size}", found.st_mtime)


def read_documents(root: Path, path: str) -> list[SearchDocument]:
    """The documents of one file; none, where it cannot be read as what it should be."""
    text = read(root, path)
    if isinstance(text, Problem):
        return []
    if path.endswith(".md"):
        return _page(path, text)
    document, _ = parse(path, text)
    entry = fit(Entry, document)[0] if document else None
    return list(entry_documents(entry)) if entry else []


def _page(path: str, text: str) -> list[SearchDocument]:
    page, problems = parse_markdown(path, text)
    if problems:
        return []
    if path.startswith(f"{RUNBOOKS}/"):
        runbook, _ = read_runbook(page)
        return list(runbook_documents(runbook)) if runbook else []
    guide, _ = read_guide(page, path.removeprefix(f"{CONTENT}/"))
    return list(guide_documents(guide)) if guide else []
