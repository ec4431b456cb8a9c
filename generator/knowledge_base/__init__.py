"""The knowledge base: loaded once, links resolved, frozen."""

from generator.knowledge_base.base import EntryFile, KnowledgeBase, link
from generator.knowledge_base.load import CONTENT, GLOSSARY, SCHEMA, load

__all__ = [
    "CONTENT",
    "GLOSSARY",
    "SCHEMA",
    "EntryFile",
    "KnowledgeBase",
    "link",
    "load",
]
