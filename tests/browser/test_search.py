"""Search in a browser: the contract, the theme's box, and what it survives."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page, expect

from generator.project.site import search_sources
from generator.search import Score, evaluate, parse_query
from generator.search.index import SearchIndex, open_index
from generator.search.slips import nearest, within
from generator.search.words import parts, squeeze, stem, words
from tests.browser.conftest import ROOT, build, serving
from tests.search.test_terminal import GATES, GOLDEN
from tests.test_build import copy_of_the_project

ASK = """async (queries) => {
  const address = JSON.parse(document.getElementById("__config").textContent).search;
  const worker = new Worker(new URL(address, location.href).href);
  const answers = [];
  for (const query of queries) {
    answers.push(await new Promise((done) => {
      let timer = setTimeout(() => done(null), 20000);
      worker.onmessage = ({ data }) => {
        clearTimeout(timer);
        done(data.data.items);
      };
      worker.postMessage({ type: 2, data: query });
    }));
  }
  const best = (items) => items.flat().sort((a, b) => b.score - a.score);
  return answers.map((items) => items && best(items).map((one) => one.location));
}"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return open_index(search_sources(ROOT), tmp_path_factory.mktemp("index"))


@pytest.fixture(scope="module")
def answers(chromium: Browser, served: str) -> dict[str, list[str]]:
    """What the browser's engine answers to every golden query."""
    page = chromium.new_page()
    page.goto(served)
    found: list[list[str]] = page.evaluate(ASK, [one.query for one in GOLDEN])
    page.close()
    return {one.query: answer for one, answer in zip(GOLDEN, found, strict=True)}


@pytest.fixture(scope="module")
def scores(answers: dict[str, list[str]]) -> dict[str, Score]:
    return {score.kind: score for score in evaluate(GOLDEN, answers.__getitem__)[0]}


@pytest.mark.parametrize("kind", GATES)
def test_a_class_of_queries_finds_its_answer_first(scores: dict[str, Score], kind: str) -> None:
    assert scores[kind].hit1 >= GATES[kind]


def test_a_plain_question_finds_its_answer_among_three(scores: dict[str, Score]) -> None:
    assert scores["question"].hit3 >= 0.85


def test_browser_and_terminal_answer_alike(
    answers: dict[str, list[str]], index: SearchIndex
) -> None:
    different = [
        one.query
        for one in GOLDEN
        if answers[one.query][:1]
        != [found.document.location for found in index.search(parse_query(one.query)).results[:1]]
    ]
    assert len(different) <= 0.02 * len(GOLDEN), different


