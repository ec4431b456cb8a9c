"""Command lines of anybody, checked one by one."""

import json
import shlex
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.catalog import read_catalogs
from generator.cli import main
from generator.command import Shell, parse_bash, parse_powershell
from generator.verify import Verifier

VERIFIER = Verifier(read_catalogs(None)[0])


def rows(lines: str, folder: Path, *options: str) -> tuple[int, list[dict[str, Any]]]:
    words = ["verify", "--stdin", "--json", *options]
    with chdir(folder):
        done = CliRunner().invoke(main, words, input=lines, catch_exceptions=False)
    return done.exit_code, [json.loads(line) for line in done.stdout.splitlines()]


def test_each_line_gets_an_object_and_needs_no_project(tmp_path: Path) -> None:
    status, found = rows("az vm list\nkubectl get pods\naz vm lis\n", tmp_path)
    assert status == 1
    good = {"ok": True, "problems": [], "reveals_secret": False}
    assert found[0] == {"line": "az vm list", **good, "effect": "discover", "catalog": "az 2.91.0"}
    assert found[1] == {"line": "kubectl get pods", **good, "effect": None, "catalog": None}
    assert found[2]["problems"] == [
        {
            "code": "KB302",
            "severity": "error",
            "message": '"az vm lis" is not in the catalog az 2.91.0 + datafactory 1.0.4. '
            'Did you mean "az vm list"?',
            "column": 7,
        }
    ]


def test_good_lines_have_status_0_and_tell_effect_and_secret(tmp_path: Path) -> None:
    status, found = rows("az storage account keys list -n a\naz group delete -n a\n", tmp_path)
    assert status == 0
    assert [(row["effect"], row["reveals_secret"]) for row in found] == [
        ("discover", True),
        ("destroy", False),
    ]


def test_an_extension_and_a_preview_are_noted_and_no_fault(tmp_path: Path) -> None:
    status, found = rows("az datafactory list\n", tmp_path)
    assert status == 0
    assert [(told["code"], told["severity"]) for told in found[0]["problems"]] == [
        ("KB317", "note")
    ]
    assert found[0]["catalog"] == "az 2.91.0 + datafactory 1.0.4"


def test_cmdlets_are_checked_for_their_shell(tmp_path: Path) -> None:
    lines = "Get-AzDataFactoryV2 -ResourceGroupName rg\nGet-AzureRmDataFactoryV2\n"
    status, found = rows(lines, tmp_path, "--shell", "powershell")
    assert status == 1
    assert [[told["code"] for told in row["problems"]] for row in found] == [[], ["KB314"]]


def test_a_retired_cmdlet_is_told_a_successor_only_where_that_exists(tmp_path: Path) -> None:
    lines = "Get-AzureRmDataFactoryV2\nNew-AzureRmDataFactoryGatewayKey\n"
    _, found = rows(lines, tmp_path, "--shell", "powershell")
    assert [row["problems"][0]["message"] for row in found] == [
        '"Get-AzureRmDataFactoryV2" is retired with AzureRM. Use "Get-AzDataFactoryV2".',
        '"New-AzureRmDataFactoryGatewayKey" is retired with AzureRM. '
        "Nothing that is known here took its place.",
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("az vm list | jq .", ["vm", "list"]),
        ("true && az vm show -n a", ["vm", "show", "-n", "a"]),
        ("az vm show \\\n  -n a", ["vm", "show", "-n", "a"]),
        ("az vm show -n 'a b' --q=\"c\"", ["vm", "show", "-n", "a b", "--q=c"]),
        ("X=$(az vm show -n a)", ["vm", "show", "-n", "a"]),
        ("sudo az vm list > out.txt --debug", ["vm", "list", "--debug"]),
        ("for i in a b; do az vm show -n <vm-name>; done", ["vm", "show", "-n", "<vm-name>"]),
        ("az vm list # all of them", ["vm", "list"]),
    ],
)
def test_bash_hands_over_these_words(line: str, words: list[str]) -> None:
    script = parse_bash(line)
    assert script.broken is None
    (found,) = [one for one in script.invocations if one.program.text == "az"]
    assert [word.text for word in found.words] == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Get-A -Name a -Status:$true", ["-Name", "a", "-Status", "$true"]),
        ("$x | Get-A -List a, b -Other 'c d'", ["-List", "a, b", "-Other", "c d"]),
        ("Get-A \u2013Name \u201ca b\u201d", ["-Name", "a b"]),
        ("Get-A -Street1 <the-street>", ["-Street1", "<the-street>"]),
        ("if ($y) { Get-A `\n  -Name a }", ["-Name", "a"]),
    ],
)
def test_powershell_hands_over_these_words(line: str, words: list[str]) -> None:
    script = parse_powershell(line)
    assert script.broken is None
    (found,) = [one for one in script.invocations if one.program.text == "Get-A"]
    assert [word.text for word in found.words] == words


