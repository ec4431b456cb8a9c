"""The knowledge base: loaded once, links resolved, frozen."""

from generator.knowledge_base.authored import CONTENT
from generator.knowledge_base.base import Embedded, EntryFile, KnowledgeBase, ParameterFile, link
from generator.knowledge_base.load import GLOSSARY, SCHEMA, load

__all__ = [
    "CONTENT",
    "GLOSSARY",
    "SCHEMA",
    "Embedded",
    "EntryFile",
    "KnowledgeBase",
    "ParameterFile",
    "link",
    "load",
]
