"""What values must look like: kinds of text, and how a misfit is told."""

from generator.shape.fit import fit, id_mend, suggest
from generator.shape.part import part
from generator.shape.pattern import Pattern, pattern_fault
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
)

__all__ = [
    "ID_PATTERN",
    "Address",
    "Day",
    "Definition",
    "Id",
    "Line",
    "Markup",
    "Pattern",
    "Plain",
    "Prose",
    "Title",
    "fit",
    "id_mend",
    "is_id",
    "part",
    "pattern_fault",
    "suggest",
]
