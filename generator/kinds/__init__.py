"""The kinds of documents, a folder and a row each."""

from typing import Any

from generator.kinds.entry.kind import ENTRY
from generator.kinds.guide.kind import GUIDE
from generator.kinds.kind import Kind
from generator.kinds.runbook.kind import RUNBOOK

KINDS: tuple[Kind[Any], ...] = (ENTRY, RUNBOOK, GUIDE)
"""In the order in which pages, results and lists show them."""

FILES = tuple(kind.files for kind in KINDS)

__all__ = ["FILES", "KINDS", "Kind"]
