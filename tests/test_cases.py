"""Every rule beside a project that breaks it, and the exact words an author is told.

A case is a folder under `cases/<CODE>-<rule>/`: the files that differ from the valid project in
`cases/_base/`, and `expected.txt`, the lines of `kb validate`.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.problem import RULES, Rule, Severity
from generator.problem.reading import READING
from generator.source import parse
from generator.source.compose import _OTHER, _SYNTAX

from .project import (
    BASE,
    CASES,
    DRAFT,
    ENTRY,
    EXPECTED,
    NONE_RECORDED,
    WITHOUT,
    base_project,
    case_project,
    summary,
    validate,
    write,
)
from .written_cases import CANNOT_BE_READ, WRITTEN, Written, lined

FOLDERS = sorted(path.parent for path in CASES.rglob(EXPECTED))

PICTURED = {
    "KB101": "shows a byte that is no text",
    "KB102": "shows a character that no page could",
    "KB104": "says how large the file is",
    "KB111": "says where a link leads",
    "KB113": "says where a link leads",
    "KB116": "names the file",
    "KB119": "names the file",
    "KB205": "abbreviates the text",
    "KB360": "names a file",
    "KB361": "names a file",
    "KB362": "tells of a change",
    "KB410": "says what is not there",
    "KB411": "names the file",
    "KB412": "says what is not there",
    "KB420": "tells of the ledger",
    "KB421": "tells of the ledger",
    "KB422": "tells of the ledger",
    "KB423": "tells of the ledger",
}
"""Rules whose bad excerpt tells of a file, in place of showing lines of it."""


OF_LINKS = {"KB519"}
"""Told of files of others, by `kb links check` alone."""

COMPLAINTS = [
    rule for rule in RULES if rule.severity is not Severity.NOTE and rule.code not in OF_LINKS
]


def _name(case: Path) -> str:
    return case.relative_to(CASES).as_posix()


def _rule(code: str) -> Rule:
    return next(rule for rule in RULES if rule.code == code)


def test_base_project_has_no_problems(tmp_path: Path) -> None:
    run = validate(base_project(tmp_path))
    assert run == (0, f"2 entries and 1 runbook, no problems.{NONE_RECORDED}", "")


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=_name(case)) for case in FOLDERS],
)
def test_bad_file_gets_its_exact_complaint(case: Path, tmp_path: Path) -> None:
    expected = (case / EXPECTED).read_text(encoding="utf-8")
    run = validate(case_project(case, tmp_path))
    assert run.out == expected
    assert run.err == summary(expected.splitlines())
    assert run.status == (0 if _rule(_name(case)[:5]).severity is Severity.WARNING else 1)


@pytest.mark.parametrize(
    "case",
    WRITTEN,
    ids=[f"{case.code} {case.name}" for case in WRITTEN],
)
def test_bad_file_that_git_cannot_hold_gets_its_exact_complaint(
    case: Written, tmp_path: Path
) -> None:
    root = base_project(tmp_path)
    case.make(root)
    run = validate(root)
    assert run.out == case.expected
    assert run.err == summary(case.expected.splitlines())
    assert run.status == 1


def test_file_without_permission_gets_its_exact_complaint(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    write(root, ENTRY, DRAFT)
    (root / ENTRY).chmod(0)
    try:
        (root / ENTRY).read_bytes()
    except PermissionError:
        pass
    else:
        pytest.skip("this user may read everything")
    assert validate(root).out == lined(
        f"{ENTRY}:1:1: KB113 the file cannot be read: permission is denied. {CANNOT_BE_READ}"
    )


@pytest.mark.parametrize(
    "name",
    [
        "KB105-yaml-syntax/second-colon",
        "KB110-alias-in-itself/list",
        "KB408-circle/three",
        "KB410-no-vocabulary/none",
    ],
)
def test_installed_command_says_the_same(name: str, tmp_path: Path) -> None:
    expected = (CASES / name / EXPECTED).read_bytes()
    done = subprocess.run(  # noqa: S603 - our own command
        [
            Path(sys.executable).with_name("kb"),
            "validate",
            "--project",
            case_project(CASES / name, tmp_path),
        ],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "utf-8"},
    )
    assert done.stdout == expected
    assert done.stderr.decode() == summary(expected.decode().splitlines())
    assert done.returncode == 1


@pytest.mark.parametrize("rule", COMPLAINTS, ids=lambda rule: rule.code)
def test_rule_has_a_case(rule: Rule) -> None:
    folder = CASES / f"{rule.code}-{rule.name}"
    codes = {case.code for case in WRITTEN}
    assert any(folder in case.parents for case in FOLDERS) or rule.code in codes


@pytest.mark.parametrize("case", FOLDERS, ids=_name)
def test_case_breaks_its_own_rule_and_no_other(case: Path) -> None:
    code = _name(case)[:5]
    assert _name(case).startswith(f"{code}-{_rule(code).name}/")
    lines = (case / EXPECTED).read_text(encoding="utf-8").splitlines()
    assert lines
    assert all(f": {code} " in line for line in lines)


@pytest.mark.parametrize(
    "rule", [rule for rule in COMPLAINTS if rule.code not in PICTURED], ids=lambda rule: rule.code
)
def test_bad_excerpt_of_a_rule_stands_in_one_of_its_cases(rule: Rule) -> None:
    lines = [line.strip() for line in rule.bad.splitlines()]
    shown = [line for line in lines if not re.match(r"#(?!#)", line)]  # "##" is a heading
    if rule.code == "KB103":
        shown = lines  # the comment is all there is
    cases = [case for case in FOLDERS if _name(case).startswith(rule.code)]
    assert shown
    assert any(all(line in written for line in shown) for written in map(_text_of, cases))


def _text_of(case: Path) -> str:
    notes = (EXPECTED, WITHOUT)
    files = [path for path in case.rglob("*") if path.is_file() and path.name not in notes]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.language == "yaml"], ids=lambda rule: rule.code
)
def test_good_excerpt_of_a_rule_can_be_read(rule: Rule) -> None:
    files = re.split(r"^#.*\n?", rule.good, flags=re.MULTILINE)  # a comment names the file
    found = [problem for text in files if text for problem in parse(ENTRY, text)[1]]
    assert [str(problem) for problem in found] == []


@pytest.mark.parametrize(
    "rule",
    [pytest.param(rule, id=rule.code) for rule in READING if rule.code not in {*PICTURED, "KB117"}],
)
def test_bad_excerpt_of_a_rule_on_reading_breaks_that_rule(rule: Rule) -> None:
    _, found = parse(ENTRY, rule.bad)
    assert {problem.code for problem in found} == {rule.code}


def test_every_wording_of_a_syntax_fault_has_a_case() -> None:
    told = "".join(
        (case / EXPECTED).read_text(encoding="utf-8")
        for case in FOLDERS
        if _name(case).startswith("KB105")
    )
    wordings = [*(what for what, _ in _SYNTAX.values()), _OTHER[0]]
    assert [what for what in wordings if what.format(char="@").split("@")[-1] not in told] == []


def test_base_is_no_case() -> None:
    assert all(BASE not in case.parents for case in FOLDERS)
