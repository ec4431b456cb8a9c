"""`kb validate` as a whole: what it prints, in what order, and how it ends."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .project import (
    BASE,
    DRAFT,
    ENTRY,
    NONE_RECORDED,
    base_project,
    configure,
    kb,
    problems,
    validate,
    write,
)

KB = Path(sys.executable).with_name("kb")


def many_broken_files(root: Path) -> dict[str, list[str]]:
    """Writes files with one fault or more each; gives the codes that each must be told of."""
    faults: dict[str, tuple[str | bytes, list[str]]] = {
        "glossary/analytics/b-sorted-last.yaml": (DRAFT, ["KB401", "KB403"]),
        "glossary/analytics/a.yaml": (DRAFT.replace("dataset", "a").replace("Data", "A"), []),
        "glossary/analytics/dataset.yaml": (DRAFT, []),
        "glossary/analytics/latin.yaml": (b"title: \xe9\n", ["KB101"]),
        "glossary/analytics/syntax.yaml": ("a: b: c\n", ["KB105"]),
        "glossary/analytics/twice.yaml": (
            "id: twice\nowner:\nowner: x\nweather: fine\ntitle: 5\n",
            ["KB118", "KB107", *["KB202"] * 5, "KB201", "KB203"],
        ),
        "glossary/analytics/words.yml": ("", ["KB116"]),
        "content/choose.md": ("# No front matter\n", ["KB202", "KB202"]),
        "content/open.md": ("---\ntitle: A\ndescription: B\n---\n[[weather]]\n", ["KB405"]),
        "glossary/storage/blob.yaml": (
            DRAFT.replace("id: dataset", "id: blob").replace("Dataset", "Blob")
            + "related: [weather, climate, syntax]\nsecurity: |\n  # A\n\n  [@learn]\n",
            ["KB402", "KB405", "KB405", "KB215", "KB214"],
        ),
    }
    for path, (content, _) in faults.items():
        write(root, path, content)
    told = {path: codes for path, (_, codes) in faults.items() if codes}
    told["glossary/analytics/dataset.yaml"] = ["KB403"]
    told["glossary/analytics/b-sorted-last.yaml"] = ["KB401"]
    return told


def test_all_problems_of_many_files_in_one_run_sorted(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    expected = many_broken_files(root)
    rows = json.loads(validate(root, "--json").out)
    told: dict[str, list[str]] = {}
    for row in rows:
        told.setdefault(row["path"], []).append(row["code"])
    assert {path: sorted(codes) for path, codes in told.items()} == {
        path: sorted(codes) for path, codes in expected.items()
    }
    order = [(row["path"], row["line"], row["column"], row["code"]) for row in rows]
    assert order == sorted(order)
    assert validate(root).err == f"{len(rows)} problems in {len(expected)} files.\n"


def test_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    many_broken_files(root)
    assert validate(root) == validate(root)


def test_large_project_gives_the_problems_of_its_files(tmp_path: Path) -> None:
    """So many files that a real run shares them among processes."""
    root = base_project(tmp_path)
    many_broken_files(root)
    few = validate(root).out
    for number in range(600):
        text = DRAFT.replace("dataset", f"filler-{number:03}").replace("Dataset", f"No {number} x")
        write(root, f"glossary/analytics/filler-{number:03}.yaml", text)
    write(root, "glossary/analytics/filler-300.yaml", "id: filler-300\n  title: x\n")
    done = subprocess.run(  # noqa: S603 - our own command
        [KB, "validate", "--project", root], capture_output=True, text=True, check=False
    )
    place = "glossary/analytics/filler-300.yaml:2:8: KB105"
    one_more = [line for line in done.stdout.splitlines() if line.startswith(place)]
    assert len(one_more) == 1
    assert sorted([*few.splitlines(), *one_more]) == sorted(done.stdout.splitlines())
    assert done.stdout == validate(root).out
    assert done.returncode == 1


def test_the_rest_keeps_working(tmp_path: Path) -> None:
    """A broken entry is told once: what refers to it is no second problem."""
    root = base_project(tmp_path)
    write(root, "glossary/analytics/broken.yaml", "id: [broken\n")
    write(root, ENTRY, DRAFT + "related: [broken]\nsecurity: See [[broken|that]].\n")
    write(root, "content/page.md", "---\ntitle: A\ndescription: B\n---\n[[broken]], [[dataset]]\n")
    assert [problem.place.path for problem in problems(root)] == ["glossary/analytics/broken.yaml"]
    shown = kb("show", "--project", root, "dataset")
    assert shown.status == 0
    assert "See that." in shown.out


def test_entries_are_not_blamed_for_a_broken_vocabulary(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    write(root, "glossary/vocabulary.yaml", "domains: {}\nowners: {}\nweather: fine\n")
    assert [problem.place.path for problem in problems(root)] == ["glossary/vocabulary.yaml"]


def test_hidden_files_are_not_an_authors(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    write(root, "glossary/analytics/.dataset.yaml.swp", b"\xff")
    write(root, "glossary/.git/config", b"\xff")
    write(root, "content/.draft.md", b"\xff")
    assert problems(root) == []


def test_status_is_0_without_problems() -> None:
    assert validate(BASE) == (0, f"2 entries and 1 runbook, no problems.{NONE_RECORDED}", "")


def test_project_of_no_entry_has_no_problems(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    for name in ("pipeline", "linked-service"):
        (root / f"glossary/analytics/{name}.yaml").unlink()
    shutil.rmtree(root / "content/runbooks")
    write(root, "content/index.md", "---\ntitle: x\ndescription: x\n---\n\nText.\n")
    shutil.rmtree(root / "glossary/parameters")
    assert validate(root) == (0, f"0 entries, no problems.{NONE_RECORDED}", "")


@pytest.mark.parametrize(
    ("setting", "other"),
    [
        ("use_directory_urls: false", "use_directory_urls: no"),
        ("use_directory_urls: false", "use_directory_urls: Off"),
        ("use_directory_urls: false", "use_directory_urls: !ENV [KB_NOT_SET, KB_NEITHER, false]"),
        ("use_directory_urls: false", "use_directory_urls: !ENV KB_SET"),
        ("docs_dir: content", "docs_dir: ./content/"),
        ("name: material", 'name: "material"'),
    ],
)
def test_a_setting_may_be_written_as_mkdocs_takes_it(
    setting: str, other: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KB_SET", "false")
    root = base_project(tmp_path)
    configure(root)
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert setting in text
    write(root, "mkdocs.yml", text.replace(setting, other))
    assert validate(root).out == f"2 entries and 1 runbook, no problems.{NONE_RECORDED}"
    assert kb("build", "--project", root).status == 0


def test_a_setting_of_the_environment_is_the_one_that_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KB_SET", "true")
    root = base_project(tmp_path)
    configure(root)
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    with_environment = "use_directory_urls: !ENV [KB_SET, false]"
    write(root, "mkdocs.yml", text.replace("use_directory_urls: false", with_environment))
    found = validate(root).out
    assert 'KB430 "use_directory_urls" is not "false". Write "use_directory_urls: false"' in found


def test_one_entry_is_counted_as_one(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    (root / "glossary/analytics/pipeline.yaml").unlink()
    shutil.rmtree(root / "content/runbooks")
    write(root, "content/index.md", "---\ntitle: x\ndescription: x\n---\n\nText.\n")
    shutil.rmtree(root / "glossary/parameters")
    assert validate(root).out == f"1 entry, no problems.{NONE_RECORDED}"


def test_status_is_1_with_a_problem(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    write(root, ENTRY, DRAFT + "related: [weather]\n")
    run = validate(root)
    assert run.status == 1
    assert run.err == "1 problem in 1 file.\n"


def test_build_stops_at_the_same_problems(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    write(root, ENTRY, DRAFT + "related: [weather]\n")
    assert kb("build", "--project", root) == validate(root)
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--weather"], "No such option"),
        (["--project", BASE, "entry.yaml"], "unexpected extra argument"),
        (["--project", "nowhere"], "'nowhere' does not exist"),
        (["--project", "."], "has no folder glossary"),
        ([], "No project here or above"),
        (["--project", BASE, "--json", "--github"], "exclude each other"),
    ],
    ids=["option", "argument", "no folder", "no project named", "no project here", "two formats"],
)
def test_status_is_2_for_wrong_use(
    arguments: list[str | Path], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = kb("validate", *arguments)
    assert run.status == 2
    assert run.out == ""
    assert said in run.err


def test_project_is_found_from_a_folder_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = base_project(tmp_path)
    configure(root)
    monkeypatch.chdir(root / "glossary/analytics")
    assert kb("validate").out == f"2 entries and 1 runbook, no problems.{NONE_RECORDED}"


def test_json_says_what_the_text_says(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    many_broken_files(root)
    run = validate(root, "--json")
    rows = json.loads(run.out)
    assert [list(row) for row in rows] == [
        ["path", "line", "column", "code", "severity", "what", "mend"] for _ in rows
    ]
    lines = [
        "{path}:{line}:{column}: {code} {what} {mend}\n".format_map(row)  # noqa: RUF100
        for row in rows
    ]
    text = validate(root)
    assert "".join(lines) == text.out
    assert (run.status, run.err) == (text.status, text.err)


def test_json_of_no_problems_is_an_empty_list() -> None:
    assert validate(BASE, "--json") == (0, "[]\n", "")


def test_github_gets_an_annotation_per_problem(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    write(root, ENTRY, DRAFT + "related: [weather]\nweather: fine\n")
    run = validate(root, "--github")
    assert run.out == (
        f"::error file={ENTRY},line=10,col=1,title=KB201::"
        'the key "weather" is not known here. Delete it, or see which keys there are.\n'
    )
    assert (run.status, run.err) == (1, "1 problem in 1 file.\n")


def test_github_annotations_cannot_be_forged(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    name = "glossary/analytics/100%,title=x::\n::error::done.yaml"
    write(root, name, DRAFT + 'related: ["50%\\n::error file=x::done"]\n')
    assert validate(root, "--github").out == (
        "::error file=glossary/analytics/100%25%2Ctitle=x%3A%3A%0A%3A%3Aerror%3A%3Adone.yaml,"
        "line=9,col=11,title=KB207::"
        '"50%25\\u000a::error file=x::done" is no id. Write "error-file-x-done".\n'
    )


def test_text_complaints_cannot_be_forged(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    name = "glossary/analytics/x\nglossary:1:1: KB999 forged.yaml"
    write(root, name, DRAFT + '"\\e[2Jx\\ny\\u2028z": 1\n')
    run = validate(root)
    assert run.out.count("\n") == 1
    assert run.out.startswith("glossary/analytics/x\\u000aglossary:1:1: KB999 forged.yaml:9:1: ")
    assert '"\\u001b[2Jx\\u000ay\\u2028z"' in run.out


@pytest.mark.skipif(sys.platform == "darwin", reason="names of files are always UTF-8 there")
@pytest.mark.parametrize("option", ["--json", "--github", None])
def test_file_name_that_is_no_text_is_told(option: str | None, tmp_path: Path) -> None:
    root = base_project(tmp_path)
    path = os.fsencode(root / "glossary/analytics") + b"/\xff.yaml"
    with open(path, "wb") as stream:  # noqa: PTH123 - a path of bytes
        stream.write(DRAFT.encode())
    done = subprocess.run(  # noqa: S603 - our own command
        [KB, "validate", "--project", root, *([option] if option else [])],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "utf-8:strict"},
    )
    assert b"Traceback" not in done.stderr
    assert b"KB401" in done.stdout
    assert done.returncode == 1


def run_in_encoding(root: Path, encoding: str, *options: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own command
        [KB, "validate", "--project", root, *options],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": encoding},
    )
    assert done.returncode == 1
    assert done.stderr.decode(encoding).strip() == "1 problem in 1 file."
    return done.stdout.decode(encoding)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-8"])
@pytest.mark.parametrize("options", [["--github"], []], ids=["github", "text"])
def test_complaint_can_be_printed_in_every_encoding(
    encoding: str, options: list[str], tmp_path: Path
) -> None:
    root = base_project(tmp_path)
    write(root, ENTRY, DRAFT + "related: [數據]\n")
    expected = "數據" if encoding == "utf-8" else "\\u6578\\u64da"
    assert expected in run_in_encoding(root, encoding, *options)


@pytest.mark.parametrize(
    "encoding",
    [
        "latin-1",
        "cp1252",
        "utf-8",
    ],
)
def test_json_is_json_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    root = base_project(tmp_path)
    write(root, ENTRY, DRAFT + "related: [數據😀ÿ]\n")
    [row] = json.loads(run_in_encoding(root, encoding, "--json"))
    assert row["what"] == '"數據😀ÿ" is no id.'


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_pipe_in_the_glossary_is_told_and_not_waited_for(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    os.mkfifo(root / ENTRY)
    done = subprocess.run(  # noqa: S603 - our own command
        [KB, "validate", "--project", root],
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    assert done.stdout.startswith(f"{ENTRY}:1:1: KB113 ")
