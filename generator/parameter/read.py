"""Parameter files."""

from generator.parameter.model import Parameter
from generator.problem import Problem
from generator.shape import fit
from generator.source import Document

FOLDER = "glossary/parameters"


def read_parameter(document: Document) -> tuple[Parameter | None, list[Problem]]:
    """The parameter in `document`, or None and what does not fit."""
    return fit(Parameter, document)
