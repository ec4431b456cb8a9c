"""What must hold in entries and between them."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.checks.addresses import check_addresses
from generator.checks.commands import check_commands
from generator.checks.names import check_names
from generator.checks.references import check_references
from generator.checks.sections import check_sections
from generator.checks.sources import check_sources
from generator.checks.text import check_markup
from generator.checks.vocabulary import check_vocabulary
from generator.knowledge_base import EntryFile, KnowledgeBase, load
from generator.problem import Problem

CHECKS_OF_A_FILE: tuple[Callable[[EntryFile], Iterator[Problem]], ...] = (
    check_sections,
    check_sources,
    check_commands,
    check_markup,
)
"""These look at one entry alone, so that they run where it is read."""

CHECKS_BETWEEN_FILES: tuple[Callable[[KnowledgeBase], Iterator[Problem]], ...] = (
    check_names,
    check_vocabulary,
    check_references,
    check_addresses,
)


def load_and_check(
    root: Path, on_file: Callable[[int], None] = lambda _: None
) -> tuple[KnowledgeBase, list[Problem]]:
    """What could be read of the project in `root`, and every problem in it, sorted.

    `on_file` is called for each file of the glossary, with the number of all.
    """
    # Nothing read here is garbage, and looking for some would take a third of the time.
    collects = gc.isenabled()
    gc.disable()
    try:
        base, problems = load(root, on_file, _of_a_file)
        between = [problem for check in CHECKS_BETWEEN_FILES for problem in check(base)]
    finally:
        if collects:
            gc.freeze()  # the first look for garbage would go through all of it
            gc.enable()
    return base, sorted({*problems, *between})


def _of_a_file(file: EntryFile) -> list[Problem]:
    return [problem for check in CHECKS_OF_A_FILE for problem in check(file)]
