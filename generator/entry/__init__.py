"""Glossary entries."""

from generator.entry.model import (
    SECTIONS,
    CaseKind,
    CaseStudy,
    Command,
    CommandGroup,
    Difficulty,
    Entry,
    Source,
    Status,
    Surface,
    SymptomKind,
)
from generator.entry.name import fold
from generator.entry.prose_texts import ProseText, prose_texts
from generator.entry.schema import json_schema

__all__ = [
    "SECTIONS",
    "CaseKind",
    "CaseStudy",
    "Command",
    "CommandGroup",
    "Difficulty",
    "Entry",
    "ProseText",
    "Source",
    "Status",
    "Surface",
    "SymptomKind",
    "fold",
    "json_schema",
    "prose_texts",
]
