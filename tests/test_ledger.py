"""What was checked is remembered, and a change is noticed."""

import json
import shutil
from pathlib import Path

import pytest

from .project import base_project, kb, validate, write

LEDGER = "glossary/ledger/analytics.jsonl"
ENTRY = "glossary/analytics/pipeline.yaml"
SHOW = (
    "az datafactory pipeline show --factory-name <factory-name> --name <pipeline-name> "
    "--resource-group <resource-group>"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base project before anything was checked; a runbook needs that, so there is none."""
    root = base_project(tmp_path)
    shutil.rmtree(root / "glossary/ledger")
    shutil.rmtree(root / "content/runbooks")
    return root


def verify(root: Path, *options: str) -> tuple[int, str, str]:
    return kb("verify", "--project", root, *options)


def change(root: Path, before: str, after: str) -> None:
    text = (root / ENTRY).read_text()
    assert before in text
    write(root, ENTRY, text.replace(before, after))


def test_a_check_is_written_down_once(root: Path) -> None:
    assert verify(root, "--check")[0] == 1
    assert verify(root) == (0, "2 commands checked against the catalogs.\n", "")
    first = (root / LEDGER).read_bytes()
    assert verify(root)[0] == 0
    assert (root / LEDGER).read_bytes() == first
    assert verify(root, "--check")[0] == 0


def test_what_did_not_change_keeps_its_day(root: Path) -> None:
    verify(root)
    rows = [json.loads(line) for line in (root / LEDGER).read_text().splitlines()]
    old = [{**row, "on": "2026-01-05"} for row in rows]
    write(root, LEDGER, "".join(json.dumps(row) + "\n" for row in old))
    change(root, "pipeline delete --factory-name", "pipeline delete --yes --factory-name")
    assert verify(root, "--accept", "pipeline/delete")[0] == 0
    lines = (root / LEDGER).read_text().splitlines()
    days = {row["command"]: row["on"] for row in map(json.loads, lines)}
    assert days["pipeline/show"] == "2026-01-05"
    assert days["pipeline/delete"] > "2026-01-05"


def test_a_command_for_another_shell_is_another_command(root: Path) -> None:
    verify(root)
    change(
        root, "        purpose: Show one", "        shell: powershell\n        purpose: Show one"
    )
    day = json.loads((root / LEDGER).read_text().splitlines()[0])["on"]
    assert validate(root).out == (
        f"{ENTRY}:45:14: KB362 the command changed since it was checked on {day}: it was one for "
        'bash, and is one for powershell. Look at it, and run "kb verify --accept pipeline/show".\n'
    )
    assert verify(root, "--accept", "pipeline/show")[0] == 0
    assert validate(root).status == 0


def test_a_changed_command_stops_everything_until_somebody_accepts_it(root: Path) -> None:
    verify(root)
    change(root, SHOW, f"{SHOW} --output table")
    day = json.loads((root / LEDGER).read_text().splitlines()[0])["on"]
    told = (
        f"{ENTRY}:45:14: KB362 the command changed since it was checked on {day}: it gained "
        '--output table. Look at it, and run "kb verify --accept pipeline/show".\n'
    )
    assert validate(root).out == told
    assert verify(root)[:2] == (1, told)
    assert verify(root, "--accept", "pipeline/show")[0] == 0
    assert validate(root).status == 0


def test_a_changed_catalog_stops_what_uses_it(root: Path) -> None:
    verify(root)
    records = root / "glossary/ledger/records.jsonl"
    ledger = root / LEDGER
    for row in map(json.loads, records.read_text().splitlines()):
        if json.loads(row["record"])["name"] == "datafactory pipeline show":
            before = json.loads(row["record"])
            before["options"].append({"names": ["--gone"]})
            write(
                root,
                "glossary/ledger/records.jsonl",
                json.dumps({"digest": "0" * 16, "record": json.dumps(before)}) + "\n",
            )
            ledger.write_text(ledger.read_text().replace(row["digest"], "0" * 16))
    assert "it was checked on" in validate(root).out
    assert '"az datafactory pipeline show" no longer takes --gone' in validate(root).out


def test_a_command_that_is_not_there_cannot_be_accepted(root: Path) -> None:
    status, _, told = verify(root, "--accept", "pipeline/gone")
    assert status == 2
    assert "there is no command pipeline/gone." in told


def test_stale_lists_new_commands_and_prose_nobody_signed_for(root: Path) -> None:
    assert verify(root, "--stale")[1] == (
        "    never  data-platform  linked-service: nobody has signed for the prose yet\n"
        "    never  data-platform  pipeline: nobody has signed for the prose yet\n"
        "    never  data-platform  pipeline/delete: the command is not in the ledger yet\n"
        "    never  data-platform  pipeline/show: the command is not in the ledger yet\n"
    )


def test_a_review_stands_until_the_prose_changes(root: Path) -> None:
    sign = ("review", "pipeline", "--project", root, "--by", "ada", "--against")
    assert kb(*sign, "nothing").status == 2
    assert kb(*sign, "learn-pipelines") == (0, "pipeline is signed for by ada.\n", "")
    assert "pipeline: " not in verify(root, "--stale")[1]
    change(root, "Each run of an activity is billed.", "Each run of an activity costs.")
    assert "pipeline: the prose changed since ada read it\n" in verify(root, "--stale")[1]
