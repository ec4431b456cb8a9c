"""Files to guides, and what is wrong within one of them."""

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass as model

from generator.checks.prose import check_prose
from generator.kinds.guide.check import check_code
from generator.kinds.guide.model import Guide
from generator.knowledge_base import CONTENT, Reading
from generator.problem import Problem
from generator.shape import Plain, Title, fit
from generator.source import Document, parse_markdown


@model(frozen=True, config=ConfigDict(extra="ignore"))
class _FrontMatter:
    """What every page says of itself. MkDocs and the theme know further keys."""

    title: Title
    description: Plain
    hide: tuple[str, ...] = ()


def takes(path: str) -> bool:
    """Whether a file is one of a guide, if it is none of a kind asked before."""
    return path.startswith(f"{CONTENT}/") and path.endswith(".md")


def read_guide(path: str, text: str) -> tuple[Guide | None, list[Problem]]:
    """The guide in a file, or None when its front matter is none."""
    page, problems = parse_markdown(path, text)
    if problems:
        return None, problems
    meta = page.meta or Document(page.path, "{}", {})
    front_matter, problems = fit(_FrontMatter, meta)
    if front_matter is None:
        return None, problems
    guide = Guide(
        path=path,
        title=front_matter.title,
        summary=front_matter.description,
        text=page.body,
        first_line=page.first_line,
        shows_navigation="navigation" not in front_matter.hide,
    )
    return guide, []


def finish_guide(reading: Reading, guide: Guide) -> tuple[Guide, list[Problem]]:
    """The same, and what is wrong in its text and in the commands it shows."""
    return guide, [*check_prose(guide), *check_code(guide, reading.verifier)]
