"""Words, slips and queries: the parts of search that need no index."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search import parse_query
from generator.search.slips import allowed, nearest, within
from generator.search.words import parts, stem, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("-n", ["-n", "n"]),
        ("--factory-name", ["--factory-name", "factory", "name"]),
        ("kube-system", ["kube-system", "kube", "system"]),
        ("10.0.0.0/8", ["10.0.0.0/8", "10", "0", "0", "0", "8"]),
        ("diahost.exe.config", ["diahost.exe.config", "diahost", "exe", "config"]),
        (
            "Set-AzDataFactoryV2",
            ["set-azdatafactoryv2", "set", "az", "data", "factory", "v2"],
        ),
        ("IRs and SHIR", ["irs", "and", "shir"]),
        ("effectiveRuntime", ["effectiveruntime", "effective", "runtime"]),
        ("“Cannot connect”, it said.", ["cannot", "connect", "it", "said"]),
        ("naïve Straße 日本", ["naïve", "straße", "日本"]),
        ("\x00\u202e<script>", ["\x00\u202e<script", "script"]),
    ],
)
def test_a_compound_is_found_whole_and_in_parts(text: str, found: list[str]) -> None:
    assert list(words(text)) == found


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("queues", "queue"),
        ("queue", "queue"),
        ("policies", "policy"),
        ("addresses", "address"),
        ("status", "status"),
        ("copying", "copy"),
        ("failed", "fail"),
        ("stopped", "stop"),
        ("ssis", "ssis"),
        ("v2", "v2"),
    ],
)
def test_endings_of_prose_do_not_matter(word: str, root: str) -> None:
    assert stem(word) == stem(root)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("runtme", "runtime", 1),
        ("rutnime", "runtime", 1),
        ("runtimee", "runtime", 1),
        ("intergration", "integration", 1),
        ("intergratoin", "integration", 2),
        ("pipeline", "runtime", None),
    ],
)
def test_slips_are_counted_as_hands_make_them(one: str, other: str, slips: int | None) -> None:
    assert within(one, other, 2) == slips


def test_short_words_may_hold_no_slip() -> None:
    assert [allowed(word) for word in ("cat", "node", "runtime", "pipeline")] == [0, 1, 1, 2]
    assert nearest("irr", ["ir"]) == []
    assert nearest("runtme", ["runtime", "routine", "node"]) == [("runtime", 1)]


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_is_a_query(text: str) -> None:
    query = parse_query(text)
    assert set(query.parts) <= set(parts(text)) | set(query.parts)
    assert all(word == word.lower() for word in query.words)


@settings(max_examples=200, deadline=None)
@given(one=st.text(max_size=12), other=st.text(max_size=12))
def test_slips_are_the_same_both_ways(one: str, other: str) -> None:
    assert within(one, other, 3) == within(other, one, 3)


def test_operators_narrow_and_are_no_words() -> None:
    query = parse_query("kind:runbook node offline EFFECT:discover weather:fine")
    assert query.wanted == (("kind", "runbook"), ("effect", "discover"))
    assert query.text == "node offline weather:fine"
