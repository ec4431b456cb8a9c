"""What the measured figures have to reach."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from .runs import Run, Variant

MB = 1_000_000


@dataclass(frozen=True)
class Result:
    """A target beside what was measured; `met` is None where the runs for it are missing."""

    what: str
    wanted: str
    measured: str
    met: bool | None


def results(runs: Sequence[Run]) -> Iterator[Result]:
    """Judge every target, in the order of the report."""
    figures = {(run.size, run.variant): run for run in runs}

    def judge(
        what: str,
        compare: Callable[..., float],
        needed: Sequence[tuple[int, Variant]],
        limit: tuple[str, float],
        unit: str,
    ) -> Result:
        sign, bound = limit
        wanted = f"{sign} {bound:g}{unit}"
        if not all(key in figures for key in needed):
            return Result(what, wanted, "not measured", None)
        value = compare(*(figures[key] for key in needed))
        met = value >= bound if sign == "≥" else value < bound
        return Result(what, wanted, f"{value:{',.0f' if value >= 100 else '.3g'}}{unit}", met)

    ours, growth = Variant.OURS, [(1000, Variant.OURS), (3000, Variant.OURS)]
    for size, other, bound in ((1000, Variant.OUTSIDE_NAV, 6), (3000, Variant.DEFAULT_NAV, 20)):
        what = f"Faster than {other} at {size:,} entries"
        yield judge(what, _speed, [(size, ours), (size, other)], ("≥", bound), " times")
    yield judge("Time an entry at 3,000, by 1,000", _time_growth, growth, ("<", 1.1), " times")
    yield judge("Output an entry at 3,000, by 1,000", _size_growth, growth, ("<", 1.1), " times")
    yield judge("Peak memory at 3,000 entries", _peak, [(3000, ours)], ("<", 600), " MB")
    check = [(3000, Variant.VALIDATE)]
    yield judge("kb validate at 3,000 entries", _seconds, check, ("<", 6), " s")


def disturbed(runs: Sequence[Run]) -> list[Run]:
    """Find the runs that waited for a processor: other work on the machine spoilt their seconds.

    Told by plain Material, which is one process that never waits for anything else.
    """
    alone = (Variant.OUTSIDE_NAV, Variant.DEFAULT_NAV)
    return [
        run
        for run in runs
        if run.variant in alone and run.cost.processor_seconds < 0.93 * run.cost.seconds
    ]


def _speed(ours: Run, other: Run) -> float:
    return other.cost.seconds / ours.cost.seconds


def _time_growth(small: Run, large: Run) -> float:
    return (large.cost.seconds / large.size) / (small.cost.seconds / small.size)


def _size_growth(small: Run, large: Run) -> float:
    assert small.output is not None
    assert large.output is not None
    return (large.output.size / large.size) / (small.output.size / small.size)


def _peak(run: Run) -> float:
    return run.cost.peak / MB


def _seconds(run: Run) -> float:
    return run.cost.seconds