@pytest.mark.parametrize(
    ("line", "shell", "codes"),
    [
        ("az vm delete --ids /subscriptions/x", Shell.BASH, []),
        ("az vm delete -n a", Shell.BASH, ["KB306"]),
        ("az vm delete --ids a", Shell.BASH, ["KB307"]),
        ("az vm delete $ARGUMENTS", Shell.BASH, []),
        ("az vm list -otable", Shell.BASH, []),
        ("az vm list --query '[0'", Shell.BASH, ["KB311"]),
        ("az vm lis --help", Shell.BASH, ["KB302"]),
        ("az vm --help", Shell.BASH, []),
        ("Get-AzDataFactoryV2Pipeline @parameters", Shell.POWERSHELL, []),
        ("Get-AzDataFactoryV2Pipeline rg adf", Shell.POWERSHELL, []),
        ("Get-AzDataFactoryV2Pipeline -ResourceGroupName rg", Shell.POWERSHELL, ["KB306"]),
        ("$f | Get-AzDataFactoryV2Pipeline", Shell.POWERSHELL, []),
        ("Select-AzSubscription -Subscription a", Shell.POWERSHELL, []),
        ("Get-Date -Nonsense", Shell.POWERSHELL, []),
    ],
)
def test_what_the_tool_would_say(line: str, shell: Shell, codes: list[str]) -> None:
    assert [found.rule.code for found in VERIFIER.check(line, shell).findings] == codes


def test_findings_point_at_the_word_behind_other_letters() -> None:
    line = "az tag create --name 'größe 😀' && az vm list --outptu table"
    (found,) = VERIFIER.check(line, Shell.BASH).findings
    assert line[found.start : found.end] == "--outptu"


NASTY = st.text(st.sampled_from("az vm list-${}()[]<>|&;'\"`\\\0\n\t=@,#ä😀"), max_size=80)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=60) | NASTY.map(lambda text: f"az vm {text}"), st.sampled_from(Shell))
@example("az vm list \0", Shell.BASH)
def test_any_line_is_told_within_its_bounds(line: str, shell: Shell) -> None:
    for found in VERIFIER.check(line, shell).findings:
        assert 0 <= found.start <= found.end <= max(len(line), found.end)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=12)))
def test_quoted_words_arrive_as_they_were(words: list[str]) -> None:
    script = parse_bash("az datafactory list " + " ".join(map(shlex.quote, words)))
    assert [word.text for word in script.invocations[0].words[2:]] == words


@pytest.mark.parametrize(
    "line",
    [
        "az vm list " + "x" * 1_000_000,
        "az vm list " + "--a " * 10_000,
        "az vm list " + "$(" * 5_000,
        "az " + "(" * 9_000,
        "az vm list --query " + "[" * 15_000,
        "az vm list --query '" + "(" * 1_900 + "'",
        "az " + "\\\n" * 9_000,
        "<" * 19_000,
    ],
    ids=["long", "options", "nested", "brackets", "query", "deep-query", "breaks", "placeholders"],
)
@pytest.mark.parametrize("shell", Shell)
def test_a_hostile_line_ends_in_problems(line: str, shell: Shell) -> None:
    assert VERIFIER.check(line, shell) is VERIFIER.check(line, shell)
