"""The ledger: which command was checked, as it stood, against which records, on which day.

One JSON Lines file for each domain, and one with the records that are cited, so that a difference
can be shown when the tool or the command changes. Only `kb verify` and `kb review` write it.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from generator import atomic
from generator.catalog import record_difference
from generator.command import Shell, parse
from generator.digest import of_text
from generator.verify.line import CheckedLine

FOLDER = "glossary/ledger"
RECORDS = "records.jsonl"


class LedgerError(Exception):
    """A file of the ledger cannot be read. The text names it."""


class Cited(NamedTuple):
    """The record of one command, by the digest of its line.

    `stamps` are the catalogs that had a part in the check, that of the record last.
    """

    stamps: tuple[str, ...]
    command: str
    digest: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """That a command was checked on a day, as it was written then."""

    run: str
    shell: Shell
    cited: tuple[Cited, ...]
    on: date


@dataclass(frozen=True, slots=True)
class Review:
    """That somebody read the prose of an entry against sources of it; `prose` is its digest."""

    by: str
    against: tuple[str, ...]
    on: date
    prose: str


@dataclass(frozen=True)
class Ledger:
    """Evidence by `entry/command`, reviews by entry, records by digest."""

    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)
    records: Mapping[str, str] = field(default_factory=dict)


def cited(checked: CheckedLine) -> tuple[Cited, ...]:
    """The records that a line was checked against, each once."""
    found = (
        Cited(command.stamps, command.name, of_text(command.record.line))
        for command in checked.commands
        if command.record
    )
    return tuple(dict.fromkeys(found))


def read_ledger(root: Path) -> Ledger:
    """The ledger of a project; empty where there is none yet."""
    evidence: dict[str, Evidence] = {}
    reviews: dict[str, Review] = {}
    records: dict[str, str] = {}
    for path in sorted((root / FOLDER).glob("*.jsonl")):
        try:
            for row in map(json.loads, path.read_text("utf-8").splitlines()):
                if "record" in row:
                    records[row["digest"]] = row["record"]
                elif "command" in row:
                    evidence[row["command"]] = _evidence(row)
                else:
                    reviews[row["entry"]] = _review(row)
        except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
            raise LedgerError(f"{FOLDER}/{path.name}") from error
    return Ledger(evidence, reviews, records)


def _evidence(row: dict[str, Any]) -> Evidence:
    against = tuple(Cited(tuple(stamps), name, of) for stamps, name, of in row["against"])
    return Evidence(row["run"], Shell(row["shell"]), against, date.fromisoformat(row["on"]))


def _review(row: dict[str, Any]) -> Review:
    on = date.fromisoformat(row["on"])
    return Review(row["by"], tuple(row["against"]), on, row["prose"])


def write_ledger(root: Path, ledger: Ledger, domains: Mapping[str, str]) -> None:
    """Writes the files that changed. `domains` names the domain of every entry."""
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for path, text in ledger_texts(ledger, domains).items():
        file = root / path
        if (file.read_text("utf-8") if file.is_file() else "") != text:
            atomic.write(file, text)


def ledger_texts(ledger: Ledger, domains: Mapping[str, str]) -> dict[str, str]:
    """The files of a ledger, by their paths below the project.

    What belongs to an entry that is gone is left out, and so is a record that nothing cites.
    """
    files: dict[str, list[dict[str, Any]]] = {domain: [] for domain in domains.values()}
    for path, evidence in ledger.evidence.items():
        if (domain := domains.get(path.partition("/")[0])) is not None:
            files[domain].append(_evidence_row(path, evidence))
    for entry, review in ledger.reviews.items():
        if (domain := domains.get(entry)) is not None:
            files[domain].append(_review_row(entry, review))
    names = {one.digest for evidence in ledger.evidence.values() for one in evidence.cited}
    written = {
        f"{FOLDER}/{domain}.jsonl": _lines(rows, ("entry", "command"))
        for domain, rows in files.items()
    }
    kept = [{"digest": n, "record": r} for n, r in ledger.records.items() if n in names]
    written[f"{FOLDER}/{RECORDS}"] = _lines(kept, ("digest",))
    return written


def _lines(rows: Iterable[dict[str, Any]], keys: tuple[str, ...]) -> str:
    ordered = sorted(rows, key=lambda row: [row.get(key, "") for key in keys])
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ordered)


def _evidence_row(path: str, evidence: Evidence) -> dict[str, Any]:
    return {
        "command": path,
        "run": evidence.run,
        "shell": evidence.shell.value,
        "against": [list(one) for one in evidence.cited],
        "on": evidence.on.isoformat(),
    }


def _review_row(entry: str, review: Review) -> dict[str, Any]:
    return {
        "entry": entry,
        "by": review.by,
        "against": list(review.against),
        "on": review.on.isoformat(),
        "prose": review.prose,
    }


def changes(
    evidence: Evidence, ledger: Ledger, run: str, shell: Shell, checked: CheckedLine
) -> Iterator[str]:
    """What is not as it was when the command was checked, a line each, ready to be shown."""
    if evidence.shell is not shell:
        yield f"it was one for {evidence.shell.value}, and is one for {shell.value}"
        return
    if evidence.run != run:
        yield _rewritten(evidence.run, run)
        return
    now = {(_tool(one), one.command): one.digest for one in cited(checked)}
    lines = {of_text(c.record.line): c.record.line for c in checked.commands if c.record}
    for one in evidence.cited:
        key = _tool(one), one.command
        if key not in now:
            yield f'"{one.command}" is no longer in a catalog of {key[0]}'
        elif now[key] != one.digest:
            before = ledger.records.get(one.digest)
            told = record_difference(before, lines[now[key]]) if before else "has another record"
            yield f'"{one.command}" {told}'


def _tool(one: Cited) -> str:
    """`datafactory` of `datafactory 1.0.4`."""
    return one.stamps[-1].rpartition(" ")[0]


def _rewritten(before: str, after: str) -> str:
    """Which words of a line are gone, and which are new."""
    old, new = Counter(parse(before).words), Counter(parse(after).words)
    told = [f"lost {' '.join(words)}" for words in [list((old - new).elements())] if words]
    told += [f"gained {' '.join(words)}" for words in [list((new - old).elements())] if words]
    return f"it {' and '.join(told)}" if told else "its words stand in another order"
