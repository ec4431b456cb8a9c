"""What must hold in entries and between them."""

import gc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from generator.catalog import FOLDER as CATALOGS
from generator.catalog import read_catalogs
from generator.checks.addresses import check_addresses
from generator.checks.commands import check_commands
from generator.checks.effects import check_effects
from generator.checks.evidence import check_evidence
from generator.checks.guides import check_guides
from generator.checks.names import check_names
from generator.checks.parameters import check_parameters
from generator.checks.references import check_references
from generator.checks.runbook_texts import check_runbook_texts
from generator.checks.runbooks import check_runbooks
from generator.checks.sections import check_sections
from generator.checks.sources import check_sources
from generator.checks.text import check_markup
from generator.checks.vocabulary import check_vocabulary
from generator.knowledge_base import EntryFile, KnowledgeBase, load
from generator.problem import Place, Problem
from generator.problem.evidence import BROKEN_CATALOG
from generator.verify import Verifier

CHECKS_OF_A_FILE: tuple[Callable[[EntryFile], Iterator[Problem]], ...] = (
    check_sections,
    check_sources,
    check_markup,
)
"""These, and those of commands, look at one entry alone, so that they run where it is read."""

CHECKS_BETWEEN_FILES: tuple[Callable[[KnowledgeBase], Iterator[Problem]], ...] = (
    check_names,
    check_vocabulary,
    check_references,
    check_addresses,
    check_parameters,
    check_runbooks,
    check_runbook_texts,
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
        catalogs, broken = read_catalogs(root)
        verifier = Verifier(catalogs)
        base, problems = load(root, verifier, on_file, partial(_of_a_file, verifier))
        problems += [
            BROKEN_CATALOG.at(Place(f"{CATALOGS}/{error.file}"), what=error.what)
            for error in broken
        ]
        between = [problem for check in CHECKS_BETWEEN_FILES for problem in check(base)]
        between += check_guides(base, verifier)
    finally:
        if collects:
            gc.freeze()  # the first look for garbage would go through all of it
            gc.enable()
    return base, sorted({*problems, *between})


def _of_a_file(verifier: Verifier, file: EntryFile) -> list[Problem]:
    found = [problem for check in CHECKS_OF_A_FILE for problem in check(file)]
    return [
        *found,
        *check_commands(file, verifier),
        *check_effects(file, verifier),
        *check_evidence(file, verifier),
    ]
