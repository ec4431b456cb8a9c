"""The values that readers put into commands: declared once, checked everywhere."""

from generator.parameter.model import Parameter, refusal, undeclared
from generator.parameter.read import FOLDER, read_parameter

__all__ = ["FOLDER", "Parameter", "read_parameter", "refusal", "undeclared"]
