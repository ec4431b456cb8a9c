"""Guides: the Markdown pages an author writes under the content folder."""

from dataclasses import dataclass

from generator.problem import Place, Problem
from generator.problem.shape import MISSING_KEY
from generator.source import MarkdownPage


@dataclass(frozen=True)
class Guide:
    """`path` is relative to the content folder. `references` are the entries it names."""

    path: str
    title: str
    description: str
    references: tuple[tuple[str, Place], ...]


def read_guide(page: MarkdownPage, path: str) -> tuple[Guide | None, list[Problem]]:
    """The page as a guide. Every page names a title and a description in its front matter."""
    problems = []
    words = {}
    for key in ("title", "description"):
        value = page.value(key)
        if isinstance(value, str) and value.strip():
            words[key] = value.strip()
        else:
            place = page.meta.place((key,)) if page.meta else Place(page.path)
            problems.append(MISSING_KEY.at(place, key=key))
    if problems:
        return None, problems
    references = tuple(page.references())
    return Guide(path, words["title"], words["description"], references), []
