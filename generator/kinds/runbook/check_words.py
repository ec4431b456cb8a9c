"""Whom a runbook names, and the day somebody followed it."""

from collections.abc import Iterator

from generator.checks.words import known_word
from generator.clock import latest_day
from generator.kinds.runbook.model import Runbook
from generator.knowledge_base import KnowledgeBase
from generator.problem import Problem
from generator.problem.shape import FUTURE_DAY
from generator.vocabulary import EMPTY


def check_words(base: KnowledgeBase) -> Iterator[Problem]:
    """The owner is a known word, and no runbook was followed tomorrow."""
    for runbook in base.all(Runbook).values():
        if base.vocabulary is not EMPTY:
            owner, known = runbook.front.owner, base.vocabulary.owners
            yield from known_word(runbook.document, ("owner",), "owner", owner, known)
        exercised = runbook.front.exercised
        if exercised is not None and exercised.on > latest_day():
            place = runbook.document.place(("exercised", "on"))
            yield FUTURE_DAY.at(place, value=exercised.on)
