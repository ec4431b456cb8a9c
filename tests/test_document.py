"""A document knows where each of its values stands, whatever way it is written."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problem import Place
from generator.source import Document, Keys, parse

WORDS = st.text("abz é😀數", min_size=1, max_size=6).map(lambda text: f"w{text.strip()}")
LEAVES = WORDS | st.booleans() | st.integers(-9, 9)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(WORDS, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(WORDS, VALUES, min_size=1, max_size=5)


def in_blocks(value: Any, indent: int = 0) -> str:
    """`value` as block YAML; what stands behind a key or a dash."""
    pad = " " * indent
    if isinstance(value, dict):
        lines = [f"{pad}{key}:{in_blocks(item, indent + 2)}" for key, item in value.items()]
    elif isinstance(value, list):
        lines = [f"{pad}-{in_blocks(item, indent + 3)}" for item in value]
    else:
        return f" {json.dumps(value, ensure_ascii=False)}\n"
    return "\n" + "".join(lines)


def in_one_line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def in_lines(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=3)


def ways(value: Any, keys: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    """Every value inside `value`, with the way to it."""
    yield keys, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from ways(item, (*keys, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from ways(item, (*keys, number))


def text_at(document: Document, keys: Keys, *, key: bool) -> str:
    """What stands in the text at the place of `keys`, to the end of the line."""
    place = document.place(keys, key=key)
    assert isinstance(document.text, str)
    return document.text.split("\n")[place.line - 1][place.column - 1 :]


def read(text: str) -> Document:
    document, problems = parse("a.yaml", text)
    assert problems == []
    assert document is not None
    return document


@settings(max_examples=150, deadline=None, derandomize=True)
@given(DOCUMENTS, st.sampled_from([in_blocks, in_one_line, in_lines]))
def test_place_of_a_key_points_at_the_key(data: dict[str, Any], written: Any) -> None:
    document = read(written(data))
    for keys, _ in ways(data):
        if keys and isinstance(keys[-1], str):
            found = text_at(document, keys, key=True)
            assert found.startswith((f"{keys[-1]}:", f'"{keys[-1]}":'))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(DOCUMENTS, st.sampled_from([in_blocks, in_one_line, in_lines]))
def test_place_of_a_value_points_at_the_value(data: dict[str, Any], written: Any) -> None:
    document = read(written(data))
    for keys, value in ways(data):
        found = text_at(document, keys, key=False)
        if isinstance(value, dict | list):
            first = next(iter(value))
            begins = ["{", "["] + ([str(first)] if isinstance(value, dict) else ["-"])
            assert found.startswith(tuple(begins))
        else:
            assert found.startswith(in_one_line(value))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    DOCUMENTS,
    st.lists(WORDS | st.integers(0, 9), max_size=4),
    st.sampled_from([in_blocks, in_lines]),
)
def test_place_of_what_is_not_there_is_that_of_what_should_hold_it(
    data: dict[str, Any], keys: list[str | int], written: Any
) -> None:
    document = read(written(data))
    known = {tuple(found) for found, _ in ways(data)}
    held = next(keys[:end] for end in range(len(keys), -1, -1) if tuple(keys[:end]) in known)
    assert document.place(keys) == document.place(held)


def test_words_that_yaml_once_took_for_true_and_false_are_words() -> None:
    words = ["yes", "no", "on", "off", "y", "n", "Yes", "NO", "12:30", "1_000", "0b1", "2026-11-08"]
    assert read(f"[{', '.join(words)}, =, <<]").data == [*words, "=", "<<"]


def test_first_of_two_equal_keys_is_kept() -> None:
    document, problems = parse("a.yaml", "a: 1st\nb: x\na: 2nd\n")
    assert document is not None
    assert document.data == {"a": "1st", "b": "x"}
    assert [problem.code for problem in problems] == ["KB107"]


def test_places_stay_the_same_when_the_text_is_read_again(tmp_path: Path) -> None:
    text = "a:\n  b: x\n  c: [1, 2]\n"
    (tmp_path / "a.yaml").write_text(text)
    document = read(text)
    again = document.places_only(tmp_path)
    for keys, _ in ways(document.data):
        assert again.place(keys) == document.place(keys)
    assert again.place_of(("a", "b"), "x") == document.place_of(("a", "b"), "x")


def test_a_file_that_is_gone_by_then_still_has_a_place(tmp_path: Path) -> None:
    document = read("a:\n  b: x\n").places_only(tmp_path)
    assert document.place(("a", "b")) == Place("a.yaml", 1, 1)
    assert document.place_of(("a", "b"), "x") == Place("a.yaml", 1, 1)


def test_numbers_keep_their_writing() -> None:
    document = read("[1.10, 0x1F, 1e3, 00123, .5]")
    assert [number.text for number in document.data] == ["1.10", "0x1F", "1e3", "00123", ".5"]
