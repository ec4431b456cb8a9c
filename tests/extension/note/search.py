"""What can be found of a note."""

from collections.abc import Iterator

from generator.prose import plain
from generator.search.document import SearchDocument

from .model import Note

FOUND_AS = ("note",)


def note_documents(note: Note) -> Iterator[SearchDocument]:
    text = " ".join(plain(f"{note.summary} {note.text}").split())
    yield SearchDocument(
        kind="note", owner=note.id, location=note.address, title=note.title, text=text
    )
