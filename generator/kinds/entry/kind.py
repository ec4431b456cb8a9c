"""Entries: one glossary term each, in YAML."""

from generator.kinds.entry.checks import CHECKS
from generator.kinds.entry.command_block import FILTERS
from generator.kinds.entry.fields import placeholders
from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import FOLDER, command_anchor, page_of
from generator.kinds.entry.page import entry_page
from generator.kinds.entry.read import finish_entry, read_entry, takes
from generator.kinds.entry.search import FOUND_AS, entry_documents
from generator.kinds.entry.uses import entry_uses
from generator.kinds.kind import Kind, Naming
from generator.knowledge_base import Files
from generator.shape import is_id

NAMING = Naming(
    is_id=is_id,
    path=lambda file, new: f"{file.path.rpartition('/')[0]}/{new}.yaml",
    address=page_of,
    anchor=lambda sign, part: command_anchor(part) if sign == "/" else part,
)

ENTRY = Kind(
    files=Files(EntryFile, takes, read_entry, finish_entry),
    page=entry_page,
    search=entry_documents,
    found_as=FOUND_AS,
    uses=entry_uses,
    naming=NAMING,
    asks=lambda file: placeholders(file.entry.all_commands()),
    folder=FOLDER,
    checks=CHECKS,
    filters=FILTERS,
)
