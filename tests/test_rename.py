"""`kb rename` and `kb retire`: everything follows, all or nothing."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .project import Run, base_project, kb, validate, write
from .test_build import small_project

PIPELINE = "glossary/analytics/pipeline.yaml"
RUNBOOK = "content/runbooks/run-failed.md"
GUIDE = """\
---
title: Choose
description: Which one.
---

# Choose

See [[pipeline|pipelines]], `[[pipeline]]` and [[linked-service]].

## In short

| a | b |
|---|---|
| [[pipeline\\|it]] | 1 |
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base project with a guide and a ledger of its addresses."""
    root = small_project(tmp_path)
    write(root, "content/guides/choose.md", GUIDE)
    nav = "nav:\n  - index.md\n  - Choose: guides/choose.md\n"
    write(root, "mkdocs.yml", text(root, "mkdocs.yml") + nav)
    assert kb("links", "record", "--project", root).status == 0
    return root


def rename(root: Path, old: str, new: str, *options: str) -> Run:
    return kb("rename", old, new, *options, "--project", root)


def retire(root: Path, name: str, *options: str) -> Run:
    return kb("retire", name, *options, "--project", root)


def text(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


def ledger(root: Path) -> dict[str, str]:
    """What the ledger says of every address: "" while it is alive."""
    lines = text(root, "glossary/ledger/addresses.txt").splitlines()
    return {address: said for address, _, said in (line.partition("\t") for line in lines)}


def files(root: Path) -> dict[str, bytes]:
    """Every file of the project that an author or a command wrote."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.relative_to(root).parts[0].startswith(".")
    }


def test_a_renamed_entry_takes_everything_that_names_it_along(root: Path) -> None:
    run = rename(root, "pipeline", "data-pipeline")
    assert run.out == (
        "content/guides/choose.md\n"
        "content/index.md\n"
        "content/runbooks/run-failed.md\n"
        "glossary/analytics/data-pipeline.yaml\n"
        "glossary/analytics/pipeline.yaml\n"
        "glossary/ledger/addresses.txt\n"
        "glossary/ledger/analytics.jsonl\n"
        "glossary/parameters/pipeline-name.yaml\n"
        "8 files changed; 23 addresses of former days kept.\n"
    )
    assert validate(root) == (0, "2 entries and 1 runbook, no problems.\n", "")
    assert kb("verify", "--check", "--project", root).status == 0
    assert not (root / PIPELINE).exists()
    assert "[[data-pipeline|pipelines]], `[[pipeline]]` and" in text(
        root, "content/guides/choose.md"
    )
    assert "[[data-pipeline\\|it]]" in text(root, "content/guides/choose.md")
    assert "run: data-pipeline/show" in text(root, RUNBOOK)
    old = ledger(root)
    assert old["glossary/pipeline.html"] == "moved\tglossary/data-pipeline.html"
    assert (
        old["glossary/pipeline.html#command-show"]
        == "moved\tglossary/data-pipeline.html#command-show"
    )


def test_two_renames_lead_on_in_one_step_and_back_again(root: Path) -> None:
    for old, new in (("pipeline", "flow"), ("flow", "workflow")):
        assert rename(root, old, new).status == 0
    assert ledger(root)["glossary/pipeline.html#cost"] == "moved\tglossary/workflow.html#cost"
    assert ledger(root)["glossary/flow.html#cost"] == "moved\tglossary/workflow.html#cost"
    run = rename(root, "workflow", "pipeline")
    assert (run.status, run.err) == (
        1,
        "Error: glossary/pipeline.html was published before, and leads elsewhere since. "
        "Choose another id.\n",
    )
    assert validate(root).status == 0


def test_a_name_that_an_entry_had_is_not_given_to_a_runbook(root: Path) -> None:
    assert rename(root, "pipeline", "flow").status == 0
    before = files(root)
    assert rename(root, "run-failed", "pipeline").err == (
        "Error: go/pipeline.html was published before, and leads elsewhere since. "
        "Choose another id.\n"
    )
    assert files(root) == before


def test_a_renamed_command_is_followed_by_what_embeds_it(root: Path) -> None:
    assert rename(root, "pipeline/show", "pipeline/read").status == 0
    assert "run: pipeline/read" in text(root, RUNBOOK)
    assert "check_first: read" in text(root, PIPELINE)
    assert "candidates: pipeline/read" in text(root, "glossary/parameters/pipeline-name.yaml")
    assert validate(root).status == 0
    assert kb("verify", "--check", "--project", root).status == 0
    said = ledger(root)["glossary/pipeline.html#command-show"]
    assert said == "moved\tglossary/pipeline.html#command-read"


def test_a_renamed_step_is_followed_by_branches_and_alerts(root: Path) -> None:
    assert rename(root, "run-failed/look", "run-failed/look-first").status == 0
    assert "{#look-first}" in text(root, RUNBOOK)
    assert "step: look-first" in text(root, RUNBOOK)
    assert validate(root).status == 0
    assert (
        ledger(root)["runbooks/run-failed.html#look"]
        == "moved\trunbooks/run-failed.html#look-first"
    )


