"""Catalogs of installed tools, and what a new version means for the glossary."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.catalog import CatalogError, load, read_catalogs, save
from generator.catalog.snapshot import SnapshotError, snapshot

from .project import base_project, kb

HEAD = {"kind": "options", "tool": "az", "program": "az", "extension": "datafactory", "source": "x"}
SHOW: dict[str, Any] = {
    "name": "datafactory pipeline show",
    "options": [{"names": ["--name", "-n"], "required": True}, {"names": ["--level"]}],
}
DELETE: dict[str, Any] = {"name": "datafactory pipeline delete", "options": []}


def program(folder: Path, text: str) -> Path:
    path = folder / "az"
    path.write_text(text)
    path.chmod(0o755)
    return path


def test_the_same_commands_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    save(tmp_path / "a.jsonl", {**HEAD, "version": "1"}, [SHOW, DELETE])
    save(tmp_path / "b.jsonl", {**HEAD, "version": "1"}, [DELETE, SHOW])
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_a_line_changed_by_hand_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    save(path, {**HEAD, "version": "1"}, [SHOW])
    path.write_text(path.read_text().replace("--level", "--depth"))
    with pytest.raises(CatalogError, match=r"^a\.jsonl was changed by hand"):
        load(path)


def test_the_catalogs_that_come_along_are_whole() -> None:
    catalogs, broken = read_catalogs(None)
    assert broken == ()
    sizes = {catalog.stamp: len(catalog.lines) for catalog in catalogs}
    assert sizes["az 2.91.0"] == 6105
    assert sizes["datafactory 1.0.4"] == 79
    assert sizes["Az 16.2.0"] == 8505
    assert "airflow 3.3.2" in sizes


def test_diff_names_what_breaks_what_the_glossary_shows(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    save(tmp_path / "old.jsonl", {**HEAD, "version": "1.0"}, [SHOW, DELETE])
    new = {
        "name": SHOW["name"],
        "options": [{"names": ["--name", "-n"]}, {"names": ["--depth"], "required": True}],
        "deprecated": "az datafactory pipeline get",
    }
    save(tmp_path / "new.jsonl", {**HEAD, "version": "2.0"}, [new])
    run = kb("catalog", "diff", tmp_path / "old.jsonl", tmp_path / "new.jsonl", "--project", root)
    assert run.out == (
        'pipeline/delete: "az datafactory pipeline delete" is gone in datafactory 2.0\n'
        'pipeline/show: "az datafactory pipeline show" is deprecated in favour of '
        "az datafactory pipeline get, no longer takes --level, now takes --depth, "
        "no longer requires --name\n"
        "2 commands of the glossary changed from datafactory 1.0 to datafactory 2.0.\n"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("no script", "{az} does not name the Python that runs it"),
        ("#!/nowhere/python3\n", "/nowhere/python3 cannot be started"),
        (
            f"#!{sys.executable}\n",
            f"{sys.executable} cannot load az: ModuleNotFoundError: No module named 'azure'",
        ),
        (f'#!/bin/sh\n{sys.executable} -Im azure.cli "$@"\n', f"{sys.executable} cannot load az"),
        (f'#!/bin/sh\nexec "{sys.executable}" -m azure.cli\n', f"{sys.executable} cannot load az"),
    ],
    ids=["no script", "no interpreter", "shebang", "wrapper of Debian", "wrapper of Homebrew"],
)
def test_a_tool_that_cannot_be_asked_is_told(tmp_path: Path, text: str, told: str) -> None:
    az = program(tmp_path, text)
    with pytest.raises(SnapshotError) as failed:
        snapshot("az", az, tmp_path / "catalogs")
    assert str(failed.value).startswith(told.format(az=az))
    assert not (tmp_path / "catalogs").exists()


def test_a_tool_that_is_not_installed_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    run = kb("catalog", "snapshot", "airflow", "--project", base_project(tmp_path / "project"))
    assert run.status == 2
    assert "Error: airflow is not on the search path.\n" in run.err


@pytest.mark.skipif("KB_AZ" not in os.environ, reason="KB_AZ names no az")
def test_two_snapshots_of_az_are_the_same_bytes(tmp_path: Path) -> None:
    az = Path(os.environ["KB_AZ"])
    first, second = (snapshot("az", az, tmp_path / name) for name in ("a", "b"))
    assert [one.path.read_bytes() for one in first] == [one.path.read_bytes() for one in second]
