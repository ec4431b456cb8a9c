"""What our search has to reach."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import ceil
from statistics import mean, median

from tests.bench.targets import MB, Result

from .engine import Name
from .measured import Cold, Measured

KB = 1_000
_LARGE = (3_000, 10_000)
_Figure = Callable[[Measured], float | None]


def results(all_measured: Sequence[Measured]) -> Iterator[Result]:
    """Judge every target, in the order of the report."""
    ours = {one.size: one for one in all_measured if one.engine.name is Name.OURS}
    for size in _LARGE:
        at = f"at {size:,} entries"
        one = ours.get(size)
        yield _at_most(f"Most sent until the first result, {at}", 120, " kB", one, _sent)
        yield _at_most(f"Most requests until the first result, {at}", 8, "", one, _requests)
        yield _below(f"First result after the first key, {at}", 250, " ms", one, _first_result)
        yield _below(f"95 of 100 keys on a warm page, {at}", 40, " ms", one, _slow_key)
    yield _growth("Sent at 10,000 entries, by 1,000", ours, lambda cold: cold.size)
    yield _growth("Requests at 10,000 entries, by 1,000", ours, lambda cold: cold.requests)
    for size, one in ours.items():
        at = f"an entry, at {size:,} entries"
        yield _below(f"Index built, {at}", 12, " ms", one, _build)
        yield _below(f"Unchanged index built, {at}", 1, " ms", one, _unchanged)
    memory = "Memory for the index, at 10,000 entries"
    yield _below(memory, 400, " MB", ours.get(10_000), lambda one: one.engine.index.memory / MB)


def percentile(values: Sequence[float], share: float) -> float:
    """Give the smallest value that this share of all does not exceed."""
    return sorted(values)[ceil(len(values) * share) - 1]


def _sent(one: Measured) -> float | None:
    return max((cold.size / KB for cold in one.typed), default=None)


def _requests(one: Measured) -> float | None:
    return max((cold.requests for cold in one.typed), default=None)


def _first_result(one: Measured) -> float | None:
    return median(cold.milliseconds for cold in one.typed) if one.typed else None


def _slow_key(one: Measured) -> float | None:
    return (
        percentile([key.begun for key in one.warm.keys], 0.95)
        if one.warm and one.warm.keys
        else None
    )


def _build(one: Measured) -> float:
    return one.engine.index.seconds * 1000 / one.size


def _unchanged(one: Measured) -> float | None:
    seconds = one.engine.index.unchanged
    return None if seconds is None else seconds * 1000 / one.size


def _at_most(what: str, bound: float, unit: str, one: Measured | None, figure: _Figure) -> Result:
    return _judged(what, ("≤", bound, unit), figure(one) if one else None, missing=one is None)


def _below(what: str, bound: float, unit: str, one: Measured | None, figure: _Figure) -> Result:
    return _judged(what, ("<", bound, unit), figure(one) if one else None, missing=one is None)


def _growth(what: str, ours: Mapping[int, Measured], figure: Callable[[Cold], float]) -> Result:
    """Compare the means of the first keys."""
    pair = [ours[size].typed for size in (1_000, 10_000) if size in ours]
    wanted = ("≤", 1.15, " times")
    if len(pair) < 2:
        return _judged(what, wanted, None, missing=True)
    if not all(pair):
        return _judged(what, wanted, None, missing=False)
    small, large = (mean(map(figure, colds)) for colds in pair)
    return _judged(what, wanted, large / small, missing=False)


def _judged(
    what: str, wanted: tuple[str, float, str], value: float | None, *, missing: bool
) -> Result:
    """Judge a figure. Without one the target is missed, unless its size was not measured."""
    sign, bound, unit = wanted
    text = f"{sign} {bound:g}{unit}"
    if value is None:
        return Result(
            what, text, "not measured" if missing else "no answer", None if missing else False
        )
    met = value <= bound if sign == "≤" else value < bound
    return Result(what, text, f"{value:{',.0f' if value >= 100 else '.3g'}}{unit}", met)
