"""The commands beside `kb validate` and `kb build`, as an author types them."""

import json
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from generator.cli import main

from .project import NONE_RECORDED, base_project, kb, validate

ROOT = Path(__file__).parents[1]


def test_every_command_and_option_has_help() -> None:
    commands = [main, *main.commands.values(), *main.commands["new"].commands.values()]  # type: ignore[attr-defined]
    assert len(commands) >= 8
    for command in commands:
        assert command.help, command.name
        for parameter in command.params:
            described = getattr(parameter, "help", None) or parameter.param_type_name == "argument"
            assert described, (command.name, parameter.name)


def test_help_names_every_command() -> None:
    shown = kb("--help").out
    for command in main.commands:
        assert re.search(rf"^  {command} ", shown, re.MULTILINE), command


@pytest.mark.parametrize(
    "arguments",
    [
        ["validate", "--project", "."],
        ["validate", "--json", "--github"],
        ["no-such-command"],
        ["show"],
        ["build", "--output", "/"],
    ],
)
def test_wrong_use_has_status_2(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path if "--project" in arguments else ROOT)
    assert kb(*arguments).status == 2


def test_outside_of_a_project_it_says_what_a_project_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = kb("validate")
    assert run.status == 2
    assert "a project has mkdocs.yml and a folder glossary" in run.err


def test_a_project_is_found_from_a_folder_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "glossary/analytics")
    assert kb("validate").status == 0


def test_a_new_entry_is_a_valid_draft(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    run = kb("new", "entry", "trigger-run", "--project", root, "--title", "It's a: trigger run")
    assert run.out == "glossary/analytics/trigger-run.yaml\n"
    assert validate(root).status == 0
    assert "It's a: trigger run" in kb("show", "trigger-run", "--project", root).out


@pytest.mark.parametrize(
    ("entry", "holds"), [("pipeline", "run: pipeline/show"), ("linked-service", "where: portal")]
)
def test_a_new_runbook_is_valid_and_embeds_what_its_entry_has(
    tmp_path: Path, entry: str, holds: str
) -> None:
    root = base_project(tmp_path)
    run = kb("new", "runbook", "load-stuck", "--project", root, "--entry", entry)
    assert run == (0, "content/runbooks/load-stuck.md\n", "")
    assert holds in (root / "content/runbooks/load-stuck.md").read_text()
    assert (
        kb("validate", "--project", root).out
        == f"2 entries and 2 runbooks, no problems.{NONE_RECORDED}"
    )
    again = kb("new", "runbook", "load-stuck", "--project", root, "--entry", entry)
    assert again.status == 2
    assert 'There is a runbook "load-stuck" already.' in again.err


def test_a_new_runbook_needs_an_entry_that_is_there(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    run = kb("new", "runbook", "load-stuck", "--project", root, "--entry", "pipline")
    assert run.status == 2
    assert 'there is no entry "pipline". Did you mean "pipeline"?' in run.err
    assert not (root / "content/runbooks/load-stuck.md").exists()


def test_a_new_entry_never_overwrites_one(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    assert kb("new", "entry", "trigger-run", "--project", root).status == 0
    before = (root / "glossary/analytics/trigger-run.yaml").read_bytes()
    run = kb("new", "entry", "trigger-run", "--project", root)
    assert run.status == 2
    assert 'There is an entry "trigger-run" already.' in run.err
    assert (root / "glossary/analytics/trigger-run.yaml").read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["../escape"],
        ["Trigger Run"],
        ["trigger-run", "--domain", "no-such-domain"],
        ["trigger-run", "--service", "no-such-service"],
    ],
)
def test_a_new_entry_that_cannot_be_writes_nothing(tmp_path: Path, arguments: list[str]) -> None:
    root = base_project(tmp_path)
    before = sorted(root.rglob("*"))
    assert kb("new", "entry", *arguments, "--project", root).status == 2
    assert sorted(root.rglob("*")) == before


def test_the_draft_names_every_key_of_an_entry(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    kb("new", "entry", "trigger-run", "--project", root)
    text = (root / "glossary/analytics/trigger-run.yaml").read_text(encoding="utf-8")
    schema = json.loads(kb("schema", "--project", root).out)
    for key in schema["properties"]:
        if key != "labels":
            assert re.search(rf"^(?:# )?{key}:", text, re.MULTILINE), key


def test_the_committed_schema_is_in_step() -> None:
    assert kb("schema", "--check", "--project", ROOT).status == 0


def test_a_schema_out_of_step_has_status_1(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    (root / "glossary/entry.schema.json").write_text("{}", encoding="utf-8")
    assert kb("schema", "--check", "--project", root).status == 1
    assert kb("schema", "--write", "--project", root).status == 0
    assert kb("schema", "--check", "--project", root).status == 0


@pytest.mark.parametrize("name", ["linked-service", "Linked services", "ADF linked service"])
def test_show_finds_an_entry_by_id_title_and_alias(name: str) -> None:
    shown = kb("show", name, "--project", ROOT).out
    assert shown.startswith("Linked service\n")
    assert "az datafactory linked-service" in shown
    assert "[[" not in shown
    assert "[@" not in shown


def test_show_proposes_names_near_by() -> None:
    run = kb("show", "linked-servce", "--project", ROOT)
    assert run.status == 1
    assert run.err.startswith('Nothing is called "linked-servce". Did you mean linked-service')


def wait_for(address: str, text: str) -> None:
    """Asks until the page holds `text`; fails after half a minute."""
    seen = ""
    for _ in range(150):
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:  # noqa: S310 - our own server
                seen = answer.read().decode()
        except OSError:
            seen = "no answer"
        if text in seen:
            return
        time.sleep(0.2)
    raise AssertionError(f"{text!r} never came; last: {seen[:200]!r}")


@pytest.mark.parametrize("tool", ["kb", "mkdocs"])
def test_serve_shows_a_changed_entry(tmp_path: Path, tool: str) -> None:
    root = tmp_path / "project"
    root.mkdir()
    for name in ("content", "glossary", "site_overrides"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    host = f"127.0.0.1:{18231 + ['kb', 'mkdocs'].index(tool)}"
    option = "--address" if tool == "kb" else "--dev-addr"
    command = [str(Path(sys.executable).with_name(tool)), "serve", option, host]
    with subprocess.Popen(  # noqa: S603 - our own tools
        command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            page = f"http://{host}/glossary/dataset.html"
            wait_for(page, "<h1")
            file = root / "glossary/analytics/dataset.yaml"
            text = file.read_text(encoding="utf-8")
            changed = re.sub(r"^title: .*", "title: Dataset reloaded", text, flags=re.MULTILINE)
            file.write_text(changed, encoding="utf-8")
            wait_for(page, "Dataset reloaded")
        finally:
            server.terminate()
