"""Reading a project: everything in it, and every problem."""

import gc
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.catalog import FOLDER as CATALOGS
from generator.catalog import read_catalogs
from generator.checks.references import check_references
from generator.kinds import FILES, KINDS
from generator.knowledge_base import KnowledgeBase, load
from generator.problem import Place, Problem
from generator.problem.evidence import BROKEN_CATALOG
from generator.project.check_addresses import check_addresses
from generator.project.check_assets import check_assets
from generator.project.check_config import check_config
from generator.project.check_destinations import check_destinations
from generator.project.check_parameters import check_parameters
from generator.transaction import recover
from generator.verify import Verifier

CHECKS: tuple[Callable[[KnowledgeBase], Iterable[Problem]], ...] = (
    *(check for kind in KINDS for check in kind.checks),
    check_references,
    check_parameters,
    check_addresses,
    check_destinations,
    check_assets,
    check_config,
)
"""They look at all that was read. What concerns one file alone is checked where it is read."""


def read_project(
    root: Path, on_file: Callable[[int], None] = lambda _: None
) -> tuple[KnowledgeBase, list[Problem]]:
    """What could be read of the project in `root`, and every problem in it, sorted.

    `on_file` is called for each document, with the number of all.
    """
    # Nothing read here is garbage, and looking for some would take a third of the time.
    collects = gc.isenabled()
    gc.disable()
    recover(root)
    try:
        catalogs, broken = read_catalogs(root)
        base, problems = load(root, FILES, Verifier(catalogs), on_file)
        problems += [
            BROKEN_CATALOG.at(Place(f"{CATALOGS}/{error.file}"), what=error.what)
            for error in broken
        ]
        between = [problem for check in CHECKS for problem in check(base)]
    finally:
        if collects:
            gc.freeze()  # the first look for garbage would go through all of it
            gc.enable()
    return base, sorted({*problems, *between})
