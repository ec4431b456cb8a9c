"""What `kb run` asks before it does anything, and what it writes down for the ticket."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

from .project import base_project, kb, write
from .test_run import program

VALUES = ("factory-name=adf-prod", "resource-group=rg", "pipeline-name=load")
WORDS = "--factory-name <factory-name> --name <pipeline-name> --resource-group <resource-group>"
ENTRY = "glossary/analytics/pipeline.yaml"
RUNBOOK = "content/runbooks/run-failed.md"
MORE = f"""\
      - id: keys
        run: az datafactory integration-runtime list-auth-key {WORDS}
        purpose: Show the keys.
        effect: discover
        reveals_secret: true
      - id: count
        run: az datafactory pipeline show {WORDS} | wc -l
        purpose: Count the lines.
        effect: discover
architecture: |
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base project with two commands more, and an `az` that prints its words."""
    program(tmp_path / "bin/az", 'echo "$@"')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    root = base_project(tmp_path)
    entry = (root / ENTRY).read_text()
    write(root, ENTRY, entry.replace("architecture: |\n", MORE, 1))
    assert kb("verify", "--project", root).status == 0
    return root


def steps(root: Path, markdown: str) -> None:
    """Gives the runbook these steps in place of its own."""
    head, _, _ = (root / RUNBOOK).read_text().partition("## Look at")
    write(root, RUNBOOK, head + markdown)


def follow(root: Path, answers: str, *options: str) -> Result:
    given = [part for value in VALUES for part in ("--param", value)]
    words = ["run", "run-failed", "--project", str(root), "--record", str(root / "kept/here")]
    return CliRunner().invoke(main, [*words, *given, *options], answers, catch_exceptions=False)


def written(root: Path, ending: str) -> str:
    """The record, with every time of day and every day made alike."""
    (path,) = (root / "kept/here").glob(f"*.{ending}")
    told = re.sub(
        r"\b\d{4}-\d\d-\d\d\b|(?<=\")\d{4}-\d\d-\d\d(?=T)", "DAY", path.read_text("utf-8")
    )
    return re.sub(r"(?<!\d)\d\d:\d\d:\d\d(?!\d)", "TIME", told)


def rows(root: Path) -> list[dict[str, object]]:
    (path,) = (root / "kept/here").glob("*.json")
    found: list[dict[str, object]] = json.loads(path.read_text("utf-8"))["rows"]
    return found


def command(name: str, more: str = "") -> str:
    return f"```command\nrun: pipeline/{name}\n{more}```\n"


def test_what_a_command_tells_of_secrets_is_shown_and_not_kept(root: Path) -> None:
    steps(root, f"## Look at it {{#look}}\n\n{command('keys')}")
    done = follow(root, "y\n")
    assert "\ndatafactory integration-runtime list-auth-key --factory-name adf" in done.output
    assert "It prints a secret, which is not written down." in done.output
    assert rows(root)[0]["output"] == "[not kept: it shows a secret]"
    assert "\n[not kept: it shows a secret]\n" in written(root, "md")
    assert "list-auth-key --factory-name adf-prod --name load --resource-group rg\n\n" not in (
        written(root, "md")
    )


def test_a_question_names_what_was_expected_only_where_something_was(root: Path) -> None:
    steps(root, f"## Look at it {{#look}}\n\n{command('show', 'expect: One.' + chr(10))}")
    assert "  As expected? [y/n]: y\n" in follow(root, "y\n").output
    steps(root, f"## Look at it {{#look}}\n\n{command('show')}")
    assert "  Go on? [y/n]: y\n" in follow(root, "y\n").output


RECORD = """\
# A nightly run failed

Started DAY TIME UTC. End: escalate.

- factory-name: adf-prod
- resource-group: rg
- pipeline-name: load

| Time (UTC) | Step | What | Outcome | Note |
| --- | --- | --- | --- | --- |
| TIME | Look at it | Show one pipeline. | something else | To record: Its größe \\| more. |
| TIME | Do it | By hand: The pipeline is listed. | something else |  |
| TIME | Do it | The way to "look" was refused | stopped |  |

**1. Show one pipeline.**: something else

