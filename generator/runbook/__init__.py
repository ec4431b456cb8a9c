"""Runbooks: front matter, steps, and blocks in them."""

from generator.runbook.flow import following, reachable, targets, ways, with_way_out
from generator.runbook.model import (
    ENDS,
    ESCALATE,
    RESOLVED,
    Block,
    CommandBlock,
    DecisionBlock,
    FrontMatter,
    ManualBlock,
    Placed,
    Runbook,
    RunbookSymptom,
    Step,
    Text,
    Where,
)
from generator.runbook.read import FOLDER, read_runbook
from generator.runbook.texts import Written, written_texts

__all__ = [
    "ENDS",
    "ESCALATE",
    "FOLDER",
    "RESOLVED",
    "Block",
    "CommandBlock",
    "DecisionBlock",
    "FrontMatter",
    "ManualBlock",
    "Placed",
    "Runbook",
    "RunbookSymptom",
    "Step",
    "Text",
    "Where",
    "Written",
    "following",
    "reachable",
    "read_runbook",
    "targets",
    "ways",
    "with_way_out",
    "written_texts",
]
