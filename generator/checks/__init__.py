"""What must hold in and between entries. Every check takes the knowledge base, gives problems."""

from collections.abc import Callable, Iterator

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

CHECKS: tuple[Callable[[KnowledgeBase], Iterator[Problem]], ...] = (
    check_names,
    check_vocabulary,
    check_sections,
    check_sources,
    check_markup,
    check_references,
    check_commands,
    check_addresses,
)


def check(base: KnowledgeBase) -> list[Problem]:
    """Every problem in what could be loaded, unsorted."""
    return [problem for one in CHECKS for problem in one(base)]
