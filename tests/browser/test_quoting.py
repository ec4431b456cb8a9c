"""Values reach programs as they were typed, or not at all: the page's own code and real shells."""

import os
import random
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.command import Shell, needs_shell
from generator.kinds.entry.file import EntryFile
from generator.parameter import refusal
from generator.project.read import read_project
from generator.run import prepare
from generator.shape import pattern_fault

from .conftest import ROOT

CASES = 12_000
PIECES = [
    *(
        "'",
        '"',
        "`",
        "$",
        "\\",
        "!",
        "#",
        "~",
        "*",
        "?",
        "&",
        "|",
        ";",
        "<",
        ">",
        "(",
        ")",
        "{",
        "}",
    ),
    *("$(touch pwned)", "`touch pwned`", "${IFS}", "$HOME", "!!", "!$", "'; touch pwned; '", "&&"),
    *("\n", "\r", "\t", " ", "  ", "\u00a0", "\u200b", "\u202e", "\u2066", "\ufeff", "\u2028"),
    *("\u2018", "\u2019", "\u201a", "\u201b", "\u201c", "\u201d", "\u201e", "\u2013", "\u2014"),
    *("-", "--", "-n", "@file", "=", "%PATH%", "^", ",", "[", "]", "'\\''", "''", '""', "\\'"),
    *(
        "a",
        "b",
        "prod",
        "0",
        "\u0430",
        "\uff41",
        "é",
        "日本",
        "😀",
        "\U000e0041",
        "\x1b[31m",
        "\x07",
    ),
]
INSIDE = ("bare", "part", "double", "single")
AROUND = {
    "bare": ("az --name ", ""),
    "part": ("az --name x/", ""),
    "double": ("az --name \"[?n=='", "']\""),
    "single": ('az --name \'{"n":"', "\"}'"),
}
EXPECTED = {
    "bare": "{}",
    "part": "x/{}",
    "double": "[?n=='{}']",
    "single": '{{"n":"{}"}}',
}
# A function in the place of the program: it tells what it was given, each argument ended by NUL.
TELL = 'az() { printf \'%s\\0\' "$#" "$@"; }\n'


def hostile_values() -> list[str]:
    chosen = random.Random(1)  # noqa: S311 - the same values every time
    made = [*PIECES, *(left + right for left in PIECES for right in PIECES[:20])]
    while len(made) < CASES:
        made.append("".join(chosen.choices(PIECES, k=chosen.randint(1, 8))))
    return made[:CASES]


@pytest.fixture(scope="module")
def script(chromium: Browser, served: str) -> Iterator[Page]:
    """A page of the site, for its code alone."""
    page = chromium.new_page()
    page.goto(served + "index.html")
    yield page
    page.close()


def composed(page: Page, values: list[str], inside: str, how: dict[str, Any]) -> list[str | None]:
    """What the page would copy for each value; None where it refuses."""
    before, after = AROUND[inside]
    found: list[str | None] = page.evaluate(
        """([values, before, after, inside, how]) => values.map((value) => {
          const anything = { pattern: "[^]*", allowed: "anything", secret: false };
          if (kb.value.refusal(anything, value)) return null;
          const made = kb.value.compose([before, {name: "v", inside}, after], {v: value}, how);
          return made.text ?? null;
        })""",
        [values, before, after, inside, how],
    )
    return found


def run_bash(lines: list[str], folder: Path, *options: str) -> list[list[str]]:
    """The arguments that each line's program got. Nothing else may happen in `folder`."""
    folder.mkdir(exist_ok=True)
    text = TELL + "".join(f"{line}\nprintf '\\1\\0'\n" for line in lines)
    (folder.parent / "script").write_bytes(text.encode("utf-8", "surrogatepass"))
    with (folder.parent / "script").open("rb") as stream:
        done = subprocess.run(  # noqa: S603
            [shutil.which("bash") or "bash", "--norc", "--noprofile", *options],
            stdin=stream,
            capture_output=True,
            cwd=folder,
            check=False,
            env={"PATH": os.environ["PATH"], "HOME": "/nowhere", "LC_ALL": "C.UTF-8"},
        )
    assert list(folder.iterdir()) == []
    told = done.stdout.decode("utf-8", "surrogatepass").split("\x01\0")[:-1]
    return [one.split("\0")[:-1] for one in told]


