"""`kb search`: the contract, the index and what it survives."""

import json
import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.project.site import search_sources
from generator.search import Score, evaluate, parse_query, read_golden
from generator.search.index import SearchIndex, open_index
from tests.project import DRAFT, ENTRY, Run, base_project, kb, write

ROOT = Path(__file__).parents[2]
GOLDEN = read_golden(Path(__file__).with_name("golden.yaml"))
KB = Path(sys.executable).with_name("kb")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    """The project's own index, in a folder of its own."""
    return open_index(search_sources(ROOT), tmp_path_factory.mktemp("index"))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base project, with an empty cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("generator.search.index.user_cache_path", lambda _: tmp_path / "cache")
    return base_project(tmp_path)


def search(root: Path, *arguments: str) -> Run:
    return kb("search", "--project", root, *arguments)


def first(index: SearchIndex, query: str) -> str:
    results = index.search(parse_query(query)).results
    return results[0].document.location if results else ""


GATES = {
    "title": 1.0,
    "alias": 1.0,
    "acronym": 1.0,
    "command": 1.0,
    "option": 1.0,
    "retired-cmdlet": 1.0,
    "prefix": 1.0,
    "typo": 0.95,
    "error-text": 0.95,
}
"""The share of queries in each class whose first answer must be right."""


@pytest.fixture(scope="module")
def scores(index: SearchIndex) -> dict[str, Score]:
    found, _ = evaluate(
        GOLDEN,
        lambda query: [one.document.location for one in index.search(parse_query(query)).results],
    )
    return {score.kind: score for score in found}


def test_the_golden_file_is_large_enough_to_mean_something() -> None:
    counted = Counter(one.kind for one in GOLDEN)
    assert sum(counted.values()) >= 400
    assert min(counted.values()) >= 15
    assert {*counted} == {*GATES, "question"}


@pytest.mark.parametrize("kind", GATES)
def test_a_class_of_queries_finds_its_answer_first(scores: dict[str, Score], kind: str) -> None:
    assert scores[kind].hit1 >= GATES[kind]


def test_a_plain_question_finds_its_answer_among_three(scores: dict[str, Score]) -> None:
    assert scores["question"].hit3 >= 0.85


@pytest.mark.parametrize(
    ("query", "location"),
    [
        ("IR", "glossary/integration-runtime.html"),
        ("shir offline", "runbooks/ir-node-offline.html"),
        ("intergration runtme", "glossary/integration-runtime.html"),
    ],
)
def test_what_is_typed_in_a_hurry_finds_its_page(
    index: SearchIndex, query: str, location: str
) -> None:
    assert first(index, query) == location


def test_json_has_everything_a_script_needs(root: Path) -> None:
    run = search(root, "pipleine", "--json")
    answer = json.loads(run.out)
    assert run.status == 0
    assert answer["query"] == "pipleine"
    assert answer["took_ms"] > 0
    assert answer["results"][0] | {"score": 0} == {
        "kind": "entry",
        "id": "pipeline",
        "title": "Pipeline",
        "url": "glossary/pipeline.html",
        "score": 0,
        "why": "title",
    }


def test_kinds_and_effects_narrow(root: Path) -> None:
    rows = json.loads(search(root, "pipeline", "--kind", "command", "--json").out)["results"]
    assert {row["kind"] for row in rows} == {"command"}
    rows = json.loads(search(root, "pipeline effect:destroy", "--json").out)["results"]
    assert [row["url"] for row in rows] == ["glossary/pipeline.html#command-delete"]


def test_operators_alone_list_what_they_name(root: Path) -> None:
    rows = json.loads(search(root, "kind:runbook", "--json").out)["results"]
    assert {row["kind"] for row in rows} == {"runbook"}
    assert search(root, "kind:weather").status == 1


def test_what_its_page_is_found_by_leads_to_the_part_that_holds_it(index: SearchIndex) -> None:
    assert first(index, "lastOperation: Failed, SubnetId is not enabled for current account") == (
        "glossary/azure-ssis-integration-runtime.html#operations"
    )


def test_a_piece_of_a_message_finds_its_symptom(index: SearchIndex) -> None:
    piece = (
        "due to reason: at Aggregate 'x9': Cluster ran into out of memory issue during execution"
    )
    assert (
        first(index, piece)
        == "glossary/data-flow.html#symptom-cluster-ran-into-out-of-memory-issue-during"
    )


def test_nothing_found_is_said_and_has_a_status(root: Path) -> None:
    run = search(root, "zzzz qqqq")
    assert run == (1, "", 'Nothing answers "zzzz qqqq".\n')
    assert search(root, "   ").status == 2


def test_a_changed_file_is_found_as_it_is_now(root: Path) -> None:
    assert search(root, "dataset").status == 1
    write(root, ENTRY, DRAFT)
    assert "glossary/dataset.html" in search(root, "dataset").out
    write(root, ENTRY, DRAFT.replace("title: Dataset", "title: Weather map"))
    assert "Weather map  (entry)" in search(root, "weather map").out
    (root / ENTRY).unlink()
    assert search(root, "weather map").status == 1


def test_a_damaged_index_is_built_anew(root: Path, tmp_path: Path) -> None:
    assert search(root, "pipeline").status == 0
    for file in (tmp_path / "cache").rglob("*"):
        if file.is_file():
            file.write_bytes(b"damaged")
    assert "Pipeline  (entry)" in search(root, "pipeline").out


def test_an_unchanged_project_writes_nothing(root: Path, tmp_path: Path) -> None:
    search(root, "pipeline")
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "cache").rglob("*")}
    search(root, "linked")
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "cache").rglob("*")} == before


def test_an_index_that_cannot_be_written_is_said(root: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file stands where the folder should")
    run = search(root, "pipeline")
    assert run.status == 1
    assert "The index cannot be written to " in run.err


def test_processes_that_start_together_all_answer(root: Path, tmp_path: Path) -> None:
    def ask(_: int) -> tuple[int, str]:
        done = subprocess.run(  # noqa: S603 - our own command
            [KB, "search", "--project", root, "pipeline"],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"XDG_CACHE_HOME": str(tmp_path / "together")},
        )
        return done.returncode, done.stdout.split("\n")[0]

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(ask, range(6)))
    assert answers == [(0, "Pipeline  (entry)")] * 6


HOSTILE = st.text(st.sampled_from("()[]{}*+?|\\^$\"':;<>&%#@!~`-=/., \0\n\u202eab"), max_size=60)


@settings(max_examples=150, deadline=None)
@given(query=HOSTILE | st.text(max_size=60))
@example(query="(a+)+$ " * 200)
@example(query="x" * 100_000)
@example(query="kind: effect: domain:")
@example(query="<script>alert(1)</script> AND OR NOT (title:* *:*)")
def test_no_query_breaks_the_search(index: SearchIndex, query: str) -> None:
    index.search(parse_query(query))
