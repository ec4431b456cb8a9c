"""A command line is cut into words and rows, and nothing of it is lost."""

import re
import shlex

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.command import parse, unbalanced, wrong_placeholders

WORDS = ["az", "show", "--name", "-n", "--query=", "--a=<b>", "<factory-name>", "<Factory Name>"]
SIGNS = [
    "|",
    "&&",
    "||",
    ";",
    ">",
    "<",
    "2>&1",
    "$(",
    ")",
    "{",
    "}",
    "@{a=1}",
    "`",
    "#",
    "*",
    "[0]",
]
QUOTED = ["'a b'", '"a b"', '"a\\"b"', "'<x>'", "\"[?name=='x'].id\"", "\\ ", "\\'", "é😀"]
PARTS = st.sampled_from(WORDS + SIGNS + QUOTED + ["<a", "b>", "$env:X"])
SPACES = st.sampled_from(["", " ", " ", " ", "  ", "\t"])
LINES = st.lists(st.tuples(PARTS, SPACES), min_size=1, max_size=14).map(
    lambda pairs: "".join(part + space for part, space in pairs).strip().removesuffix("\\")
)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(LINES)
@example("az datafactory show --name 'adf prod' --query \"[].{a: b}\"")
def test_words_are_the_line_without_the_space_between(line: str) -> None:
    words = parse(line).words
    rest = line
    for word in words:
        assert rest.startswith(word)
        rest = rest[len(word) :].lstrip()
    assert rest == ""


@settings(max_examples=500, deadline=None, derandomize=True)
@given(LINES, st.integers(1, 100))
def test_rows_keep_all_words_in_order(line: str, width: int) -> None:
    command = parse(line)
    rows = command.rows(width)
    assert [word for row in rows for word in row] == list(command.words)
    assert all(rows) or rows == [[]]


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.text("ab<>-'\"\\ |&;\n\t$`é", max_size=30))
def test_any_text_can_be_parsed(line: str) -> None:
    command = parse(line)
    assert isinstance(command.name + command.program, str)
    assert [word for row in command.rows(10) for word in row] == list(command.words)
    assert all(written in line for written, _ in wrong_placeholders(line))
    position = unbalanced(line)
    assert position is None or line[position] in "\"'"
    if position is None and not line.endswith("\\"):
        assert "".join(command.words) == re.sub(r"\s", "", line) or re.search(r"['\"<\\]", line)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(["az", "a-b", "'c d'", '"e f"', "--g", "h=i", "é"]), max_size=8))
def test_words_are_those_of_a_shell(words: list[str]) -> None:
    line = "  ".join(words)
    assert [shlex.split(word)[0] for word in parse(line).words] == shlex.split(line)


def test_backslash_at_the_end_is_part_of_its_word() -> None:
    assert parse("dir C:\\Temp\\").words == ("dir", "C:\\Temp\\")


@pytest.mark.parametrize(
    "line",
    [
        "az datafactory show --name <factory-name>",
        "az datafactory show --query 'a \"b\" c'",
        'echo "it\'s"',
        'echo "say \\"yes\\""',
        "echo it\\'s",
        "echo <it's>",
    ],
)
def test_closed_quotes_are_balanced(line: str) -> None:
    assert unbalanced(line) is None


@pytest.mark.parametrize("line", ["echo it§'s", "echo 'a' §'b", 'echo "a" §"b', "a §\"b 'c'"])
def test_open_quote_is_found_where_it_opens(line: str) -> None:
    assert unbalanced(line.replace("§", "")) == line.index("§")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("show <factory-name> <a> <a1-b2>", []),
        ("show <Factory>", [("<Factory>", "<factory>")]),
        ("show <factoryName>", [("<factoryName>", "<factory-name>")]),
        ("show <factory_name>", [("<factory_name>", "<factory-name>")]),
        ("show <your factory>", [("<your factory>", "<your-factory>")]),
        ("show <a--b>", [("<a--b>", "<a-b>")]),
        ("show <A> --b <A>", [("<A>", "<a>"), ("<A>", "<a>")]),
        ("sort < in > out", []),
        ("sort <in >out", []),
        ("a <b && c> d", []),
        ("a 2>&1 <b", []),
    ],
)
def test_what_was_meant_as_a_placeholder_gets_its_spelling(
    line: str, found: list[tuple[str, str]]
) -> None:
    assert wrong_placeholders(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "<Ab Cd>",
        "<???>",
        "<é>",
        "<a.b/c>",
        "<9 lives>",
    ],
)
def test_proposed_placeholder_is_one(line: str) -> None:
    [(_, better)] = wrong_placeholders(line)
    assert wrong_placeholders(better) == []


def test_placeholders_are_named_once_in_order() -> None:
    assert parse("a <b> --c=<d> <b> '<e>'").placeholders == ("b", "d", "e")


def test_name_ends_before_the_first_option_value_or_placeholder() -> None:
    assert parse("az datafactory show --name x").name == "az datafactory show"
    assert parse("az datafactory <x> show").name == "az datafactory"
    assert parse("Get-AzDataFactoryV2 -Name x").name == "Get-AzDataFactoryV2"
    assert parse("").name == ""


def test_long_line_breaks_before_options_and_pipes() -> None:
    line = "az datafactory show --name <factory-name> -g x | jq .id"
    assert parse(line).rows(len(line)) == [line.split()]
    assert [" ".join(row) for row in parse(line).rows(20)] == [
        "az datafactory show",
        "--name <factory-name>",
        "-g x",
        "| jq .id",
    ]
