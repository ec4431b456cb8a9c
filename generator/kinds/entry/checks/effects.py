"""What commands do, and whether the entry says so."""

from collections.abc import Iterator

from generator.checks.secrets import secrets_in
from generator.command import Effect
from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import Command, Status
from generator.problem import Problem
from generator.problem.effect import (
    NO_CHECK_FIRST,
    SECRET_NOT_TOLD,
    SECRET_SHOWN,
    WRONG_CHECK_FIRST,
    WRONG_EFFECT,
)
from generator.source import Keys
from generator.verify import CheckedCommand, CheckedLine, Verifier

_DOES = {
    Effect.DISCOVER: "only reads",
    Effect.OPERATE: "changes something",
    Effect.DESTROY: "loses something",
}
_ORDER = list(Effect)


def check_effects(file: EntryFile, verifier: Verifier) -> Iterator[Problem]:
    """Effects and secrets are told as they are; a change has a check to run before it."""
    reading = {one.id for one in file.entry.all_commands() if one.effect is Effect.DISCOVER}
    for group_number, group in enumerate(file.entry.commands):
        for number, command in enumerate(group.commands):
            keys = ("commands", group_number, "commands", number)
            checked = verifier.check(command.run.strip(), command.shell)
            yield from _effect(file, keys, command, checked)
            yield from _check_first(file, keys, command, reading)
            yield from _secrets(file, keys, command)


def _effect(
    file: EntryFile, keys: Keys, command: Command, checked: CheckedLine
) -> Iterator[Problem]:
    known = [one for one in checked.commands if one.record]
    if len(known) == len(checked.commands) and known:
        # Of several commands, the one that does most decides.
        decisive = max(known, key=_least)
        low, high = _least(decisive), max(map(_most, known))
        if not low <= _ORDER.index(command.effect) <= high:
            place = file.document.place((*keys, "effect"))
            better = _ORDER[low if _ORDER.index(command.effect) < low else high]
            yield WRONG_EFFECT.at(
                place,
                command=decisive.name,
                does=_DOES[better],
                effect=command.effect.value,
                better=better.value,
            )
    if checked.prints_secret and not command.reveals_secret:
        name = next(one.name for one in known if one.prints_secret)
        yield SECRET_NOT_TOLD.at(file.document.place((*keys, "run")), command=name)


def _least(command: CheckedCommand) -> int:
    return min(map(_ORDER.index, command.effects))


def _most(command: CheckedCommand) -> int:
    return max(map(_ORDER.index, command.effects))


def _check_first(
    file: EntryFile, keys: Keys, command: Command, reading: set[str]
) -> Iterator[Problem]:
    first = command.check_first
    if first is not None and first not in reading:
        known = any(one.id == first for one in file.entry.all_commands())
        what = "does more than read" if known else "is no command of this entry"
        place = file.document.place((*keys, "check_first"))
        yield WRONG_CHECK_FIRST.at(place, id=first, what=what)
    published = file.entry.status is Status.PUBLISHED
    if first is None and published and command.effect is not Effect.DISCOVER:
        yield NO_CHECK_FIRST.at(file.document.place(keys), effect=command.effect.value)


def _secrets(file: EntryFile, keys: Keys, command: Command) -> Iterator[Problem]:
    for found, _ in secrets_in(command.run):
        place = file.document.place_of((*keys, "run"), found)
        yield SECRET_SHOWN.at(place, excerpt=f"{found[:6]}…")
