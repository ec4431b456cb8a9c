"""What another program can do with a project, without the command line."""

import json
import subprocess
import sys
from pathlib import Path

from .project import base_project, kb

PROGRAM = """
import json, sys
from pathlib import Path
from generator.clock import today
from generator.command import Shell
from generator.kinds.runbook.model import Runbook
from generator.project.draft import new_entry
from generator.project.find import as_data, find
from generator.project.moving import rename
from generator.project.read import read_project
from generator.project.search import project_index, result_data, search
from generator.project.site import address_book
from generator.project.verify import check_lines, checked_project, line_data, line_verifier
from generator.run import Operator, Outcome, Record, walk
from generator.run.values import read_pairs, values_for

root = Path(sys.argv[1])
base, problems = read_project(root)
(shown,) = find(base, "ADF pipeline")
lines = check_lines(line_verifier(root), Shell.BASH, "-", b"az datafactory shw")
ledger = checked_project(base, (), today())
runbook = base.all(Runbook)["run-failed"]
values = values_for(base, runbook, read_pairs(["factory-name=adf-prod"]), lambda _: None)
index = project_index(root)
print(json.dumps({
    "problems": len(problems),
    "shown": as_data(shown)["address"],
    "found": [result_data(one)["url"] for one in search(index, "pipeline").results][:1],
    "lines": [line_data(line)["ok"] for line in lines],
    "checked": len(ledger.evidence),
    "values": dict(values.known),
    "pages": len(address_book(base).pages),
    "written": new_entry(base, "trigger-run", None, None, None),
    "renamed": len(rename(base, "run-failed/look", "run-failed/see").files),
    "imported": sorted({"click", "rich", "mkdocs"} & sys.modules.keys()),
}))
"""


def test_everything_can_be_done_without_the_command_line(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    assert kb("links", "record", "--project", root).status == 0
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", PROGRAM, str(root)],
        capture_output=True,
        text=True,
        check=True,
        env={"XDG_CACHE_HOME": str(tmp_path / "cache"), "HOME": str(tmp_path)},
    )
    told = json.loads(done.stdout)
    assert told["pages"] > 100
    assert told | {"pages": 0} == {
        "problems": 0,
        "shown": "glossary/pipeline.html",
        "found": ["glossary/pipeline.html"],
        "lines": [False],
        "checked": 2,
        "values": {"factory-name": "adf-prod"},
        "pages": 0,
        "written": "glossary/analytics/trigger-run.yaml",
        "renamed": 2,
        "imported": [],
    }
