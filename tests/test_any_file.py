"""Whatever a file holds is told in our words, at a place in that file; it is never a traceback."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import report
from generator.problem import RULES, Problem

from .project import BASE, DRAFT, ENTRY, base_project, invisible, problems, write

PUBLISHED = "glossary/analytics/pipeline.yaml"
VOCABULARY = "glossary/vocabulary.yaml"
PAGE = "content/index.md"
RUNBOOK = "content/runbooks/run-failed.md"
PARAMETER = "glossary/parameters/factory-name.yaml"
WRITTEN = (PUBLISHED, VOCABULARY, PAGE, RUNBOOK, PARAMETER)
GOOD = {path: (BASE / path).read_text(encoding="utf-8") for path in WRITTEN}
GOOD[ENTRY] = DRAFT

CODES = {rule.code for rule in RULES}
# What pydantic and PyYAML say, or how their objects look when printed.
FOREIGN = re.compile(
    "Input should|should be a valid|should have at|String should|Field required|Extra inputs"
    "|extra_forbidden|_type\\b|type=|validation error|pydantic|Traceback|object at 0x|Number\\("
    "|Node\\(|while (?:scanning|parsing)|could not find|did not find|found (?:character|undefined"
    "|unexpected|duplicate|unknown|a tab)|are not allowed|in this context|expected <|<unicode"
    "|YAMLError|Errno|\\bNone\\b"
)
BROKEN_LINES = "\x85\u2028\u2029"  # YAML ends a line there, an editor does not
TEXT = st.text(st.characters(exclude_characters=BROKEN_LINES, codec="utf-8"), max_size=6)
SNIPPETS = st.sampled_from(
    [
        *("\n", "\n\n", " ", "  ", "\t", "\n  ", "\n- ", "\n  - ", "\r", "\r\n", "\n\t"),
        *(
            ": ",
            ":",
            "- ",
            "? ",
            "| ",
            "|\n",
            ">-\n",
            "# ",
            " #",
            ", ",
            "\n---\n",
            "\n...\n",
            "---",
        ),
        *(
            "[",
            "]",
            "{",
            "}",
            "[[",
            "]]",
            "'",
            '"',
            "`",
            "@",
            "%",
            "&a ",
            "*a",
            "&a [*a]",
            "!x ",
            "!",
        ),
        *(
            "!!int ",
            "!!python/name:os.system ",
            "!!binary ",
            "!!set ",
            "<<: *a",
            "~",
            "null",
            "true",
        ),
        *("5", "-1.5e3", ".nan", "0x1F", "2026-11-08", "''", '""', '"\\0"', '"\\ud800"', '"\\U1"'),
        *(
            "[[weather]]",
            "[[pipeline|",
            "[@learn]",
            "[a](b)",
            "<b>",
            "```",
            "# ",
            "## A\n",
            "## A {#a}\n",
            "```command\nrun: pipeline/show\n",
            "```decision\n",
            "[a-z]{1,9}",
            "(?:a|b)",
            "| a |",
        ),
        *(
            "<Factory>",
            "id: ",
            "title: ",
            "\nid: x\n",
            "%YAML 1.2\n---\n",
            "%TAG ! x\n",
            "\\",
            "é",
            "😀",
        ),
    ]
)


@pytest.fixture(scope="module", autouse=True)
def no_git() -> Iterator[None]:
    """No file here has a history, and asking for it takes longer than all the rest."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", "")
        yield


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return base_project(tmp_path_factory.mktemp("any"))


def check_told(root: Path, path: str, content: str | bytes) -> list[Problem]:
    """Checks the project with `content` at `path`, and how everything found is told."""
    write(root, path, content)
    try:
        found = problems(root)
    finally:
        if path == ENTRY:
            (root / ENTRY).unlink()
        else:
            write(root, path, GOOD[path])
    raw = content.encode("utf-8") if isinstance(content, str) else content
    text = raw.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in found:
        assert problem.code in CODES
        said = f"{problem.what} {problem.mend}"
        assert invisible(said) == []
        foreign = FOREIGN.search(said)
        assert foreign is None or foreign[0] in text  # or an author quotes it
        if problem.place.path == path:
            assert 1 <= problem.place.line <= len(lines)
            assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
        else:  # another file is told only of what this one no longer has
            between = ("KB403", "KB404", "KB405", "KB407", "KB408", "KB410")
            assert problem.code in between or problem.code.startswith("KB5")
    for write_out in (report.as_text, report.as_json, report.as_github):
        write_out(found).encode("utf-8")
    return found


@pytest.mark.parametrize("path", GOOD)
def test_good_files_have_no_problems(root: Path, path: str) -> None:
    assert check_told(root, path, GOOD[path]) == []


