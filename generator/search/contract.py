"""The search contract: questions with the answers that are right, in classes with a gate each."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import yaml


class Golden(NamedTuple):
    """A query, and the locations that may come first."""

    kind: str
    query: str
    expect: tuple[str, ...]


class Score(NamedTuple):
    """Of one class: how many queries, and shares of them from 0 to 1."""

    kind: str
    queries: int
    hit1: float
    hit3: float
    mrr: float


class Missed(NamedTuple):
    """A query whose first answer is not one of those that are right; `rank` counts from 1."""

    golden: Golden
    rank: int | None
    first: str


def read_golden(path: Path) -> list[Golden]:
    """The golden file."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Golden(row["class"], row["query"], tuple(row["expect"])) for row in rows]


def evaluate(
    golden: Iterable[Golden], answer: Callable[[str], list[str]]
) -> tuple[list[Score], list[Missed]]:
    """Scores per class, and what missed. `answer` gives locations, the best first."""
    ranks: dict[str, list[int | None]] = {}
    missed = []
    for one in golden:
        found = answer(one.query)
        rank = next((n for n, location in enumerate(found, 1) if location in one.expect), None)
        ranks.setdefault(one.kind, []).append(rank)
        if rank != 1:
            missed.append(Missed(one, rank, found[0] if found else ""))
    return [_score(kind, found) for kind, found in ranks.items()], missed


def _score(kind: str, ranks: list[int | None]) -> Score:
    number = len(ranks)
    return Score(
        kind,
        number,
        sum(rank == 1 for rank in ranks) / number,
        sum(rank is not None and rank <= 3 for rank in ranks) / number,
        sum(1 / rank for rank in ranks if rank) / number,
    )
