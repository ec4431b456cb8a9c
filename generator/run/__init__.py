"""Following a runbook in a terminal."""

from generator.run.prepare import Prepared, prepare, variable
from generator.run.record import Record, Row, redacted
from generator.run.walk import Operator, Outcome, Values, walk

__all__ = [
    "Operator",
    "Outcome",
    "Prepared",
    "Record",
    "Row",
    "Values",
    "prepare",
    "redacted",
    "variable",
    "walk",
]
