"""Where the file of a note names things by their ids."""

from collections.abc import Iterator

from generator.knowledge_base import Use

from .model import Note


def note_uses(note: Note) -> Iterator[Use]:
    for one in note.references():
        yield Use(one.id, one.written, note.place_at(one.start))
