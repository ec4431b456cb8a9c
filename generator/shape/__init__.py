"""What values must look like: kinds of text, and how a misfit is told."""

from generator.shape.fit import fit, suggest
from generator.shape.part import part
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
    "Plain",
    "Prose",
    "Title",
    "fit",
    "is_id",
    "part",
    "suggest",
]
