"""Guides: the Markdown pages an author writes under the content folder."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markdown.extensions.toc import slugify, unique
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


class Section(NamedTuple):
    """What stands below one heading, as Markdown. The text above the first has neither."""

    title: str
    anchor: str
    text: str


@dataclass(frozen=True)
class Guide:
    """A page with the entries it refers to, its fenced blocks and its sections.

    `path` is relative to the content folder.
    """

    path: str
    title: str
    description: str
    references: tuple[tuple[str, Place], ...]
    code: tuple[CodeBlock, ...]
    sections: tuple[Section, ...]


def read_guide(page: MarkdownPage, path: str) -> tuple[Guide | None, list[Problem]]:
    """The page as a guide, or None and what its front matter lacks."""
    meta = page.meta or Document(page.path, "{}", {})
    front_matter, problems = fit(_FrontMatter, meta)
    if front_matter is None:
        return None, problems
    references = tuple(page.references())
    title, description = front_matter.title, front_matter.description
    sections = tuple(_sections(page))
    return Guide(path, title, description, references, page.code_blocks(), sections), []


_HEADING = re.compile(
    r"#{1,6}[ \t]+(?P<title>.*?)(?:[ \t]+#+)?[ \t]*(?:\{(?P<attributes>[^{}]*)\})?"
)
_ID = re.compile(r"#([^\s.#]+)")
_MARKUP = re.compile(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]\n]*)\]\]|\[([^\[\]\n]*)\]\([^()\n]*\)|[*`]")


def _sections(page: MarkdownPage) -> Iterator[Section]:
    """Headings get the anchors that MkDocs gives them."""
    taken: set[str] = set()
    title, anchor, lines = "", "", list[str]()
    for line, is_code in page.lines():
        heading = None if is_code else _HEADING.fullmatch(line)
        if heading is None:
            lines.append(line)
            continue
        name = _MARKUP.sub(r"\1\2", heading["title"])
        given = _ID.search(heading["attributes"] or "")
        own = given[1] if given else unique(slugify(name, "-"), taken)
        taken.add(own)
        if line.startswith("# ") and not "".join(lines).strip():
            continue  # the title of the page, which leads to nothing else
        yield Section(title, anchor, "\n".join(lines))
        title, anchor, lines = name, own, []
    yield Section(title, anchor, "\n".join(lines))
