"""What a result is."""

from enum import StrEnum


class Kind(StrEnum):
    """Pages first, then places on them; equals are shown in this order."""

    ENTRY = "entry"
    RUNBOOK = "runbook"
    GUIDE = "guide"
    SYMPTOM = "symptom"
    COMMAND = "command"
    STEP = "step"
    SECTION = "section"
