"""Diagrams in Mermaid's language become pictures (SVG) and words, without a browser."""

from generator.diagram.draw import draw
from generator.diagram.fault import Fault, faults
from generator.diagram.words import LANGUAGE, Words, words, words_for_diagrams

__all__ = [
    "LANGUAGE",
    "Fault",
    "Words",
    "draw",
    "faults",
    "words",
    "words_for_diagrams",
]
