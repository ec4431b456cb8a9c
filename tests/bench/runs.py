"""The measured runs: three sites and one validation for each size of corpus."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from .measure import Cost, Output, cost_of, output_of
from .projects import Projects, write_projects

PROJECT = Path(__file__).resolve().parents[2]
_VALIDATE = "from generator.cli import main; main()"


class Variant(StrEnum):
    """What is measured, by the name it has in the table."""

    OURS = "knowledge-base"
    OUTSIDE_NAV = "Material, outside nav"
    DEFAULT_NAV = "Material, default nav"
    VALIDATE = "kb validate"


@dataclass(frozen=True)
class Run:
    """One measured command, on pages of `words` each. A validation leaves no output."""

    size: int
    words: int
    variant: Variant
    cost: Cost
    output: Output | None


@dataclass(frozen=True)
class Plan:
    """What to measure. Sites with default navigation grow with the square of their pages."""

    sizes: Sequence[int]
    seed: int
    skip_default_nav_above: int | None
    keep: bool


def runs(plan: Plan, folder: Path, tell: Callable[[str], None]) -> Iterator[Run]:
    """Measure one thing after the other."""
    for size in plan.sizes:
        tell(f"{size:,} entries: writing the corpus")
        projects = write_projects(PROJECT, folder / f"{size}", size, plan.seed)
        for run in _of_one_size(projects, plan):
            tell(f"{size:,} entries: {run.variant} took {run.cost.seconds:.1f} s")
            yield run
        if not plan.keep:
            shutil.rmtree(folder / f"{size}")


def _of_one_size(projects: Projects, plan: Plan) -> Iterator[Run]:
    validation = [sys.executable, "-c", _VALIDATE, "validate", "--project", str(projects.root)]
    cost = cost_of(validation, PROJECT)
    yield Run(projects.size, projects.words, Variant.VALIDATE, cost, None)
    for variant, configuration in _builds(projects, plan.skip_default_nav_above):
        yield _build(projects, variant, configuration, keep=plan.keep)


def _builds(projects: Projects, limit: int | None) -> Iterator[tuple[Variant, Path]]:
    yield Variant.OURS, projects.ours
    yield Variant.OUTSIDE_NAV, projects.outside_nav
    if limit is None or projects.size <= limit:
        yield Variant.DEFAULT_NAV, projects.default_nav


def _build(projects: Projects, variant: Variant, configuration: Path, *, keep: bool) -> Run:
    site = configuration.parent / (
        "site" if variant is Variant.OURS else f"site-{configuration.stem}"
    )
    # Strict, so that a corpus with broken links is not measured as if it were right.
    command = ["-m", "mkdocs", "build", "--strict", "--config-file", str(configuration)]
    cost = cost_of([sys.executable, *command], PROJECT)
    run = Run(projects.size, projects.words, variant, cost, output_of(site))
    if not keep:
        shutil.rmtree(site)
    return run
