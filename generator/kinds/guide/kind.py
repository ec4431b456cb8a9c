"""Guides: what authors write as Markdown pages, below the content folder."""

from generator.kinds.guide.model import Guide
from generator.kinds.guide.page import guide_page
from generator.kinds.guide.read import finish_guide, read_guide, takes
from generator.kinds.guide.search import FOUND_AS, guide_documents
from generator.kinds.kind import Kind
from generator.knowledge_base import Files

GUIDE = Kind(
    files=Files(Guide, takes, read_guide, finish_guide),
    page=guide_page,
    search=guide_documents,
    found_as=FOUND_AS,
)
