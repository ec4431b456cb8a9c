"""What values must look like: kinds of text, and how a misfit is told."""

from generator.shape.fit import fit, id_mend, suggest
from generator.shape.part import part
from generator.shape.pattern import Pattern, pattern_fault
from generator.shape.source import Source
from generator.shape.text import (
    ID_PATTERN,
    Address,
    Day,
    Definition,
    Id,
    Line,
    Markup,
    Plain,
    Prose,
    Title,
    is_id,
    yaml_quoted,
)
from generator.shape.texts import MarkedText, marked_texts

__all__ = [
    "ID_PATTERN",
    "Address",
    "Day",
    "Definition",
    "Id",
    "Line",
    "MarkedText",
    "Markup",
    "Pattern",
    "Plain",
    "Prose",
    "Source",
    "Title",
    "fit",
    "id_mend",
    "is_id",
    "marked_texts",
    "part",
    "pattern_fault",
    "suggest",
    "yaml_quoted",
]
