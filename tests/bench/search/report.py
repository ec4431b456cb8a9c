"""The figures as Markdown."""

import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from statistics import median

from generator.search import Golden, Score
from tests.bench.report import as_markdown, result_rows
from tests.bench.targets import MB, Result

from .golden import Scored
from .measured import Cold, Measured
from .queries import questions
from .sites import PAGEFIND_VERSION
from .targets import KB, percentile

_INDEX_HEAD = ("entries", "what", "seconds", "unchanged s", "memory MB", "index MB", "files")
_COLD_HEAD = (
    "entries",
    "what",
    "answered",
    "requests",
    "most",
    "kB",
    "most kB",
    "ms",
    "slowest ms",
)
_WARM_HEAD = (
    "entries",
    "what",
    "keys",
    "not answered",
    "ms",
    "95 of 100 ms",
    "complete ms",
    "95 of 100 complete ms",
    "tab MB",
    "kept MB",
)


@dataclass(frozen=True)
class Figures:
    """All that the report tells."""

    measured: Sequence[Measured]
    results: Sequence[Result]
    scored: Sequence[Scored]
    golden: Sequence[Golden]
    chromium: str
    seed: int


def markdown_report(figures: Figures) -> str:
    """Write the whole report: where and when, the targets, the runs, the golden queries."""
    found = figures.measured
    asked = len(questions(found[0].size, figures.seed))
    letters = sum(one.text[0].isalnum() for one in questions(found[0].size, figures.seed))
    return f"""# Search

Measured on {datetime.now(UTC):%Y-%m-%d} with Chromium {figures.chromium} and Python \
{platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores: \
mkdocs-material {version("mkdocs-material")}, Pagefind {PAGEFIND_VERSION}.

Three engines search the same site: the knowledge base's own search, the search of Material for
MkDocs with an index that its own plugin makes of the pages, and Pagefind on these pages. Both
others leave out forms and the definitions that show on hover, which are no text of the page. The
corpora are made up (seed {figures.seed}), as for [the other benchmark](bench-site.md).

{as_markdown(result_rows(figures.results))}
## Index

Seconds and memory are those of making the index alone, without reading the entries or pages; for
Pagefind they are those of its whole command, which reads the pages. Unchanged is a second build
with nothing changed since the first.

{as_markdown([_INDEX_HEAD, *map(_index_row, found)])}
## First result

Each question is asked on a page that was just loaded into an empty cache from a local server,
without compression, one second after its load event. Counted are all responses that the page would
not need without search, workers and indexes that are loaded in advance included. The time is from
the question to the first result in the list. Columns are medians over the questions that were
answered, and the worst. An engine is asked no more after a minute, or when a page of it has not
answered after two.

The first key of {letters} questions:

{as_markdown([_COLD_HEAD, *(_cold_row(one, one.typed, letters) for one in found)])}
{asked} whole questions, pasted at once:

{as_markdown([_COLD_HEAD, *(_cold_row(one, one.pasted, asked) for one in found)])}
## Typing

The beginnings of the same questions, typed key by key on one page, each key when the answer to the
one before has come: times until the answer begins to show, and until it is complete. Pagefind's own
box waits for 300 ms after a key, the one made for it here does not. The tab's memory is that of all
processes that run pages after this, less that of the same page when the server has nothing that
search asks for; kept is what remains when all garbage has been collected.

{as_markdown([_WARM_HEAD, *map(_warm_row, found)])}
## Right answers

The {len(figures.golden)} golden queries of the project, asked on its own site: the share of queries
with a right answer first, the share with one among the first three, and the mean reciprocal rank.
The two others are asked for the right page only; our own also for the place on it.

{as_markdown(list(_golden_rows(figures)))}
`python -m tests.bench.search --report docs/reports/bench-search.md` measures again.
"""


def _index_row(one: Measured) -> tuple[str, ...]:
    index = one.engine.index
    return (
        *_name(one),
        f"{index.seconds:.1f}",
        "" if index.unchanged is None else f"{index.unchanged:.1f}",
        f"{index.memory / MB:,.0f}",
        f"{index.size / MB:,.1f}",
        f"{index.files:,}",
    )


def _cold_row(one: Measured, colds: Sequence[Cold], asked: int) -> tuple[str, ...]:
    head = (*_name(one), f"{len(colds)} of {asked}")
    if not colds:
        return (*head, *[""] * 6)
    requests = [cold.requests for cold in colds]
    sizes = [cold.size / KB for cold in colds]
    times = [cold.milliseconds for cold in colds]
    return (*head, *(f"{figure(values):,.0f}" for values in (requests, sizes, times)
                     for figure in (median, max)))  # fmt: skip


def _warm_row(one: Measured) -> tuple[str, ...]:
    warm = one.warm
    if warm is None or not warm.keys:
        return (*_name(one), "no answer", *[""] * 7)
    return (
        *_name(one),
        f"{len(warm.keys):,}",
        f"{warm.unanswered:,}",
        *(
            f"{figure:,.0f}"
            for times in zip(*warm.keys, strict=True)
            for figure in (median(times), percentile(times, 0.95))
        ),
        f"{warm.memory.used / MB:,.0f}",
        f"{warm.memory.kept / MB:,.0f}",
    )


def _name(one: Measured) -> tuple[str, str]:
    return f"{one.size:,}", one.engine.name


def _golden_rows(figures: Figures) -> Iterator[tuple[str, ...]]:
    columns = [_with_all(one.scores) for one in figures.scored]
    names = (f"{one.engine}, {'place' if one.exact else 'page'}" for one in figures.scored)
    yield ("what", "queries", *names)
    for row in zip(*columns, strict=True):
        yield (row[0].kind, f"{row[0].queries}", *map(_shares, row))


def _with_all(scores: Sequence[Score]) -> list[Score]:
    queries = sum(one.queries for one in scores)
    hit1, hit3, mrr = (
        sum(getattr(one, name) * one.queries for one in scores) / queries
        for name in ("hit1", "hit3", "mrr")
    )
    return [*scores, Score("all", queries, hit1, hit3, mrr)]


def _shares(score: Score) -> str:
    return f"{score.hit1:.0%} / {score.hit3:.0%} / {score.mrr:.2f}"
