"""The knowledge base: loaded once, links resolved, frozen."""

from generator.knowledge_base.authored import CONTENT
from generator.knowledge_base.base import Embedded, EntryFile, KnowledgeBase, ParameterFile, link
from generator.knowledge_base.load import GLOSSARY, SCHEMA, entry_paths, load, page_paths

__all__ = [
    "CONTENT",
    "GLOSSARY",
    "SCHEMA",
    "Embedded",
    "EntryFile",
    "KnowledgeBase",
    "ParameterFile",
    "entry_paths",
    "link",
    "load",
    "page_paths",
]
