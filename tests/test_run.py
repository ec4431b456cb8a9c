"""`kb run`: a runbook followed in a terminal, with programs that tell what they were given."""

import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.command import Effect, Shell
from generator.kinds.entry.model import Command
from generator.run import prepare

from .project import base_project, kb, write

VALUES = ("factory-name=adf-prod", "resource-group=rg", "pipeline-name=load nightly")
KEY = "IR@0d1e2f3a-1111-2222-3333-444455556666@adf@we@AAAAbbbbCCCCdddd="
ARGUMENTS = "[--factory-name][adf-prod][--name][load nightly][--resource-group][rg]"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base project, with an `az` first on the path that prints each argument in brackets."""
    program(tmp_path / "bin/az", 'for one in "$@"; do printf "[%s]" "$one"; done; echo')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    return base_project(tmp_path)


def program(path: Path, body: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def kb_run(root: Path, answers: str, *options: str, values: tuple[str, ...] = VALUES) -> Result:
    given = [part for value in values for part in ("--param", value)]
    arguments = ["run", "run-failed", "--project", str(root), "--record", str(root / "record")]
    return CliRunner().invoke(
        main, [*arguments, *given, *options], input=answers, catch_exceptions=False
    )


def record(root: Path) -> tuple[dict[str, object], str]:
    (made,) = (root / "record").glob("*.json")
    (page,) = (root / "record").glob("*.md")
    return json.loads(made.read_text()), page.read_text()


def test_a_reading_command_runs_without_a_question_and_gets_each_value_as_one_word(
    root: Path,
) -> None:
    done = kb_run(root, "y\n1\n")
    assert done.exit_code == 0
    assert f"[datafactory][pipeline][show]{ARGUMENTS}\n" in done.output
    assert done.output.endswith("Resolved.\n")
    kept, page = record(root)
    assert kept["end"] == "resolved"
    assert isinstance(kept["rows"], list)
    assert [(row["step"], row["outcome"], row["status"]) for row in kept["rows"]] == [
        ("Look at the pipeline", "as expected", 0),
        ("Look at the pipeline", "It does: on to resolved", None),
    ]
    assert f"[datafactory][pipeline][show]{ARGUMENTS}" in page
    assert (
        "| Look at the pipeline | Show one pipeline. | as expected | To record: Its name. |" in page
    )


START = (
    ("pipeline delete", "trigger start"),
    ("effect: destroy", "effect: operate"),
    ("irreversible: The history of its runs stays, the definition is gone.", "undo: Stop it."),
)
"""What makes of the command that deletes one whose change can be taken back."""


@pytest.mark.parametrize(
    ("change", "word", "effect"), [((), "delete", "destroy"), (START, "start", "operate")]
)
def test_a_change_runs_only_after_a_yes(
    root: Path, change: tuple[tuple[str, str], ...], word: str, effect: str
) -> None:
    path = "glossary/analytics/pipeline.yaml"
    entry = (root / path).read_text()
    for before, after in change:
        assert before in entry
        entry = entry.replace(before, after)
    write(root, path, entry)
    kb("verify", "--project", root, "--accept", "pipeline/delete")
    done = kb_run(root, "y\n2\nn\ny\n")
    assert f"This can {effect}. Run it?" in done.output
    assert f"[{word}]" not in done.output
    kept, _ = record(root)
    assert isinstance(kept["rows"], list)
    assert kept["rows"][-1]["outcome"] == "by hand or left out: as expected"
    assert kept["rows"][-1]["status"] is None
    assert f"[{word}]{ARGUMENTS}" in kb_run(root, "y\n2\ny\ny\n").output


def test_what_is_not_as_expected_stops_and_leads_along_the_branch(root: Path) -> None:
    done = kb_run(root, "n\ny\nn\n")
    assert 'Go on to "deploy"?' in done.output
    assert "2/3 Deploy it again" in done.output
    assert done.exit_code == 1
    assert "Escalate:\n  - The data platform team, with the id of the run." in done.output
    assert record(root)[0]["end"] == "escalate"


def test_a_command_that_fails_is_not_as_expected(root: Path, tmp_path: Path) -> None:
    program(tmp_path / "bin/az", "echo no such factory >&2; exit 3")
    done = kb_run(root, "n\n")
    assert "no such factory\n  Exit status 3.\n" in done.output
    kept, _ = record(root)
    assert isinstance(kept["rows"], list)
    assert [row["outcome"] for row in kept["rows"]] == ["exit status 3", "stopped"]
    assert kept["rows"][0]["output"] == "no such factory\n"


def test_whoever_stops_keeps_what_was_done(root: Path) -> None:
    done = kb_run(root, "y\n")  # and then the input ends
    assert done.exit_code == 1
    kept, _ = record(root)
    assert kept["end"] == "stopped"
    assert isinstance(kept["rows"], list)
    assert len(kept["rows"]) == 1


def test_a_dry_run_shows_everything_runs_nothing_and_writes_nothing(root: Path) -> None:
    done = kb_run(root, "", "--dry-run", values=VALUES[:2])
    assert done.exit_code == 0
    for title in ("1/3 Look at the pipeline", "2/3 Deploy it again", "3/3 Delete it"):
        assert title in done.output
    assert '--name "${PIPELINE_NAME:?set PIPELINE_NAME}"' in done.output
    assert "[datafactory]" not in done.output
    assert not (root / "record").exists()


def test_a_value_that_is_missing_is_asked_for_until_it_fits(root: Path) -> None:
    done = kb_run(root, "-n\nadf prod\nadf-prod\ny\n1\n", values=VALUES[1:])
    assert "Not taken: it begins with a dash, and would be taken for an option." in done.output
    assert "Not taken: it does not fit: 3 to 63 letters, digits and hyphens." in done.output
    assert done.exit_code == 0


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("factory-name=a b", "factory-name: it does not fit: 3 to 63 letters, digits and hyphens."),
        ("factry-name=adf", 'it takes no "factry-name". Did you mean "factory-name"?'),
        ("factory-name", '"factory-name" is not NAME=VALUE.'),
        ("factory-name=$(touch x)", "factory-name: it does not fit: 3 to 63 letters"),
    ],
)
def test_a_wrong_value_is_wrong_use(root: Path, given: str, told: str) -> None:
    done = kb_run(root, "", values=(given,))
    assert done.exit_code == 2
    assert told in done.output


def test_no_secret_reaches_the_record(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "bin/az", f'echo "{KEY} and $6"')
    secret = (root / "glossary/parameters/resource-group.yaml").read_text() + "secret: true\n"
    write(root, "glossary/parameters/resource-group.yaml", secret)
    monkeypatch.setenv("RESOURCE_GROUP", "s3cret-value")
    done = kb_run(root, "y\n1\n", values=("factory-name=adf-prod", "pipeline-name=load"))
    assert done.exit_code == 0
    assert '--resource-group "${RESOURCE_GROUP:?set RESOURCE_GROUP}"' in done.output
    kept, page = record(root)
    for text in (json.dumps(kept), page):
        assert KEY not in text
        assert "s3cret-value" not in text
    assert "[redacted] and" in page
    typed = kb_run(root, "", values=("resource-group=x",))
    assert "resource-group is secret, and stays in the history of the shell." in typed.output


def test_a_runbook_that_is_not_there_is_told_with_the_nearest(root: Path) -> None:
    done = CliRunner().invoke(main, ["run", "run-fail", "--project", str(root)])
    assert done.exit_code == 2
    assert 'there is no runbook "run-fail". Did you mean "run-failed"?' in done.output


ANY = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)


@settings(max_examples=500, deadline=None)
@given(value=ANY, other=ANY)
def test_any_value_reaches_the_program_as_it_is(value: str, other: str) -> None:
    line = "env --name <a-name> --query \"[?n=='<a-name>']\" @<other-name> 'x <other-name>'"
    command = Command(id="x", run=line, shell=Shell.BASH, purpose="x", effect=Effect.DISCOVER)
    made = prepare(command, {"a-name": value, "other-name": other})
    query = f"[?n=='{value}']"
    assert made.arguments == ("env", "--name", value, "--query", query, f"@{other}", f"x {other}")


@settings(max_examples=100, deadline=None)
@given(value=ANY)
def test_a_line_for_a_shell_gets_its_values_from_the_environment(value: str) -> None:
    command = Command(
        id="x", run="env a <a-name> | cat", shell=Shell.BASH, purpose="x", effect=Effect.DISCOVER
    )
    made = prepare(command, {"a-name": value})
    assert made.arguments[1:] == ("-c", 'env a "${A_NAME:?set A_NAME}" | cat')
    assert made.environment == {"A_NAME": value}
