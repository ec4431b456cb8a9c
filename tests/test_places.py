"""Line and column of a complaint are those an editor shows.

In the texts here `§` stands before each place that must be named, and is taken out before reading.
"""

from pathlib import Path

import pytest

from .project import DRAFT, ENTRY, complaints, places

PAGE = "content/choose.md"
FRONT = "---\ntitle: A\ndescription: B\n---\n"
RUN = """\
commands:
  - title: Inspect
    relation: direct
    commands:
      - id: show
        purpose: Show one.
        effect: discover
        run: """


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """`text` without the signs, and line and column of each."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        parts = line.split("§")[:-1]
        column = 1
        for part in parts:
            column += len(part)
            found.append((number, column))
    return text.replace("§", ""), found


def check_places(folder: Path, text: str, path: str = ENTRY) -> None:
    content, expected = marked(text)
    assert expected
    assert places(folder, content, path) == expected


@pytest.mark.parametrize(
    "text",
    [
        'aliases: ["Café", §5]\n',
        'aliases: ["e\u0301", §5]\n',
        'aliases: ["😀😀", §5]\n',
        'aliases: ["數據集", §5, "👩‍💻", §6]\n',
        "aliases: [😀, §5]  # 😀\n",
        'cli: {why: "😀", §weather: x, use_cases: [a], before_you_run: [a], reading_output: [a]}\n',
        'aliases: ["a\tb", §5]\n',
        "aliases: ['It''s', §5]\n",
        'aliases: ["\\U0001F600", §5]\n',
        "security: 😀 §[[weather]]\n",
        "security: |\n  é 😀 §[[weather]]\n",
    ],
)
def test_columns_count_characters(text: str, tmp_path: Path) -> None:
    check_places(tmp_path, DRAFT + text)


@pytest.mark.parametrize(
    "text",
    [
        "security: |\n  One line\n  and §[[weather]].\n",
        "security: |\n\n\n  §[[weather]]\n",
        "security: |2\n    code\n  §[[weather]]\n",
        "security: |-\n  - One\n    §[[weather]]\n",
        "security: |+\n  §[[weather]]\n\n\n",
        "security: >-\n  One line\n  and §[[weather]].\n",
        "security: >\n  One\n\n\n  §[[weather]]\n",
        "security: One line\n  and §[[weather]]\n  more.\n",
        "security: 'It''s §[[weather]]'\n",
        'security: "a\\tb §[[weather]]"\n',
        'security: "a \\\n  b §[[weather]]"\n',
        "security:\n  '§[[weather]] is here.'\n",
        "when_relevant:\n  - One.\n  - >-\n    Two\n    §[[weather]].\n",
    ],
)
def test_reference_is_named_where_it_stands_in_its_text(text: str, tmp_path: Path) -> None:
    check_places(tmp_path, DRAFT + text)


@pytest.mark.parametrize(
    "text",
    [
        "security: |\n  §[[weather]] and §[[weather]]\n  §[[weather]].\n",
        "security: >-\n  §[[weather]], §[[weather|rain]], §[[climate]], §[[weather]]\n",
        "security: |\n  §[[weather]] first\ncost: then §[[weather]]\n",
        "security: >-\n  [[pipeline]] §[[weather]] [[pipeline]] §[[weather]]\n",
        "cost: 10 € §[@learn] and 20 € §[@learn]\n",
        'security: "`[[weather]]`, §[[weather]], `[[weather]]`"\n',
        "security: >-\n  \\[[weather]] and §[[weather]]\n",
        RUN + "az show --a §<A> --b §<A>\n",
        "security: >-\n  [a](§../x.html) and [b](§../x.html)\n",
        "security: >-\n  See ../x.html, that is [the page](§../x.html).\n",
    ],
)
def test_each_of_equal_references_is_named(text: str, tmp_path: Path) -> None:
    check_places(tmp_path, DRAFT + text)


@pytest.mark.parametrize(
    "text",
    [
        "security: §>-\n  See [[weather|the\n  weather]].\n",
        'security: §"See [[wea\\x74her]]."\n',
        "security: §'See [[weather|it''s]].'\n",
    ],
)
def test_reference_that_is_not_written_in_one_piece_is_named_at_its_text(
    text: str, tmp_path: Path
) -> None:
    check_places(tmp_path, DRAFT + text)


@pytest.mark.parametrize(
    "text",
    [
        "security: |\n  One.\n\n  Two.\n\n\n§weather: fine\n",
        '§"weather": fine\n',
        "? §weather\n: fine\n",
        "security: >-\n\n  One.\n# a comment\n§weather: fine\n",
        "search_hints: &a [§5]\naliases: *a\n",
        "common_mistakes:\n  - §mistake: One.\n  - §{instead: Two.}\n",
        RUN + "az show --name 😀 §<Name>\n",
        RUN + ">-\n          az show\n          --name §<Name>\n",
        RUN + "az show --name §'adf\n",
        "operations: |\n  One.\n\n  Two §<b>three</b>.\n",
        "operations: |\n  One.\n\n  §## Two\n",
        "security: >-\n  See [a](https://example.com), [b](§../b.html).\n",
    ],
)
def test_key_value_and_excerpt_are_named_where_they_begin(text: str, tmp_path: Path) -> None:
    check_places(tmp_path, DRAFT + text)


@pytest.mark.parametrize(
    "separator",
    [
        pytest.param(character, id=f"U+{ord(character):04X}")
        for character in ("\x85", "\u2028", "\u2029", "\u00a0", "\u200b")
    ],
)
@pytest.mark.parametrize("quote", ["", "'", '"'], ids=["plain", "single", "double"])
def test_characters_that_some_take_for_line_ends_are_none(
    separator: str, quote: str, tmp_path: Path
) -> None:
    """Or they are forbidden: then that is said, at their own place."""
    before = f"security: {quote}a"
    found = complaints(tmp_path, f"{DRAFT}{before}{separator}b{quote}\nweather: fine\n")
    assert len(found) == 1
    assert found[0].startswith(
        (f"{ENTRY}:10:1: KB201 ", f"{ENTRY}:9:{len(before) + 1}: KB102 the character U+")
    )


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"], ids=["CRLF", "CR", "LF"])
@pytest.mark.parametrize("mark", ["\ufeff", ""], ids=["BOM", "no BOM"])
@pytest.mark.parametrize(
    "text",
    [
        "§weather: fine\n" + DRAFT,
        DRAFT + "security: |\n  é\n\n  §[[weather]]\n",
        DRAFT + "security: |\n  é\n\n  Two.\n§weather: fine\n",
        DRAFT + "a: b§: c\n",
        DRAFT + "security: >-\n  One\n  §[[weather]] and\n  §[[weather]].\n",
    ],
)
def test_line_ends_and_byte_order_marks_move_nothing(
    text: str, mark: str, ending: str, tmp_path: Path
) -> None:
    content, expected = marked(text)
    assert places(tmp_path, mark + content.replace("\n", ending)) == expected


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (DRAFT.replace("\n", "\r\n").encode() + b"security: \xff", (9, 11)),
        (DRAFT.replace("\n", "\r\n").encode() + b"security: \x07", (9, 11)),
        ("\ufeff".encode() + DRAFT.encode() + b"security: \xff", (9, 11)),
        ("\ufeff".encode() + b"security: \x07", (1, 11)),
        ("security: 😀".encode() + b"\xff", (1, 12)),
        ("\ufeff".encode() + b"security: \xff", (1, 11)),
        (DRAFT.replace("\n", "\r").encode() + b"security: \xff", (9, 11)),
    ],
)
def test_byte_is_named_by_the_characters_before_it(
    content: bytes, place: tuple[int, int], tmp_path: Path
) -> None:
    assert places(tmp_path, content) == [place]


@pytest.mark.parametrize(
    "text",
    [
        FRONT + "§[[weather]]\n",
        FRONT + "\n# A\n\n😀 é §[[weather]] and §[[weather|rain]]\n\n- §[[weather]]\n",
        "---\ntitle: A\ndescription: B\n...\n§[[weather]]\n",
        FRONT + "`[[weather]]` §[[weather]] ``a ` [[weather]]`` §[[weather]]\n",
        FRONT
        + "```\n[[weather]]\n```\n\n§[[weather]]\n\n~~~ yaml\n[[weather]]\n```\n~~~\n§[[a]]\n",
        FRONT + "> §[[weather]]\n\n| a | b |\n|---|---|\n| §[[weather]] | 1 |\n",
        FRONT + "A `tick alone and §[[weather]]\n",
        "---\ntitle: A\n§title: B\ndescription: C\n---\n",
        "---\ntitle: §[A\ndescription: C\n---\n",
        "---\n§title: A\n---\n",
        "\ufeff" + FRONT + "§[[weather]]\n",
        (FRONT + "\n😀 §[[weather]]\n").replace("\n", "\r\n"),
    ],
)
def test_places_in_a_page_count_its_front_matter(text: str, tmp_path: Path) -> None:
    check_places(tmp_path, text, PAGE)


@pytest.mark.parametrize(
    "text",
    [
        "`[[weather]]`\n",
        "```\n[[weather]]\n",
        "~~~~\n~~~\n[[weather]]\n~~~~\n",
        "| a |\n|---|\n| [[pipeline\\|all]] |\n",
        "[[]]\n",
        "\\[[weather]]\n",
        "Code:\n\n    [[weather]]\n",
        "<!-- [[weather]] -->\n",
    ],
)
def test_what_a_page_shows_as_it_is_is_no_reference(text: str, tmp_path: Path) -> None:
    assert complaints(tmp_path, FRONT + text, PAGE) == []


def test_lone_backticks_of_two_paragraphs_hide_no_reference(tmp_path: Path) -> None:
    check_places(tmp_path, FRONT + "A ` tick.\n\n§[[weather]]\n\nAnother ` tick.\n", PAGE)
