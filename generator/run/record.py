"""What was done, for the ticket: Markdown for people, JSON for machines. Secrets never reach it."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from generator import atomic
from generator.command import SECRET
from generator.kinds.runbook.model import Runbook

OUTPUT = 100_000
"""Characters of one output that are kept; the rest is counted."""

REDACTED = "[redacted]"


@dataclass(frozen=True)
class Row:
    """One thing that was done. `status` is the exit status of a command that ran."""

    at: str
    step: str
    what: str
    outcome: str
    command: str = ""
    status: int | None = None
    output: str = ""
    note: str = ""


@dataclass
class Record:
    """A run of a runbook. `values` are no secrets; `secrets` are values kept out of the rows."""

    runbook: Runbook
    started: datetime
    values: Mapping[str, str]
    secrets: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    end: str = "not finished"

    @property
    def name(self) -> str:
        """The name of its files, without an ending."""
        return f"{self.runbook.id}-{self.started:%Y%m%dT%H%M%SZ}"

    def write(self, folder: Path) -> None:
        """Writes both files anew; called after every row, so that nothing is lost."""
        folder.mkdir(parents=True, exist_ok=True)
        atomic.write(folder / f"{self.name}.json", self.as_json())
        atomic.write(folder / f"{self.name}.md", self.as_markdown())

    def as_json(self) -> str:
        """The record as one JSON object."""
        made = {
            "runbook": self.runbook.id,
            "title": self.runbook.front.title,
            "started": self.started.isoformat(),
            "end": self.end,
            "values": dict(self.values),
            "rows": [asdict(row) for row in self.rows],
        }
        return json.dumps(made, ensure_ascii=False, indent=2) + "\n"

    def as_markdown(self) -> str:
        """The record as a page for a ticket."""
        lines = [f"# {_cell(self.runbook.front.title)}", ""]
        lines += [f"Started {self.started:%Y-%m-%d %H:%M:%S} UTC. End: {_cell(self.end)}.", ""]
        lines += [f"- {name}: {_cell(value)}" for name, value in self.values.items()]
        lines += ["", "| Time (UTC) | Step | What | Outcome | Note |"]
        lines += ["| --- | --- | --- | --- | --- |"]
        for row in self.rows:
            cells = (row.at[11:19], row.step, row.what, row.outcome, row.note)
            lines.append(f"| {' | '.join(map(_cell, cells))} |")
        for number, row in enumerate(self.rows, 1):
            if row.command:
                lines += ["", f"**{number}. {_cell(row.what)}**: {_cell(row.outcome)}", ""]
                lines += [
                    *_fenced(row.command),
                    *(["", *_fenced(row.output)] if row.output else []),
                ]
        return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return re.sub(r"([\\|`<>*_\[\]])", r"\\\1", " ".join(text.split()))


def _fenced(text: str) -> list[str]:
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}text", text.rstrip("\n"), fence]


def redacted(text: str, secrets: Iterable[str]) -> str:
    """`text` without the secrets that are known, and without what looks like one; cut if long."""
    for secret in secrets:
        text = text.replace(secret, REDACTED)
    text = SECRET.sub(REDACTED, text)
    if len(text) > OUTPUT:
        text = f"{text[:OUTPUT]}\n[{len(text) - OUTPUT} more characters]"
    return text