def opened(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()


def best(page: Page) -> str:
    """Where Enter would lead, once the list is that of what stands in the box."""
    page.wait_for_function(
        """() => document.querySelector(".kb-found__typed")?.textContent ===
                 document.querySelector(".md-search__input").value"""
    )
    found: str = page.evaluate(
        """() => [...document.querySelectorAll(".md-search-result__link")].map((link) =>
             [parseFloat(link.firstElementChild.dataset.mdScore), link.href])
             .sort((a, b) => b[0] - a[0])[0][1]"""
    )
    return found


PASTED_IS = (
    "glossary/self-hosted-integration-runtime.html#symptom-java-runtime-environment-is-not-found"
)
PASTED = (
    "2026-11-20T04:12:09Z ERROR [etl-prod/SRV17] Java Runtime Environment cannot be found on the "
    "Self-hosted Integration Runtime machine. It is required for parsing or writing to Parquet"
)


@pytest.mark.parametrize(
    ("query", "location"),
    [
        ("IR", "glossary/integration-runtime.html"),
        ("shir offline", "runbooks/ir-node-offline.html"),
        ("intergration runtme", "glossary/integration-runtime.html"),
        (
            PASTED,
            "glossary/self-hosted-integration-runtime.html#symptom-java-runtime-environment-is-not-found",
        ),
    ],
)
def test_what_is_typed_in_a_hurry_finds_its_page(
    page: Page, base: str, index: SearchIndex, query: str, location: str
) -> None:
    opened(page, f"{base}index.html")
    page.keyboard.type(query)
    assert best(page) == base + location
    assert index.search(parse_query(query)).results[0].document.location == location


def test_enter_opens_what_was_typed_last_however_fast(page: Page, served: str) -> None:
    opened(page, f"{served}index.html")
    page.keyboard.type("shir offline")
    page.keyboard.press("Enter")
    page.wait_for_url("**/runbooks/ir-node-offline.html**")


def test_results_are_reached_without_a_mouse(page: Page, base: str) -> None:
    opened(page, f"{base}index.html")
    page.keyboard.type("linked service")
    best(page)
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/linked-service.html**")
    page.keyboard.press("/")
    page.wait_for_timeout(50)
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def told(page: Page) -> Locator:
    """What the search says of its results; other parts of a page have a status, too."""
    return page.locator(".md-search-result").get_by_role("status")


def test_a_list_says_what_was_found_and_why(page: Page, served: str) -> None:
    opened(page, f"{served}index.html")
    page.keyboard.type("shir")
    best(page)
    first = page.locator(".md-search-result__item").first
    expect(first.locator(".kb-found__kind").first).to_have_text("Entry")
    expect(first.locator(".kb-found__also")).to_have_text("also called SHIR")
    expect(told(page)).to_have_text(re.compile(r"^\s*\d pages, the best first\s*$"))
    page.locator(".md-search__input").fill("az datafactory integration-runtime regenerate-auth-key")
    best(page)
    command = page.locator(".md-search-result__link[href*='#command-']").first
    expect(command.locator(".kb-effect")).to_have_text("Changes")
    expect(command.locator("code")).to_contain_text("regenerate-auth-key")
    page.locator(".md-search__input").fill("intergration")
    best(page)
    expect(page.locator(".kb-found__note")).to_have_text("“intergration” read as “integration”")
    page.locator(".md-search__input").fill("zzzz qqqq")
    expect(told(page)).to_have_text(re.compile(r"^\s*Nothing found\s*$"))


def test_filters_narrow_and_stand_in_the_query(page: Page, base: str) -> None:
    opened(page, f"{base}index.html")
    page.keyboard.type("node")
    best(page)
    page.keyboard.press("Tab")
    expect(page.get_by_label("Kind")).to_be_focused()
    page.keyboard.type("Run")
    expect(page.locator(".md-search__input")).to_have_value("node kind:runbook")
    assert "/runbooks/" in best(page)
    kinds = page.locator(".kb-found__kind").all_inner_texts()
    assert set(kinds) == {"Runbook"}
    page.get_by_label("Kind").select_option("")
    page.get_by_label("Effect").select_option("destroy")
    best(page)
    assert set(page.locator(".md-search-result .kb-effect").all_inner_texts()) == {"Destroys"}
    page.locator(".md-search__input").fill("kind:guide")
    best(page)
    expect(page.get_by_label("Kind")).to_have_value("guide")
    assert page.locator(".md-search-result__item").count() >= 3


def test_a_list_can_be_linked_and_found_again(page: Page, served: str) -> None:
    page.goto(f"{served}glossary/pipeline.html?q=shir+offline")
    assert best(page) == f"{served}runbooks/ir-node-offline.html"
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{served}glossary/pipeline.html")
    opened(page, f"{served}index.html")
    page.keyboard.type("linked & served=1")
    best(page)
    page.wait_for_url("**/index.html?q=linked+%26+served%3D1")
    page.locator(".md-search-result__link").first.click()
    expect(page).not_to_have_url(re.compile(r"index\.html"))
    page.go_back()
    expect(page.locator(".md-search__input")).to_have_value("linked & served=1")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_what_was_pasted_stays_out_of_the_address(page: Page, served: str) -> None:
    opened(page, f"{served}index.html")
    page.keyboard.type("shir")
    best(page)
    page.wait_for_url("**/index.html?q=shir")
    page.locator(".md-search__input").fill(PASTED)
    assert best(page) == served + PASTED_IS
    expect(page).to_have_url(f"{served}index.html")


HOSTILE = [
    "x" * 100_000,
    "integration runtime " * 5_000,
    "<script>globalThis.pwned = 1</script> pipeline",
    "<img src=x onerror=globalThis.pwned=1> pipeline",
    "pipeline \" onmouseover='globalThis.pwned=1'",
    "(a+)+$ (.*)*[ \\ pipeline",
    "kind: effect: domain: kind:<b> kind:__proto__ constructor __proto__ toString",
    "pipeline AND (title:* OR *:*) NOT + - ~ ^ \x01\x07\u202e\u0000 pipeline",
    "\ud83d\ude00 İıſß ﬁ 日本 naïve pipleine",
]


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_no_query_breaks_the_page(page: Page, base: str, number: int) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{base}index.html")
    page.locator("label.md-header__button[for=__search]").click()
    page.locator(".md-search__input").fill(HOSTILE[number])
    page.wait_for_timeout(600)
    assert page.evaluate("globalThis.pwned") is None
    assert page.locator(".md-search-result script, .md-search-result img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".md-search__input").fill("pipeline")
    assert best(page) == f"{base}glossary/pipeline.html"


def test_a_shard_that_is_missing_costs_no_more_than_itself(
    chromium: Browser, site: Path, tmp_path: Path
) -> None:
    broken = Path(shutil.copytree(site, tmp_path / "site"))
    (broken / "search/keys-2.js").unlink()
    (broken / "search/pages/0.js").write_text("this is no script", encoding="utf-8")
    with serving(broken) as address:
        page = chromium.new_page()
        opened(page, f"{address}index.html")
        for query in ("pipeline", "linked service", "shir offline"):
            page.locator(".md-search__input").fill(query)
            assert best(page).startswith(address)
        page.close()


def test_a_site_published_anew_is_searched_as_it_is_now(chromium: Browser, tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "project")
    build(root / "site", root)
    with serving(root / "site") as address:
        page = chromium.new_page()
        opened(page, f"{address}index.html")
        page.keyboard.type("dataset")
        best(page)
        guide = root / "content/guides/index.md"
        guide.write_text(guide.read_text(encoding="utf-8") + "\nZanzibar\n", encoding="utf-8")
        build(tmp_path / "new", root)
        shutil.rmtree(root / "site/search")
        shutil.copytree(tmp_path / "new/search", root / "site/search")
        page.locator(".md-search__input").fill("zanzibar")
        assert best(page) == f"{address}guides/index.html"
        page.close()


@pytest.fixture(scope="module")
def engine(chromium: Browser, served: str) -> Callable[[str, list[Any]], list[Any]]:
    """Calls a function of the browser's engine for each of many arguments."""
    page = chromium.new_page()
    page.goto(served)
    page.add_script_tag(url=f"{served}search/engine.js")

    def call(expression: str, arguments: list[Any]) -> list[Any]:
        found: list[Any] = page.evaluate(f"(all) => all.map({expression})", arguments)
        return found

    return call


KNOWN = st.characters(codec="utf-8", exclude_categories=["Cn"])
"""Of letters that came with a newer Unicode, one of the two may know nothing yet."""
ODD = "abeisy AZR2 -_./:'\"`()[]{}<>,;!?*|=\t\n\u00a0äéß\u0130\u017f\ufb01\u03c3\u03c2日本\u06f3½²"
TEXTS = st.text(st.sampled_from(ODD) | KNOWN, max_size=40)
WORDS = st.text(st.sampled_from("abcdeginsty"), min_size=1, max_size=12)


@settings(max_examples=15, deadline=None)
@given(texts=st.lists(TEXTS, min_size=60, max_size=60))
def test_words_are_cut_alike(
    engine: Callable[[str, list[Any]], list[Any]], texts: list[str]
) -> None:
    assert engine("(text) => kbSearch.words(text)", texts) == [list(words(one)) for one in texts]
    assert engine("(text) => kbSearch.parts(text)", texts) == [parts(one) for one in texts]


@settings(max_examples=15, deadline=None)
@given(
    each=st.lists(WORDS, min_size=40, max_size=40),
    names=st.lists(st.text("abIRSs -_y", max_size=14), min_size=40, max_size=40),
)
def test_stems_names_and_slips_are_alike(
    engine: Callable[[str, list[Any]], list[Any]], each: list[str], names: list[str]
) -> None:
    assert engine("kbSearch.stem", each) == list(map(stem, each))
    assert engine("kbSearch.squeeze", names) == list(map(squeeze, names))
    pairs = [[one, other] for one, other in zip(each, reversed(each), strict=True)]
    assert engine("([a, b]) => kbSearch.within(a, b, 2)", pairs) == [
        within(one, other, 2) for one, other in pairs
    ]
    found = engine(
        "([word, known]) => kbSearch.nearest(word, known)", [[one, each] for one in each]
    )
    assert found == [[list(pair) for pair in nearest(one, each)] for one in each]


@settings(max_examples=10, deadline=None)
@given(
    texts=st.lists(
        TEXTS | st.text(st.sampled_from("kind:effct the a node "), max_size=60),
        min_size=40,
        max_size=40,
    )
)
def test_queries_are_read_alike(
    engine: Callable[[str, list[Any]], list[Any]], texts: list[str]
) -> None:
    found = engine(
        """(text) => {
          const q = kbSearch.parse(text);
          return [q.text, q.words, q.parts, q.telling, q.compounds, q.wanted];
        }""",
        texts,
    )
    for text, answer in zip(texts, found, strict=True):
        query = parse_query(text)
        wanted = [list(one) for one in query.wanted]
        own = [query.text, query.words, query.parts, query.telling, query.compounds, wanted]
        assert answer == [list(one) if isinstance(one, tuple) else one for one in own]
