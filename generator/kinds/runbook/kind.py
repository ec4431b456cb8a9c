"""Runbooks: Markdown with steps that embed commands of entries."""

from generator.kinds.kind import Kind
from generator.kinds.runbook.check_flow import check_flow
from generator.kinds.runbook.check_texts import check_texts
from generator.kinds.runbook.model import FOLDER, Runbook
from generator.kinds.runbook.page import runbook_page
from generator.kinds.runbook.read import read_runbook, takes
from generator.kinds.runbook.search import FOUND_AS, runbook_documents
from generator.knowledge_base import Files

RUNBOOK = Kind(
    files=Files(Runbook, takes, read_runbook),
    page=runbook_page,
    search=runbook_documents,
    found_as=FOUND_AS,
    folder=FOLDER,
    checks=(check_flow, check_texts),
)
