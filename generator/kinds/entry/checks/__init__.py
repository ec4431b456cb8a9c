"""What must hold in an entry, and between entries."""

from collections.abc import Callable, Iterable

from generator.kinds.entry.checks.circles import check_circles
from generator.kinds.entry.checks.commands import check_commands
from generator.kinds.entry.checks.effects import check_effects
from generator.kinds.entry.checks.evidence import check_evidence
from generator.kinds.entry.checks.names import check_names
from generator.kinds.entry.checks.sections import check_sections
from generator.kinds.entry.checks.sources import check_sources
from generator.kinds.entry.checks.words import check_words
from generator.kinds.entry.file import EntryFile
from generator.knowledge_base import KnowledgeBase
from generator.problem import Problem
from generator.verify import Verifier

CHECKS_OF_A_FILE: tuple[Callable[[EntryFile, Verifier], Iterable[Problem]], ...] = (
    check_sections,
    check_sources,
    check_commands,
    check_effects,
    check_evidence,
)
"""These look at one entry alone, so that they run where it is read."""

CHECKS: tuple[Callable[[KnowledgeBase], Iterable[Problem]], ...] = (
    check_names,
    check_words,
    check_circles,
)
"""These look at all entries."""

__all__ = ["CHECKS", "CHECKS_OF_A_FILE"]
