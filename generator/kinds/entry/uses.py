"""Where the file of an entry names things by their ids, so that they can be renamed."""

from collections.abc import Iterator

from generator.kinds.entry.file import EntryFile
from generator.knowledge_base import Use
from generator.source import Keys


def entry_uses(file: EntryFile) -> Iterator[Use]:
    """Its own id and those of its parts, and every id that its keys and texts name."""
    entry, document = file.entry, file.document
    yield Use(entry.id, entry.id, document.place_of(("id",), entry.id))
    for keys, target in file.named_by_keys():
        yield Use(target, target, document.place_of(keys, target))
    for text, one in file.references():
        yield Use(one.id, one.written, file.place_of(text, one.written, one.start))
    yield from _commands(file)
    for number, symptom in enumerate(entry.symptoms):
        yield _part(file, ("symptoms", number), symptom.anchor, symptom.id, "symptom-")
    for number, group in enumerate(entry.commands):
        yield _part(file, ("commands", number), group.anchor, group.id, "commands-")


def _commands(file: EntryFile) -> Iterator[Use]:
    for group_number, group in enumerate(file.entry.commands):
        for number, command in enumerate(group.commands):
            keys = ("commands", group_number, "commands", number)
            for key, name in (("id", command.id), ("check_first", command.check_first)):
                if name is not None:
                    place = file.document.place_of((*keys, key), name)
                    yield Use(f"{file.id}/{name}", name, place)


def _part(file: EntryFile, keys: Keys, anchor: str, own: str | None, before: str) -> Use:
    """A part whose anchor follows its words until it is given an id."""
    name = f"{file.id}#{anchor}"
    if own is not None:
        return Use(name, own, file.document.place_of((*keys, "id"), own), before)
    place = file.document.place(keys)
    return Use(name, "", place, before, f"id: {{}}\n{' ' * (place.column - 1)}")
