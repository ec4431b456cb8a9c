"""Entries: one glossary term each, in YAML."""

from generator.kinds.entry.checks import CHECKS
from generator.kinds.entry.command_block import FILTERS
from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import FOLDER
from generator.kinds.entry.page import entry_page
from generator.kinds.entry.read import finish_entry, read_entry, takes
from generator.kinds.entry.search import FOUND_AS, entry_documents
from generator.kinds.kind import Kind
from generator.knowledge_base import Files

ENTRY = Kind(
    files=Files(EntryFile, takes, read_entry, finish_entry),
    page=entry_page,
    search=entry_documents,
    found_as=FOUND_AS,
    folder=FOLDER,
    checks=CHECKS,
    filters=FILTERS,
)