```text
az datafactory pipeline show --factory-name adf-prod --name load --resource-group rg
```

```text
datafactory pipeline show --factory-name adf-prod --name load --resource-group rg
```
"""
STEPS = f"""\
## Look at it {{#look}}

{command("show", "if_not: do" + chr(10) + "record: Its größe | more." + chr(10))}
## Do it {{#do}}

```manual
where: portal
do: Publish again.
effect: operate
check: The pipeline is listed.
undo: Publish the version before.
if_not: look
```
"""


def test_the_record_is_a_page_for_the_ticket(root: Path) -> None:
    steps(root, STEPS)
    done = follow(root, "n\ny\nn\nn\n")
    assert done.exit_code == 1
    assert written(root, "md") == RECORD
    text = written(root, "json")
    assert "größe" in text
    assert text.startswith('{\n  "runbook": "run-failed",\n  "title": "A nightly run failed",\n')
    assert text.endswith("\n}\n")
    kept = json.loads(text)
    assert re.fullmatch(r"DAYTTIME\.?\d*\+00:00", kept.pop("started"))
    assert [row.pop("at") for row in kept["rows"]] == ["DAYTTIME+00:00"] * 3
    shown = "az datafactory pipeline show --factory-name adf-prod --name load --resource-group rg"
    nothing = {"command": "", "status": None, "output": "", "note": ""}
    assert kept == {
        "runbook": "run-failed",
        "title": "A nightly run failed",
        "end": "escalate",
        "values": {"factory-name": "adf-prod", "resource-group": "rg", "pipeline-name": "load"},
        "rows": [
            {
                "step": "Look at it",
                "what": "Show one pipeline.",
                "outcome": "something else",
                "command": shown,
                "status": 0,
                "output": f"{shown.removeprefix('az ')}\n",
                "note": "To record: Its größe | more.",
            },
            {
                "step": "Do it",
                "what": "By hand: The pipeline is listed.",
                "outcome": "something else",
                **nothing,
            },
            {
                "step": "Do it",
                "what": 'The way to "look" was refused',
                "outcome": "stopped",
                **nothing,
            },
        ],
    }


def test_a_command_without_output_has_one_block_and_many_signs_a_longer_fence(
    root: Path, tmp_path: Path
) -> None:
    steps(root, f"## Look at it {{#look}}\n\n{command('show')}\n{command('count')}")
    program(tmp_path / "bin/az", "true")
    assert follow(root, "y\ny\n").output.count("Go on? [y/n]: y") == 2
    page = written(root, "md")
    assert page.count("```text\n") == 3
    assert "as expected\n\n```text\naz datafactory pipeline show --fa" in page
    assert "**2. Count the lines.**: as expected\n" in page


def test_output_that_holds_a_fence_gets_a_longer_one(root: Path, tmp_path: Path) -> None:
    steps(root, f"## Look at it {{#look}}\n\n{command('show')}")
    program(tmp_path / "bin/az", "printf '\\140\\140\\140\\140 x XX\\n\\n'")
    assert follow(root, "y\n").exit_code == 0
    assert written(root, "md").endswith("\n`````text\n```` x XX\n`````\n")


def test_a_long_output_is_cut_and_the_rest_counted(root: Path, tmp_path: Path) -> None:
    steps(root, f"## Look at it {{#look}}\n\n{command('show')}")
    program(tmp_path / "bin/az", "head -c 100005 /dev/zero | tr '\\0' x")
    assert follow(root, "y\n").exit_code == 0
    assert rows(root)[0]["output"] == f"{'x' * 100_000}\n[5 more characters]"


def test_a_value_of_the_environment_is_taken_for_a_secret_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIPELINE_NAME", "from-elsewhere")
    steps(root, f"## Look at it {{#look}}\n\n{command('show')}")
    words = ["run", "run-failed", "--project", str(root), "--record", str(root / "kept/here")]
    given = [part for value in VALUES[:2] for part in ("--param", value)]
    done = CliRunner().invoke(main, [*words, *given], "asked-for\ny\n", catch_exceptions=False)
    assert "--name asked-for --resource-group rg" in done.output
    assert "from-elsewhere" not in done.output
