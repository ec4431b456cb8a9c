"""What was checked, and what waits for somebody to look at it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from generator.digest import of_text
from generator.kinds.entry.embedded import Embedded, all_commands
from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.review import review_stands
from generator.kinds.runbook.model import Runbook
from generator.knowledge_base import KnowledgeBase
from generator.verify import (
    CheckedLine,
    Evidence,
    Ledger,
    State,
    Verifier,
    cited,
    is_sound,
)


def checked_ledger(
    base: KnowledgeBase, verifier: Verifier, accepted: Collection[str], on: date
) -> Ledger:
    """The ledger with everything in it that is sound, new or `accepted` (`entry/command`).

    What was checked before against the same records of the same catalogs keeps its day.
    """
    evidence = dict(base.ledger.evidence)
    records = dict(base.ledger.records)
    there = set()
    for one in all_commands(base):
        path = one.path
        there.add(path)
        line, found = _checked(one, verifier)
        state = one.file.facts[one.command.id].state
        if not is_sound(found) or (state is State.CHANGED and path not in accepted):
            continue
        records |= {of_text(c.record.line): c.record.line for c in found.commands if c.record}
        made = replace(line, cited=cited(found), on=on)
        before = evidence.get(path)
        if before is None or replace(made, on=before.on) != before:
            evidence[path] = made
    kept = {path: one for path, one in evidence.items() if path in there}
    return replace(base.ledger, evidence=kept, records=records)


def _checked(one: Embedded, verifier: Verifier) -> tuple[Evidence, CheckedLine]:
    run = one.command.run.strip()
    line = Evidence(run, one.command.shell, (), date.min)
    return line, verifier.check(run, one.command.shell)


class Stale(NamedTuple):
    """Something to look at: a command, the prose of an entry, or a runbook.

    `path` is how the command line names it, `address` and `anchor` where the site shows it. `on`
    is the day somebody last looked.
    """

    path: str
    title: str
    owner: str
    address: str
    anchor: str
    on: date | None
    cause: str


def stale(base: KnowledgeBase) -> list[Stale]:
    """What is new, changed or unknown, unsigned or untried; what waits longest first."""
    found = [*_stale_commands(base), *_stale_prose(base), *_stale_runbooks(base)]
    return sorted(found, key=lambda one: (one.on or date.min, one.path))


_CAUSES: Mapping[State, str] = {
    State.NEW: "the command is not in the ledger yet",
    State.UNKNOWN: "no catalog knows the command",
}


def _stale_commands(base: KnowledgeBase) -> Iterator[Stale]:
    for one in all_commands(base):
        file, command = one
        facts = file.facts[command.id]
        cause = "; ".join(facts.differences) or _CAUSES.get(facts.state)
        if cause:
            yield Stale(
                path=one.path,
                title=f"{file.title}: {command.id}",
                owner=file.entry.owner,
                address=file.address,
                anchor=command.anchor,
                on=facts.on,
                cause=cause,
            )


def _stale_prose(base: KnowledgeBase) -> Iterator[Stale]:
    for file in base.all(EntryFile).values():
        review = base.ledger.reviews.get(file.id)
        if review is not None and review_stands(base, file.entry):
            continue
        yield Stale(
            path=file.id,
            title=file.title,
            owner=file.entry.owner,
            address=file.address,
            anchor="",
            on=review.on if review else None,
            cause=f"the prose changed since {review.by} read it"
            if review
            else "nobody has signed for the prose yet",
        )


def _stale_runbooks(base: KnowledgeBase) -> Iterator[Stale]:
    for runbook in base.all(Runbook).values():
        exercised = runbook.front.exercised
        changed = base.changes.get(runbook.path)
        if exercised is not None and (changed is None or changed <= exercised.on):
            continue
        yield Stale(
            path=f"runbooks/{runbook.id}",
            title=runbook.title,
            owner=runbook.front.owner,
            address=runbook.address,
            anchor="",
            on=exercised.on if exercised else None,
            cause="the runbook changed since somebody followed it"
            if exercised
            else "nobody has followed the runbook yet",
        )