@pytest.mark.parametrize("inside", INSIDE)
def test_bash_hands_over_exactly_the_value(script: Page, inside: str, tmp_path: Path) -> None:
    values = hostile_values()
    lines = composed(script, values, inside, {"shell": "bash"})
    kept = [(value, line) for value, line in zip(values, lines, strict=True) if line is not None]
    got = run_bash([line for _, line in kept], tmp_path / "work")
    assert len(kept) > (CASES // 4 if inside in ("bare", "part") else 100)
    assert got == [["2", "--name", EXPECTED[inside].format(value)] for value, _ in kept]


@pytest.mark.parametrize("inside", INSIDE)
def test_a_bash_at_the_keyboard_expands_no_history(
    script: Page, inside: str, tmp_path: Path
) -> None:
    values = hostile_values()[:3_000]
    lines = composed(script, values, inside, {"shell": "bash"})
    kept = [(value, line) for value, line in zip(values, lines, strict=True) if line is not None]
    script_lines = ["set -o history -o histexpand", *(line for _, line in kept)]
    got = run_bash(script_lines, tmp_path / "work")[1:]
    assert got == [["2", "--name", EXPECTED[inside].format(value)] for value, _ in kept]


def test_the_page_and_the_command_line_refuse_the_same_for_the_same_reason(script: Page) -> None:
    base, _ = read_project(ROOT)
    values = [*hostile_values()[:1_500], "adf-prod", "x" * 301, "2026-11-21T02:00:00Z"]
    for file in base.parameters.values():
        parameter = file.parameter
        told = script.evaluate(
            "([parameter, values]) => values.map((value) => kb.value.refusal(parameter, value))",
            [{"pattern": parameter.pattern, "allowed": parameter.allowed}, values],
        )
        assert told == [refusal(parameter, value) or "" for value in values]
        assert "" in told or parameter.id != "factory-name"


def test_a_pattern_means_the_same_to_python_and_to_the_page(script: Page) -> None:
    chosen = random.Random(2)  # noqa: S311 - the same patterns every time
    parts = ["a", "b", "0", "-", "_", " ", r"\.", "[a-z]", "[^a-c]", "[A-Za-z0-9_-]", r"[\]\\]"]
    parts += [
        "(?:a|b)",
        "(?:ab)?",
        "(?:a-)?",
        "?",
        "*",
        "+",
        "{2}",
        "{1,3}",
        "/",
        ":",
        r"\(",
        "[.]",
    ]
    patterns: list[str] = []
    while len(patterns) < 1_000:
        pattern = "".join(chosen.choices(parts, k=chosen.randint(1, 7)))
        if pattern_fault(pattern) is None:
            patterns.append(pattern)
    signs = ["a", "b", "ab", "c", "0", "-", "_", ".", " ", "]", "\\", "(", "é", "😀", "A", "/"]
    values = ["".join(chosen.choices(signs, k=chosen.randint(1, 5))) for _ in range(60)]
    told = script.evaluate(
        """([patterns, values]) => patterns.map((pattern) => values.map(
          (value) => new RegExp(`^(?:${pattern})$`, "u").test(value)))""",
        [patterns, values],
    )
    for pattern, found in zip(patterns, told, strict=True):
        compiled = re.compile(pattern, re.ASCII)
        assert found == [compiled.fullmatch(value) is not None for value in values], pattern
    assert sum(map(sum, told)) > 300


def test_what_cannot_be_seen_or_looks_like_an_option_is_refused(script: Page) -> None:
    refused = ["", "-n", "--name", "\u2013n", "a\nb", "a\0b", "a\u202eb", "a\u200bb", "\x1b[31m"]
    for inside in INSIDE:
        assert composed(script, refused, inside, {"shell": "bash"}) == [None] * len(refused)


SINGLE = "'\u2018\u2019\u201a\u201b"
DOUBLE = '"\u201c\u201d\u201e'


def powershell_word(text: str) -> str:
    """The one argument in `text`, read by the grammar of PowerShell.

    Verbatim strings end at a single quote of any form that no other follows; in expandable ones
    a double quote of any form, a backtick or a dollar means something, so none may stand there.
    https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-02, 2.3.5.2
    """
    if text[0] in SINGLE:
        value, position = "", 1
        while True:
            if text[position] not in SINGLE:
                value += text[position]
                position += 1
            elif text[position + 1 : position + 2] and text[position + 1] in SINGLE:
                value += text[position]
                position += 2
            else:
                assert position == len(text) - 1, "something follows the string"
                return value
    if text[0] in DOUBLE:
        inner = text[1:-1]
        assert not set(inner) & {*DOUBLE, "`", "$"}, "something in the string has a meaning"
        return inner
    assert not set(text) & {*SINGLE, *DOUBLE, *"`$(){};,|&<>@# \t\n"}, "a sign ends the word"
    return text


@pytest.mark.parametrize("inside", ["bare", "part", "double"])
def test_powershell_reads_exactly_the_value(script: Page, inside: str) -> None:
    values = hostile_values()
    lines = composed(script, values, inside, {"shell": "powershell"})
    kept = [(value, line) for value, line in zip(values, lines, strict=True) if line is not None]
    assert len(kept) > 50
    for value, line in kept:
        assert powershell_word(line.removeprefix("az --name ")) == EXPECTED[inside].format(value)


@pytest.mark.parametrize("inside", ["bare", "part", "double"])
def test_nothing_that_cmd_reads_goes_through_it(script: Page, inside: str) -> None:
    values = hostile_values()
    lines = composed(script, values, inside, {"shell": "powershell", "through": True})
    kept = [value for value, line in zip(values, lines, strict=True) if line is not None]
    assert kept
    assert not {sign for value in kept for sign in value} & set('"%^&|<>!')
    assert not [value for value in kept if value.endswith("\\")]


@pytest.mark.skipif(shutil.which("pwsh") is None, reason="there is no PowerShell here")
def test_a_real_powershell_hands_over_exactly_the_value(script: Page, tmp_path: Path) -> None:
    values = hostile_values()[:2_000]
    lines = composed(script, values, "bare", {"shell": "powershell"})
    kept = [(value, line) for value, line in zip(values, lines, strict=True) if line is not None]
    file = tmp_path / "script.ps1"
    tell = "function az { [Console]::Out.Write($args[1] + [char]0) }\n"
    file.write_text(tell + "\n".join(line for _, line in kept), encoding="utf-8-sig")
    done = subprocess.run(["pwsh", "-NoProfile", "-File", file], capture_output=True, check=True)  # noqa: S603, S607
    assert done.stdout.decode().split("\0")[:-1] == [value for value, _ in kept]


def missing(page: Page, pieces: list[Any], how: dict[str, Any]) -> str | None:
    """What is copied while no value is there."""
    found: str | None = page.evaluate(
        "([pieces, how]) => kb.value.compose(pieces, {}, how).text ?? null", [pieces, how]
    )
    return found


POWERSHELL = {"shell": "powershell"}
SPOT = {"name": "factory-name", "inside": "bare"}
IN_TEXT = {"name": "factory-name", "inside": "double"}
IN_VERBATIM = {"name": "factory-name", "inside": "single"}


@pytest.mark.parametrize(
    ("pieces", "several"),
    [
        (["az --name ", SPOT], False),
        (["az --name x/", {**SPOT, "inside": "part"}], False),
        (["az --query \"[?n=='", IN_TEXT, "']\""], False),
        (['az --query \'{"n":"', IN_VERBATIM, "\"}'"], False),
        (['az --id "$(az --name ', SPOT, ')"'], True),
        (["az list | az --name ", SPOT], True),
        (["az list && az --name ", SPOT], True),
        (["az list; az --name ", SPOT], True),
    ],
)
def test_bash_runs_nothing_while_a_value_is_missing(
    script: Page,
    pieces: list[Any],
    several: bool,  # noqa: FBT001 - a parameter of the test
    tmp_path: Path,
) -> None:
    line = missing(script, pieces, {"shell": "bash", "several": several})
    done = subprocess.run(  # noqa: S603
        ["bash", "--norc", "-c", f"{TELL}{line}"],  # noqa: S607
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
        env={"PATH": os.environ["PATH"]},
    )
    assert done.stdout == ""
    assert "FACTORY_NAME: set FACTORY_NAME" in done.stderr
    assert done.returncode != 0


def test_bash_takes_the_value_from_a_variable_that_is_set(script: Page, tmp_path: Path) -> None:
    line = missing(script, ["az --name ", SPOT], {"shell": "bash"})
    assert run_bash([f"FACTORY_NAME='a b'; {line}"], tmp_path / "work") == [["2", "--name", "a b"]]


def test_powershell_throws_while_a_value_is_missing(script: Page) -> None:
    assert missing(script, ["az --name ", SPOT], POWERSHELL) == (
        "az --name \"$(if ($FactoryName) { $FactoryName } else { throw 'set $FactoryName' })\""
    )
    assert missing(script, ["az 'x", IN_VERBATIM, "'"], POWERSHELL) is None
    assert missing(script, ["Get-A; Remove-B ", SPOT], POWERSHELL | {"several": True}) == (
        "if (-not $FactoryName) { throw 'set $FactoryName' }; Get-A; Remove-B "
        "\"$(if ($FactoryName) { $FactoryName } else { throw 'set $FactoryName' })\""
    )


def test_every_bash_command_of_the_site_runs_as_it_is_copied(
    script: Page, served: str, tmp_path: Path
) -> None:
    base, _ = read_project(ROOT)
    values = {
        name: file.parameter.example
        for name, file in base.parameters.items()
        if not file.parameter.secret
    }
    copied: list[str] = []
    expected: list[list[str]] = []
    for entry in (file.entry for file in base.all(EntryFile).values()):
        script.goto(f"{served}glossary/{entry.id}.html")
        script.evaluate("(v) => sessionStorage.setItem('kb-values', JSON.stringify(v))", values)
        script.reload()
        found = script.evaluate(
            """() => Object.fromEntries(
              [...document.querySelectorAll('.kb-command[id] .kb-line')].map(
                (line) => [line.closest('.kb-command').id, kb.copyable(line).text]))"""
        )
        for command in entry.all_commands():
            if command.shell is Shell.BASH and not needs_shell(command.run.strip()):
                copied.append(found[f"command-{command.id}"])
                program, *words = shlex.split(prepare(command, values).shown)
                expected.append([program, *words])
    functions = "".join(
        f"{program}() {{ printf '%s\\0' {program} \"$@\"; }}\n"
        for program in {words[0] for words in expected}
    )
    assert len(copied) > 100
    assert run_bash([functions, *copied], tmp_path / "work")[1:] == expected


def test_a_name_of_one_word_takes_no_variable_of_the_shell(script: Page) -> None:
    names = ["path", "name", "home", "region"]
    found = script.evaluate("(n) => n.map((name) => kb.value.variable(name, 'bash'))", names)
    assert found == ["KB_PATH", "KB_NAME", "KB_HOME", "KB_REGION"]
    found = script.evaluate("(n) => n.map((name) => kb.value.variable(name, 'powershell'))", names)
    assert found == ["$KbPath", "$KbName", "$KbHome", "$KbRegion"]
