"""What must hold in and between entries. Every check takes the knowledge base, gives problems."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.beside import beside, processes
from generator.checks.addresses import check_addresses
from generator.checks.commands import check_commands
from generator.checks.names import check_names
from generator.checks.references import check_references
from generator.checks.sections import check_sections
from generator.checks.sources import check_sources
from generator.checks.text import check_markup
from generator.checks.vocabulary import check_vocabulary
from generator.knowledge_base import KnowledgeBase
from generator.problem import Problem

Check = Callable[[KnowledgeBase], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    check_names,
    check_vocabulary,
    check_sections,
    check_sources,
    check_references,
    check_commands,
    check_addresses,
)
CHECKS_OF_TEXT: tuple[Check, ...] = (check_markup,)
"""These look at each text alone, and take as long as all others together."""

WORTH_SHARING = 500
"""Entries. Checking this many takes a quarter of a second."""


def check(base: KnowledgeBase) -> list[Problem]:
    """Every problem in what could be loaded, unsorted."""
    if len(base.files) < WORTH_SHARING or processes() == 1:
        return _run(CHECKS + CHECKS_OF_TEXT, base)
    files = list(base.files.items())
    cut = len(files) // 3
    mine, other = (replace(base, files=dict(part)) for part in (files[:cut], files[cut:]))
    rest = beside(lambda: _run(CHECKS_OF_TEXT, other))
    return _run(CHECKS, base) + _run(CHECKS_OF_TEXT, mine) + rest()


def _run(checks: tuple[Check, ...], base: KnowledgeBase) -> list[Problem]:
    return [problem for one in checks for problem in one(base)]
