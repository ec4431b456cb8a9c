"""Searching a project."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.project.site import search_sources
from generator.search import Ranked, parse_query
from generator.search.index import Answer, SearchIndex, open_index


def project_index(root: Path, on_file: Callable[[int], None] = lambda _: None) -> SearchIndex:
    """The index of a project, brought up to date. Raises BusyError, OSError (see `open_index`)."""
    return open_index(search_sources(root), on_file=on_file)


def search(index: SearchIndex, text: str, kind: str = "") -> Answer:
    """What answers a question; with `kind`, results of that kind only."""
    return index.search(parse_query(f"{text} kind:{kind}" if kind else text))


def result_data(one: Ranked) -> dict[str, Any]:
    """A result as JSON can hold it."""
    return {
        "kind": one.document.kind,
        "id": one.document.owner,
        "title": one.document.title,
        "url": one.document.location,
        "score": round(one.score, 1),
        "why": one.why,
    }