def test_a_runbook_and_a_guide_can_be_renamed(root: Path) -> None:
    assert rename(root, "run-failed", "nightly-failed").status == 0
    assert rename(root, "guides/choose", "guides/which-one").status == 0
    assert validate(root).status == 0
    assert (root / "content/runbooks/nightly-failed.md").exists()
    assert text(root, "mkdocs.yml").endswith("  - Choose: guides/which-one.md\n")
    assert ledger(root)["guides/choose.html#in-short"] == "moved\tguides/which-one.html#in-short"


def test_parts_that_follow_their_words_get_an_id_of_their_own(root: Path) -> None:
    old = "pipeline#symptom-badrequest-the-pipeline-was-not-found"
    assert rename(root, old, "pipeline#symptom-not-found").status == 0
    assert "  - id: not-found\n    kind: error\n" in text(root, PIPELINE)
    assert rename(root, "guides/choose#in-short", "guides/choose#short").status == 0
    assert "## In short {#short}\n" in text(root, "content/guides/choose.md")
    assert rename(root, "pipeline#commands-inspect", "pipeline#commands-look").status == 0
    assert validate(root).status == 0


def test_a_part_that_was_moved_by_hand_is_followed(root: Path) -> None:
    moved = text(root, "content/guides/choose.md").replace("## In short\n", "")
    write(root, "content/guides/choose.md", moved)
    write(root, "content/guides/short.md", GUIDE.replace("Choose", "Short"))
    assert validate(root).status == 1
    assert rename(root, "guides/choose#in-short", "guides/short#in-short").status == 0
    assert validate(root).status == 0
    assert ledger(root)["guides/choose.html#in-short"] == "moved\tguides/short.html#in-short"


def test_links_between_files_follow(root: Path) -> None:
    write(
        root,
        "content/guides/deep/other.md",
        GUIDE.replace("Choose", "Other")
        + "\n[a](../choose.md#in-short) [b](../../glossary/pipeline.html#cost) [c](#in-short) "
        "[d](../../runbooks/run-failed.md#look) ![e](../nodes.png)\n",
    )
    write(root, "content/guides/nodes.png", b"")
    assert validate(root).status == 0
    assert rename(root, "guides/choose", "guides/deep/which").status == 0
    assert rename(root, "pipeline", "flow").status == 0
    assert rename(root, "run-failed/look", "run-failed/see").status == 0
    assert rename(root, "guides/deep/which#in-short", "guides/deep/which#short").status == 0
    assert rename(root, "guides/deep/other", "other").status == 0
    assert text(root, "content/other.md").endswith(
        "\n[a](guides/deep/which.md#short) [b](glossary/flow.html#cost) [c](#in-short) "
        "[d](runbooks/run-failed.md#see) ![e](guides/nodes.png)\n"
    )
    assert validate(root).status == 0


def test_two_entries_are_joined(root: Path) -> None:
    for entry in ("flow",):
        draft = text(root, "glossary/analytics/linked-service.yaml")
        draft = draft.replace("linked-service", entry).replace("Linked service", "Flow")
        write(root, f"glossary/analytics/{entry}.yaml", draft)
    write(root, "content/guides/choose.md", GUIDE + "\n[[flow]]\n")
    assert kb("links", "record", "--project", root).status == 0
    assert rename(root, "flow", "pipeline").err.startswith(
        'Error: "pipeline" is the id of glossary/analytics/pipeline.yaml. To join the two'
    )
    assert rename(root, "flow", "pipeline", "--merge").status == 0
    assert not (root / "glossary/analytics/flow.yaml").exists()
    assert text(root, "content/guides/choose.md").endswith("\n[[pipeline]]\n")
    assert validate(root).status == 0
    assert ledger(root)["glossary/flow.html"] == "moved\tglossary/pipeline.html"


def test_a_join_that_would_lose_a_command_in_use_is_refused(root: Path) -> None:
    before = files(root)
    run = rename(root, "pipeline", "linked-service", "--merge")
    assert run.status == 1
    assert 'is used here, and there is no "linked-service/' in run.err
    assert files(root) == before


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("pipelin", "x", 'There is no "pipelin".'),
        ("pipeline", "Pipe Line", '"Pipe Line" cannot be the id of this document.'),
        ("pipeline", "../../x", '"../../x" cannot be the id of this document.'),
        ("pipeline", "pipeline", "Both names are the same."),
        ("pipeline", "pipeline#cost", "A document becomes a document, and a part becomes a part."),
        ("pipeline/gone", "pipeline/new", 'There is no "pipeline/gone".'),
        ("pipeline#cost", "pipeline#price", '"pipeline#cost" has no id that could be changed.'),
        (
            "pipeline#symptom-badrequest-the-pipeline-was-not-found",
            "pipeline#not-found",
            'An anchor of this part begins with "symptom-".',
        ),
        (
            "pipeline/show",
            "linked-service/show",
            "Move it into glossary/analytics/linked-service.yaml by hand first; "
            "then this makes everything follow.",
        ),
    ],
)
def test_what_cannot_be_done_changes_nothing(root: Path, old: str, new: str, told: str) -> None:
    before = files(root)
    run = rename(root, old, new)
    assert (run.status, run.err) == (1, f"Error: {told}\n")
    assert files(root) == before


