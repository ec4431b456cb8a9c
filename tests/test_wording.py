"""What a complaint says is true, and whoever follows it mends the file."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.kinds.entry.model import Entry
from generator.problem import RULES, Rule, shown
from generator.shape import fit, is_id
from generator.source import parse

from .project import DRAFT, ENTRY, complaints, invisible

PROPOSED = re.compile(r'(?:Write|Did you mean) "([^"]*)"[.?]$')


def mend(addition: str) -> str:
    """The advice for a draft with `addition`, which has one fault."""
    document, problems = parse(ENTRY, DRAFT + addition)
    assert problems == []
    assert document is not None
    _, misfits = fit(Entry, document)
    [problem] = misfits
    return problem.mend


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text("aZ0é-_ 😀.", min_size=1, max_size=8).filter(lambda text: not is_id(text)))
@example("Integration_Runtime")
@example("x" * 79 + "_yz")
@example("9 lives")
@example("---")
def test_proposed_id_is_one(value: str) -> None:
    if not value.strip() or len(value) > 80:
        return
    advice = mend(f"related: ['{value}']\n")
    proposed = PROPOSED.search(advice)
    assert is_id(proposed[1]) if proposed else "lower-case" in advice


@pytest.mark.parametrize(
    ("addition", "advice"),
    [
        ("definiton: x\n", 'Did you mean "definition"?'),
        ("Title: x\n", 'Did you mean "title"?'),
        ("not_to_be_confused: []\n", 'Did you mean "not_to_be_confused_with"?'),
        ("weather: fine\n", "Delete it, or see which keys there are."),
        ("aliases: [5]\n", "Put it in quotes."),
        ("aliases: [true]\n", "Put it in quotes."),
        (
            "when_relevant: [{Queued: no slot is free}]\n",
            "Put the whole text in quotes, if the colon belongs to it.",
        ),
        ("related: pipeline\n", 'Write one item per line, each behind "- ".'),
    ],
)
def test_advice_leads_to_what_was_meant(addition: str, advice: str) -> None:
    assert mend(addition) == advice


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("aliases: [5]", 'aliases: ["5"]'),
        ("related: pipeline", "related:\n  - pipeline"),
        ("security: @x", "security: '@x'"),
        ("security: One: two", 'security: "One: two"'),
        ("security: [Keys] and nodes", "security: '[Keys] and nodes'"),
        ("security: *Keys* and nodes", "security: '*Keys* and nodes'"),
        ("aliases: - DS", "aliases:\n  - DS"),
        ("security: It's\n  weather: fine", 'security: "It\'s\\n  weather: fine"'),
        ("labels: [weather, authoring]", "labels: [authoring]"),
        ("related: [pipelin]", "related: [pipeline]"),
    ],
)
def test_following_the_advice_mends_the_file(wrong: str, right: str, tmp_path: Path) -> None:
    assert len(complaints(tmp_path / "wrong", f"{DRAFT}{wrong}\n")) == 1
    assert complaints(tmp_path / "right", f"{DRAFT}{right}\n") == []


def test_long_value_is_cut_inside_its_quotes(tmp_path: Path) -> None:
    [complaint] = complaints(tmp_path, f"{DRAFT}aliases: {'many names ' * 20}\n")
    assert '…" is found.' in complaint


def test_many_values_are_not_blamed_on_aliases_that_are_not_there(tmp_path: Path) -> None:
    [complaint] = complaints(tmp_path, f"{DRAFT}search_hints: [{'x,' * 60_000}]\n")
    assert "aliases" not in complaint.replace("KB109", "")


def test_long_text_repeated_by_aliases_is_told(tmp_path: Path) -> None:
    """100 bytes of aliases would cost the time of reading 20 MB."""
    text = "Queued runs wait. " * 1000
    aliases = ", ".join(["*a"] * 1000)
    [complaint] = complaints(
        tmp_path, f"{DRAFT}security: &a |\n  {text}\nwhen_relevant: [{aliases}]\n"
    )
    assert "KB109" in complaint


def test_missing_source_of_the_definition_is_not_said_to_be_not_applicable(tmp_path: Path) -> None:
    found = complaints(
        tmp_path,
        DRAFT.replace("draft", "published")
        + "sources:\n  - id: a\n    title: A\n    url: https://a.b\n    retrieved: 2026-11-08\n",
    )
    [complaint] = [line for line in found if "definition_source" in line]
    assert "not_applicable" not in complaint


def test_service_of_another_domain_is_not_said_to_be_unknown(tmp_path: Path) -> None:
    [complaint] = complaints(tmp_path, DRAFT.replace("data-factory", "blob-storage"))
    assert '"blob-storage" is not in glossary/vocabulary.yaml' not in complaint


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=120), st.integers(1, 100))
@example("\x1b[2J\r\n\u2028\u202e\ufeff\ud800", 80)
def test_shown_text_is_one_line_of_bounded_length(text: str, limit: int) -> None:
    safe = shown(text, limit)
    assert invisible(safe) == []
    assert len(safe) <= limit * len("\\uffff")
    assert "\n" not in safe
    safe.encode("utf-8")


@pytest.mark.parametrize(
    "character", ["\u00ad", "\u061c", "\u200b", "\u2060", "\u3164", "\U000e0041"]
)
def test_characters_without_a_shape_are_made_visible(character: str) -> None:
    assert shown(f"a{character}b").startswith("a\\")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_worded_like_the_others(rule: Rule) -> None:
    assert re.fullmatch(r"KB\d{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", rule.name)
    assert rule.what.endswith((".", "{what}"))
    assert rule.mend.endswith((".", "{mend}"))
    assert rule.why.endswith(".")
    assert rule.bad != rule.good


def test_codes_and_names_of_rules_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
