"""Names are compared as readers compare them."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.names import fold

WORD = st.builds(
    str.__add__,
    st.text("abcdehilmnorstyé", min_size=3, max_size=8),
    st.sampled_from("abdegklmnoprtvwé"),
)
NAMES = st.lists(WORD, min_size=1, max_size=4).map(" ".join)


@settings(max_examples=500, deadline=None, derandomize=True)
@example("node s")
@given(st.text("aeisuxyIS-_ß 😀", max_size=12))
def test_folded_name_folds_to_itself(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(NAMES)
@example("linked service")
def test_case_hyphens_and_spaces_do_not_tell_names_apart(name: str) -> None:
    spellings = [
        name.upper(),
        name.title(),
        name.replace(" ", "-"),
        name.replace(" ", "_"),
        name.replace(" ", " - "),
        f"  {name.replace(' ', chr(10))} ",
    ]
    assert {fold(spelling) for spelling in spellings} == {fold(name)}


@settings(max_examples=300, deadline=None, derandomize=True)
@given(NAMES)
@example("linked service")
def test_plural_does_not_tell_names_apart(name: str) -> None:
    assert fold(name + "s") == fold(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("policy", "policies"),
        ("cookie", "cookies"),
        ("Integration Runtime", "integration-runtimes"),
        ("SHIR", "shirs"),
        ("self-hosted IR", "Self Hosted IR"),
        *((one, f"{one}s") for one in ("IR", "VM", "API", "CLI", "CPU")),
    ],
)
def test_names_of_one_thing_are_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("access", "acces"),
        ("status", "statu"),
        ("analysis", "analysi"),
        ("as", "a"),
        ("linked service", "linkedservice"),
        ("services bus", "service bus"),
        ("node", "note"),
        ("café", "cafe"),
    ],
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)
