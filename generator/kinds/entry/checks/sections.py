"""What an entry has, lacks, and says not to need."""

from collections.abc import Iterator

from generator.command import Effect
from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import CaseKind, Command, Entry, Status
from generator.kinds.entry.sections import BY_KEY
from generator.problem import Problem
from generator.problem.shape import BOTH, INCOMPLETE, MISSING_KEY, ONE_OF_TWO, REPEATED, UNKNOWN_KEY
from generator.shape import suggest
from generator.source import Document, Keys
from generator.verify import Verifier


def check_sections(file: EntryFile, verifier: Verifier) -> Iterator[Problem]:
    """Published entries are complete; keys that depend on each other agree."""
    del verifier
    yield from _complete(file)
    yield from _confusions(file)
    yield from _cases(file)
    yield from _commands(file)
    yield from _repeated(file)
    yield from _deprecated(file)


def _deprecated(file: EntryFile) -> Iterator[Problem]:
    entry = file.entry
    if entry.status is Status.DEPRECATED and entry.replaced_by is None:
        yield ONE_OF_TWO.at(
            file.document.place(("status",)),
            what="a deprecated entry names the one that takes its place.",
            mend='Add "replaced_by" with its id; if nothing does, run "kb retire".',
        )
    if entry.status is not Status.DEPRECATED and entry.replaced_by is not None:
        yield ONE_OF_TWO.at(
            file.document.place(("replaced_by",), key=True),
            what="only a deprecated entry is replaced by another one.",
            mend='Delete "replaced_by", or set "status: deprecated".',
        )


def _complete(file: EntryFile) -> Iterator[Problem]:
    entry, document = file.entry, file.document
    for name in entry.not_applicable:
        keys = ("not_applicable", name)
        if name not in BY_KEY:
            mend = suggest(name, list(BY_KEY), "Name a section.")
            yield UNKNOWN_KEY.at(document.place(keys, key=True), key=name, mend=mend)
        elif entry.section(name):
            yield BOTH.at(document.place(keys, key=True), section=name)
    if entry.status is Status.PUBLISHED:
        for name in BY_KEY:
            if not entry.section(name) and name not in entry.not_applicable:
                yield INCOMPLETE.at(document.place(("status",)), section=name)
        if entry.sources and entry.definition_source is None:
            yield MISSING_KEY.at(document.place(("status",)), key="definition_source")


def _confusions(file: EntryFile) -> Iterator[Problem]:
    for number, confusion in enumerate(file.entry.not_to_be_confused_with):
        if (confusion.entry is None) == (confusion.term is None):
            yield ONE_OF_TWO.at(
                file.document.place(("not_to_be_confused_with", number)),
                what='a confusion names either an "entry" or a "term".',
                mend='Write "entry" with an id, or "term" for what has no entry.',
            )


def _cases(file: EntryFile) -> Iterator[Problem]:
    for number, case in enumerate(file.entry.case_studies):
        keys = ("case_studies", number, "kind")
        if case.kind is CaseKind.PUBLISHED and case.source is None:
            yield ONE_OF_TWO.at(
                file.document.place(keys),
                what="a published case study names its source.",
                mend='Add "source" with the id of a source, or set "kind: illustrative".',
            )
        if case.kind is CaseKind.ILLUSTRATIVE and case.source is not None:
            yield ONE_OF_TWO.at(
                file.document.place(keys),
                what="an illustrative case study is made up and has no source.",
                mend='Delete "source", or set "kind: published".',
            )


def _commands(file: EntryFile) -> Iterator[Problem]:
    for group_number, group in enumerate(file.entry.commands):
        for number, command in enumerate(group.commands):
            keys: Keys = ("commands", group_number, "commands", number)
            yield from _way_back(file.document, keys, command)


def _way_back(document: Document, keys: Keys, command: Command) -> Iterator[Problem]:
    ways = [way for way in (command.undo, command.irreversible) if way is not None]
    keys = (*keys, "effect")
    if command.effect is Effect.DISCOVER and ways:
        yield ONE_OF_TWO.at(
            document.place(keys),
            what='a command that only discovers changes nothing, so it has no "undo".',
            mend='Delete "undo" or "irreversible", or correct the effect.',
        )
    elif command.effect is not Effect.DISCOVER and len(ways) != 1:
        yield ONE_OF_TWO.at(
            document.place(keys),
            what=f'a command that can {command.effect} has either "undo" or "irreversible".',
            mend='Write "undo" with the way back, or "irreversible" with why there is none.',
        )


def _repeated(file: EntryFile) -> Iterator[Problem]:
    entry = file.entry
    for key, named in _lists_of_words(entry):
        seen = set()
        for keys, value in named:
            if value in seen:
                yield REPEATED.at(file.document.place(keys), value=value, key=key)
            seen.add(value)


def _lists_of_words(entry: Entry) -> Iterator[tuple[str, list[tuple[Keys, str]]]]:
    """The lists in which each word may stand once, with the way to every word."""
    for key in ("labels", "search_hints", "related", "prerequisites", "broader"):
        yield key, [((key, number), value) for number, value in enumerate(entry.section(key))]
    yield "sources", [(("sources", n, "id"), source.id) for n, source in enumerate(entry.sources)]
    yield (
        "commands",
        [
            (("commands", group_number, "commands", number, "id"), command.id)
            for group_number, group in enumerate(entry.commands)
            for number, command in enumerate(group.commands)
        ],
    )
