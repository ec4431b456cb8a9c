"""Writing the ledger: what was checked, and who read what."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import NamedTuple

from generator import permalink
from generator.entry import Entry
from generator.knowledge_base import KnowledgeBase
from generator.verify import (
    CheckedLine,
    Evidence,
    Ledger,
    Review,
    State,
    Verifier,
    cited,
    digest,
    is_sound,
)


def today() -> date:
    """In UTC, as everywhere."""
    return datetime.now(UTC).date()


def checked_ledger(
    base: KnowledgeBase, verifier: Verifier, accepted: Collection[str], on: date
) -> Ledger:
    """The ledger with everything in it that is sound, new or `accepted` (`entry/command`).

    What was checked before against the same records of the same catalogs keeps its day.
    """
    evidence = dict(base.ledger.evidence)
    records = dict(base.ledger.records)
    for path, line, found in _commands(base, verifier):
        state = base.files[path.partition("/")[0]].facts[path.partition("/")[2]].state
        if not is_sound(found) or (state is State.CHANGED and path not in accepted):
            continue
        records |= {digest(c.record.line): c.record.line for c in found.commands if c.record}
        made = replace(line, cited=cited(found), on=on)
        before = evidence.get(path)
        if before is None or replace(made, on=before.on) != before:
            evidence[path] = made
    there = {f"{entry.id}/{one.id}" for entry in base.entries for one in entry.all_commands()}
    kept = {path: one for path, one in evidence.items() if path in there}
    return replace(base.ledger, evidence=kept, records=records)


def _commands(
    base: KnowledgeBase, verifier: Verifier
) -> Iterator[tuple[str, Evidence, CheckedLine]]:
    for entry in base.entries:
        for command in entry.all_commands():
            run = command.run.strip()
            line = Evidence(run, command.shell, (), date.min)
            yield f"{entry.id}/{command.id}", line, verifier.check(run, command.shell)


def reviewed_ledger(
    base: KnowledgeBase, entry: str, by: str, against: tuple[str, ...], on: date
) -> Ledger:
    """The ledger with a review of the prose of `entry`, as it stands."""
    review = Review(by, against, on, prose_digest(base.files[entry].entry))
    return replace(base.ledger, reviews={**base.ledger.reviews, entry: review})


def prose_digest(entry: Entry) -> str:
    """Of all texts of an entry but its commands: what a reviewer reads."""
    return digest(repr(replace(entry, commands=())))


def review_stands(base: KnowledgeBase, entry: Entry) -> bool:
    """Whether somebody signed for the prose of an entry as it is now."""
    review = base.ledger.reviews.get(entry.id)
    return review is not None and review.prose == prose_digest(entry)


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
    for entry in base.entries:
        for command in entry.all_commands():
            facts = base.files[entry.id].facts[command.id]
            cause = "; ".join(facts.differences) or _CAUSES.get(facts.state)
            if cause:
                yield Stale(
                    path=f"{entry.id}/{command.id}",
                    title=f"{entry.title}: {command.id}",
                    owner=entry.owner,
                    address=permalink.entry(entry.id),
                    anchor=permalink.command(command.id),
                    on=facts.on,
                    cause=cause,
                )


def _stale_prose(base: KnowledgeBase) -> Iterator[Stale]:
    for entry in base.entries:
        review = base.ledger.reviews.get(entry.id)
        if review is not None and review_stands(base, entry):
            continue
        yield Stale(
            path=entry.id,
            title=entry.title,
            owner=entry.owner,
            address=permalink.entry(entry.id),
            anchor="",
            on=review.on if review else None,
            cause=f"the prose changed since {review.by} read it"
            if review
            else "nobody has signed for the prose yet",
        )


def _stale_runbooks(base: KnowledgeBase) -> Iterator[Stale]:
    for runbook in base.runbooks.values():
        exercised = runbook.front.exercised
        changed = base.changes.get(runbook.path)
        if exercised is not None and (changed is None or changed <= exercised.on):
            continue
        yield Stale(
            path=f"runbooks/{runbook.id}",
            title=runbook.front.title,
            owner=runbook.front.owner,
            address=permalink.runbook(runbook.id),
            anchor="",
            on=exercised.on if exercised else None,
            cause="the runbook changed since somebody followed it"
            if exercised
            else "nobody has followed the runbook yet",
        )