@st.composite
def broken(draw: st.DrawFn, path: str) -> str:
    """A good file after one to four slips of the hand."""
    text = GOOD[path]
    for _ in range(draw(st.integers(1, 4))):
        slip = draw(st.sampled_from(["cut", "repeat", "insert", "value", "line", "indent", "move"]))
        lines = text.split("\n")
        number = draw(st.integers(0, len(lines) - 1))
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(1, 12)))
        if slip == "cut":
            text = text[:start] + text[end:]
        elif slip == "repeat":
            text = text[:end] + text[start:]
        elif slip == "insert":
            text = text[:start] + draw(SNIPPETS | TEXT) + text[start:]
        else:
            line = lines.pop(number)
            if slip == "value":
                lines.insert(number, line.partition(":")[0] + ": " + draw(SNIPPETS | TEXT))
            elif slip == "line":
                lines[number:number] = [line] * draw(st.sampled_from([0, 2]))
            elif slip == "indent":
                lines.insert(number, draw(st.sampled_from([" ", "  ", "\t"])) + line)
            else:
                lines.insert(draw(st.integers(0, len(lines))), line)
            text = "\n".join(lines)
    return text.rstrip("\n") + "\n"


@settings(max_examples=500, deadline=None, derandomize=True)
@given(text=broken(PUBLISHED))
def test_slips_in_an_entry_are_told(root: Path, text: str) -> None:
    check_told(root, PUBLISHED, text)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=broken(ENTRY))
def test_slips_in_a_short_entry_are_told(root: Path, text: str) -> None:
    check_told(root, ENTRY, text)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=broken(VOCABULARY))
def test_slips_in_the_vocabulary_are_told(root: Path, text: str) -> None:
    check_told(root, VOCABULARY, text)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=broken(PAGE))
def test_slips_in_a_page_are_told(root: Path, text: str) -> None:
    check_told(root, PAGE, text)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(text=broken(RUNBOOK))
def test_slips_in_a_runbook_are_told(root: Path, text: str) -> None:
    check_told(root, RUNBOOK, text)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=broken(PARAMETER))
def test_slips_in_a_parameter_are_told(root: Path, text: str) -> None:
    check_told(root, PARAMETER, text)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(pieces=st.lists(SNIPPETS | TEXT, max_size=30))
@example(pieces=["["])
@example(pieces=["a: [b, "])
@example(pieces=["- ", "\n", "? "])
def test_text_that_looks_like_yaml_is_told(root: Path, pieces: list[str]) -> None:
    check_told(root, ENTRY, "".join(pieces) + "\n")


@pytest.mark.parametrize("depth", [30, 60, 480, 490, 495, 500, 5_000])
@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ("{a: ", "}"), ("- ", "x"), ("? ", "")])
def test_nesting_of_any_depth_is_told(root: Path, depth: int, opened: str, closed: str) -> None:
    check_told(root, ENTRY, f"{opened * depth}{closed * depth}\n")
    check_told(root, ENTRY, f"{DRAFT}aliases:\n  {opened * depth}{closed * depth}\n")


@pytest.mark.parametrize("text", ["[", "a: [b, ", "a: {", "a: [{b: c}, "])
def test_what_is_missing_at_the_very_end_is_told_in_the_file(root: Path, text: str) -> None:
    check_told(root, ENTRY, text)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(pieces=st.lists(SNIPPETS | TEXT, max_size=12), key=st.sampled_from(["security", "aliases"]))
def test_text_that_looks_like_yaml_is_told_behind_a_key(
    root: Path, pieces: list[str], key: str
) -> None:
    check_told(root, ENTRY, f"{DRAFT}{key}: {''.join(pieces)}\ncost: Nothing.\n")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    prefix=st.sampled_from([DRAFT.encode(), GOOD[PAGE].encode(), b"", b"---\n"]),
    raw=st.binary(max_size=12),
    at=st.floats(0, 1),
)
def test_bytes_are_told(root: Path, prefix: bytes, raw: bytes, at: float) -> None:
    position = int(at * len(prefix))
    content = prefix[:position] + raw + prefix[position:] + b"\n"
    if not any(character.encode() in content for character in BROKEN_LINES + "\r"):
        check_told(root, ENTRY, content)
        check_told(root, PAGE, content)


OTHER_VALUES: tuple[Any, ...] = (
    None,
    True,
    5,
    "",
    "x" * 2500,
    "UPPER <Case> [[weather]] [@learn] 'open\n\n# two",
    [],
    [5, None, []],
    {},
    {"weather": "fine", "5": None},
    [{"id": "x"}],
)


def ways(value: Any, keys: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield keys
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items if isinstance(value, dict | list) else ():
        yield from ways(item, (*keys, key))


def replaced(data: Any, keys: tuple[str | int, ...], value: Any) -> Any:
    if not keys:
        return value
    data = copy.deepcopy(data)
    holder = data
    for key in keys[:-1]:
        holder = holder[key]
    holder[keys[-1]] = value
    return data


@pytest.mark.parametrize("value", OTHER_VALUES, ids=lambda value: json.dumps(value)[:20])
@pytest.mark.parametrize("path", [PUBLISHED, VOCABULARY, PARAMETER])
def test_any_value_may_stand_where_another_belongs(root: Path, path: str, value: Any) -> None:
    data = yaml.load(GOOD[path], yaml.BaseLoader)  # noqa: S506 - it makes text, lists and mappings
    for keys in ways(data):
        text = json.dumps(replaced(data, keys, value), ensure_ascii=False, indent=1) + "\n"
        found = check_told(root, path, text)
        assert found or isinstance(value, str | list | dict)
