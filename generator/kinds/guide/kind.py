"""Guides: what authors write as Markdown pages, below the content folder."""

from generator.kinds.guide.model import Guide
from generator.kinds.guide.page import guide_page
from generator.kinds.guide.read import finish_guide, read_guide, takes
from generator.kinds.guide.search import FOUND_AS, guide_documents
from generator.kinds.guide.uses import guide_uses
from generator.kinds.kind import Kind, Naming
from generator.knowledge_base import CONTENT, Files
from generator.shape import is_id

NAMING = Naming(
    is_id=lambda name: all(map(is_id, name.split("/"))),
    path=lambda _, new: f"{CONTENT}/{new}.md",
    address=lambda name: f"{name}.html",
    anchor=lambda _, part: part,
)

GUIDE = Kind(
    files=Files(Guide, takes, read_guide, finish_guide),
    page=guide_page,
    search=guide_documents,
    found_as=FOUND_AS,
    uses=guide_uses,
    naming=NAMING,
)
