"""The knowledge base: loaded once, links resolved, frozen."""

from generator.knowledge_base.base import KnowledgeBase, ParameterFile
from generator.knowledge_base.document import Document, KindName, Named, Use, Written
from generator.knowledge_base.load import (
    CONTENT,
    GLOSSARY,
    SCHEMA,
    Files,
    Reading,
    document_paths,
    files_in,
    load,
    read_one,
)
from generator.knowledge_base.parameters import id_is_file_name

__all__ = [
    "CONTENT",
    "GLOSSARY",
    "SCHEMA",
    "Document",
    "Files",
    "KindName",
    "KnowledgeBase",
    "Named",
    "ParameterFile",
    "Reading",
    "Use",
    "Written",
    "document_paths",
    "files_in",
    "id_is_file_name",
    "load",
    "read_one",
]
