"""Notes: what happened on one day."""

from generator.kinds.kind import Kind, Naming
from generator.knowledge_base import CONTENT, Files
from generator.shape import is_id

from .model import FOLDER, Note
from .page import note_page
from .read import finish_note, read_note, takes
from .search import FOUND_AS, note_documents
from .uses import note_uses

NOTE = Kind(
    files=Files(Note, takes, read_note, finish_note),
    page=note_page,
    search=note_documents,
    found_as=FOUND_AS,
    uses=note_uses,
    naming=Naming(
        is_id=is_id,
        path=lambda _, new: f"{CONTENT}/{FOLDER}/{new}.md",
        address=lambda name: f"{FOLDER}/{name}.html",
        anchor=lambda _, part: part,
    ),
    folder=FOLDER,
)
