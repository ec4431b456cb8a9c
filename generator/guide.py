"""Guides: the Markdown pages an author writes under the content folder."""

from dataclasses import dataclass

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass as model

from generator.problem import Place, Problem
from generator.shape import Plain, Title, fit
from generator.source import CodeBlock, Document, MarkdownPage


@model(frozen=True, config=ConfigDict(extra="ignore"))
class _FrontMatter:
    """What every page says of itself. MkDocs and the theme know further keys."""

    title: Title
    description: Plain


@dataclass(frozen=True)
class Guide:
    """A page with the entries it refers to, and its fenced blocks.

    `path` is relative to the content folder.
    """

    path: str
    title: str
    description: str
    references: tuple[tuple[str, Place], ...]
    code: tuple[CodeBlock, ...]


def read_guide(page: MarkdownPage, path: str) -> tuple[Guide | None, list[Problem]]:
    """The page as a guide, or None and what its front matter lacks."""
    meta = page.meta or Document(page.path, "{}", {})
    front_matter, problems = fit(_FrontMatter, meta)
    if front_matter is None:
        return None, problems
    references = tuple(page.references())
    title, description = front_matter.title, front_matter.description
    return Guide(path, title, description, references, page.code_blocks()), []
