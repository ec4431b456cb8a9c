"""Runbooks: Markdown with steps that embed commands of entries."""

from generator.kinds.kind import Kind, Naming
from generator.kinds.runbook.check_flow import check_flow
from generator.kinds.runbook.check_words import check_words
from generator.kinds.runbook.model import FOLDER, Runbook, page_of
from generator.kinds.runbook.page import runbook_page
from generator.kinds.runbook.read import FILES, finish_runbook, read_runbook, takes
from generator.kinds.runbook.search import FOUND_AS, runbook_documents
from generator.kinds.runbook.uses import runbook_uses
from generator.knowledge_base import Files
from generator.shape import is_id

NAMING = Naming(
    is_id=is_id,
    path=lambda _, new: f"{FILES}/{new}.md",
    address=page_of,
    anchor=lambda _, part: part,
)

RUNBOOK = Kind(
    files=Files(Runbook, takes, read_runbook, finish_runbook),
    page=runbook_page,
    search=runbook_documents,
    found_as=FOUND_AS,
    uses=runbook_uses,
    naming=NAMING,
    folder=FOLDER,
    checks=(check_flow, check_words),
)
