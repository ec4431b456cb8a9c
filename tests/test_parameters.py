"""Parameters, and the small language of their patterns."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.command import parse
from generator.kinds.entry.embedded import all_commands
from generator.parameter import Parameter, refusal, undeclared
from generator.project.read import read_project
from generator.shape import pattern_fault

ROOT = Path(__file__).parents[1]


def test_every_placeholder_of_the_glossary_is_declared() -> None:
    base, _ = read_project(ROOT)
    used = {name for one in all_commands(base) for name in parse(one.command.run).placeholders}
    assert used
    assert used - set(base.parameters) == set()
    assert set(base.parameters) - used == set()


@pytest.mark.parametrize(
    "pattern",
    ["[a-z]{3,24}", "adf(?:-prod)?", "(?:a|bc|d)", r"x\.y", "[^<>*#]{0,9}", r"[\\\]]", "(?:a+b)?"],
)
def test_a_pattern_of_the_small_language_has_no_fault(pattern: str) -> None:
    assert pattern_fault(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "position"),
    [
        ("(a)", 0),
        ("a.b", 1),
        ("^a", 0),
        (r"\d", 0),
        ("(?=a)", 0),
        ("(?:a+)+", 6),
        ("(?:a*b){2,}", 7),
        ("(?:(?:a?)b)*", 11),
        ("a**", 2),
        ("a|b", 1),
        ("(?:a", 3),
        ("a)", 1),
        ("[b-a]", 1),
        ("a{3,1}", 2),
        ("[a--b]", 0),
        ("[a", 0),
        ("é", 0),
    ],
)
def test_anything_else_is_told_where_it_breaks(pattern: str, position: int) -> None:
    fault = pattern_fault(pattern)
    assert fault is not None
    assert fault[0] == position


@settings(max_examples=500, deadline=None)
@given(pattern=st.text(max_size=40))
def test_any_pattern_is_taken_or_told_and_never_breaks_a_match(pattern: str) -> None:
    if pattern_fault(pattern) is None:
        re.compile(pattern).fullmatch("a" * 200)


PARAMETER = Parameter(
    id="x", label="X", pattern="[a-z]{1,9}", example="abc", allowed="1 to 9 small letters."
)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("abc", None),
        ("", "it is empty"),
        ("a" * 301, "it has more than 300 characters"),
        ("a\nb", "it holds a character that cannot be seen"),
        ("a\u202eb", "it holds a character that cannot be seen"),
        ("-n", "it begins with a dash, and would be taken for an option"),
        ("\u2013n", "it begins with a dash, and would be taken for an option"),
        ("ABC", "it does not fit: 1 to 9 small letters"),
        ("abc\u0430", "it does not fit: 1 to 9 small letters"),
    ],
)
def test_a_value_is_taken_or_refused_with_its_reason(value: str, why: str | None) -> None:
    assert refusal(PARAMETER, value) == why


def test_what_nobody_declared_takes_nothing_that_ends_a_quotation() -> None:
    free = undeclared("some-name")
    assert refusal(free, "some-name 1.2 (x)") is None
    for sign in "'\"`$\\!;&|<>*?{}[]~#%^\u2019\u201c":
        assert refusal(free, f"a{sign}b") is not None