def test_a_reference_written_with_escapes_is_left_to_its_author(root: Path) -> None:
    path = "glossary/analytics/linked-service.yaml"
    write(root, path, text(root, path) + 'why_it_matters: "It is used by \\x5b[pipeline]]."\n')
    before = files(root)
    run = rename(root, "pipeline", "flow")
    assert run.err.startswith("Error: glossary/analytics/linked-service.yaml:")
    assert "Change it by hand." in run.err
    assert files(root) == before


def test_a_retired_runbook_leaves_a_page_that_says_why(root: Path) -> None:
    run = retire(root, "run-failed", "--why", "The load is gone.", "--see", "pipeline#cost")
    assert run.out == (
        "content/runbooks/run-failed.md\nglossary/ledger/addresses.txt\n"
        "2 files changed; 6 addresses of former days kept.\n"
    )
    assert validate(root).status == 0
    said = ledger(root)["runbooks/run-failed.html#look"].split("\t")
    assert (said[0], said[2:]) == ("retired", ["The load is gone.", "glossary/pipeline.html#cost"])


def test_what_is_still_named_cannot_be_retired(root: Path) -> None:
    before = files(root)
    run = retire(root, "pipeline", "--why", "x")
    assert run.status == 1
    assert '"pipeline" is still used here.' in run.err
    assert retire(root, "pipeline/show", "--why", "x").err == (
        'Error: "pipeline/show" is still there: take it out of glossary/analytics/pipeline.yaml '
        "first.\n"
    )
    assert files(root) == before


def test_what_was_done_before_is_told_so(root: Path) -> None:
    assert rename(root, "pipeline", "data-pipeline").status == 0
    leads = 'Error: "pipeline" is not there: it leads to glossary/data-pipeline.html since.\n'
    assert rename(root, "pipeline", "data-pipeline").err == leads
    assert retire(root, "pipeline", "--why", "x").err == leads
    assert rename(root, "run-failed/look", "run-failed/see").status == 0
    assert rename(root, "run-failed#look", "run-failed#see").err == (
        'Error: "run-failed#look" is not there: it leads to runbooks/run-failed.html#see since.\n'
    )
    assert retire(root, "run-failed", "--why", "x").status == 0
    gone = 'Error: "run-failed" is not there: it was retired.\n'
    assert retire(root, "run-failed", "--why", "another").err == gone


def test_a_part_that_was_taken_out_is_retired(root: Path) -> None:
    guide = text(root, "content/guides/choose.md").replace("## In short\n", "")
    write(root, "content/guides/choose.md", guide)
    assert validate(root).status == 1
    assert retire(root, "guides/choose#in-short", "--why", "Too short.").status == 0
    assert validate(root).status == 0


KILLED = """
import os, signal, sys
at, events = int(sys.argv[1]), 0
WRITES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir"}

def hook(event, arguments):
    global events
    opened = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    inside = str(arguments[0]).startswith(sys.argv[2]) if arguments else False
    if inside and (opened or event in WRITES):
        events += 1
        if events == at:
            os.kill(os.getpid(), signal.SIGKILL)

from generator.cli import main
sys.addaudithook(hook)
main(["rename", "pipeline", "flow", "--project", sys.argv[2]])
"""


def test_a_rename_killed_at_any_write_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    states: list[dict[str, bytes]] = []
    for number in range(1, 200):
        root = base_project(tmp_path / str(number))
        assert kb("links", "record", "--project", root).status == 0
        before = files(root)
        done = subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", KILLED, str(number), str(root)],
            capture_output=True,
            check=False,
        )
        assert validate(root).status == 0
        assert not (root / ".kb-change").exists()
        state = files(root)
        states.append(state)
        assert state == before or "glossary/analytics/flow.yaml" in state
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
    new = states[-1]
    assert "glossary/analytics/flow.yaml" in new
    assert len(states) > 15  # so many writes there are
    assert [state for state in states if state not in (states[0], new)] == []


def test_an_address_that_was_never_committed_is_forgotten(root: Path) -> None:
    git = ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@example.com"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "a"]):
        subprocess.run([*git, *words], check=True)  # noqa: S603 - fixed words
    write(root, "content/guides/new.md", GUIDE.replace("Choose", "New"))
    assert kb("links", "record", "--project", root).status == 0
    heading = text(root, "content/guides/new.md").replace("## In short", "## Shortly")
    write(root, "content/guides/new.md", heading)
    assert validate(root).status == 1
    told = kb("links", "forget", "guides/new.html#in-short", "--project", root)
    assert told.out == "1 address forgotten.\n"
    assert validate(root).status == 0
    refused = kb("links", "forget", "guides/choose.html#in-short", "--project", root)
    assert "stands in the last commit: use kb retire." in refused.err
