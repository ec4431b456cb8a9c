"""The golden queries of the project, asked of the engines on the project's own site."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from playwright.sync_api import Playwright

from generator.search import Golden, Score, evaluate, read_golden
from tests.bench.runs import PROJECT

from .engine import Engine, Name
from .server import served
from .tab import NoAnswer, Tab, browser, tab

_PATIENCE = 20
# The theme groups the results of a page, and writes the score of each down.
_BEST_FIRST = """links => links.map((link, place) => {
  const result = link.querySelector("[data-md-score]");
  return { link, order: result ? -result.dataset.mdScore : place };
}).sort((one, other) => one.order - other.order).map(({ link }) => {
  const { pathname, hash } = new URL(link.href);
  return pathname.slice(1) + hash;
})"""


class Scored(NamedTuple):
    """What an engine reached in each class; `exact` when a place on the page counted, too."""

    engine: Name
    exact: bool
    scores: Sequence[Score]


def golden_queries() -> list[Golden]:
    """Read the golden queries, and those on which no weight was chosen, in classes apart."""
    folder = PROJECT / "tests" / "search"
    held_out = read_golden(folder / "heldout.yaml")
    apart = [one._replace(kind=f"{one.kind}, held out") for one in held_out]
    return [*read_golden(folder / "golden.yaml"), *apart]


def scored(playwright: Playwright, engine: Engine, golden: Sequence[Golden]) -> Iterator[Scored]:
    """Ask an engine; our own is scored on exact places as well."""
    found = _answers(playwright, engine, golden)
    if engine.name is Name.OURS:
        yield Scored(engine.name, exact=True, scores=evaluate(golden, found.__getitem__)[0])
    pages = {query: list(dict.fromkeys(map(_page, some))) for query, some in found.items()}
    by_page = [one._replace(expect=tuple(map(_page, one.expect))) for one in golden]
    yield Scored(engine.name, exact=False, scores=evaluate(by_page, pages.__getitem__)[0])


def _answers(
    playwright: Playwright, engine: Engine, golden: Sequence[Golden]
) -> Mapping[str, list[str]]:
    with (
        served(engine.folder) as server,
        browser(playwright) as started,
        tab(started, engine.places) as page,
    ):
        page.open(server.address)
        page.press("a")
        page.first_result(_PATIENCE)
        return {one.query: _answer(page, one.query) for one in golden}


def _answer(page: Tab, query: str) -> list[str]:
    for text, still in (("", 50), (query, 200)):
        page.paste(text)
        try:
            page.answer(_PATIENCE, still)
        except NoAnswer:
            return []
    links: list[str] = page.links(_BEST_FIRST)
    return links


def _page(location: str) -> str:
    return location.partition("#")[0]
