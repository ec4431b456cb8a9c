"""Markdown that is a page of its own: its headings, its sections, its code, its HTML."""

from collections.abc import Iterator
from typing import NamedTuple

from markdown.extensions.toc import slugify, unique
from markdown_it.token import Token
from markupsafe import Markup as Html

from generator.prose.parser import PARSER, Resolver, inline_text


class PageHeading(NamedTuple):
    """A heading; `level` counts from 1, `line` is that of the text, counted from 0."""

    level: int
    title: str
    anchor: str
    line: int


class Fence(NamedTuple):
    """Fenced code. `line` is that of its first line of code, `indent` its distance from the left.

    `inside` is a fence within a list or a quotation.
    """

    language: str
    text: str
    line: int
    indent: int
    inside: bool


class PageText:
    """A text, taken apart once. Headings without an id of their own get one from their words.

    The ids are those that Python-Markdown gives, which many pages of the web have.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._env: dict[str, object] = {}
        self.tokens = PARSER.parse(text, self._env)
        self.headings = tuple(self._headings())

    def _headings(self) -> Iterator[PageHeading]:
        taken: set[str] = set()
        for opening, inline in zip(self.tokens, self.tokens[1:], strict=False):
            if opening.type == "heading_open" and opening.level == 0:
                title = inline_text(inline)
                given = opening.attrs.get("id")
                anchor = str(given) if given else unique(slugify(title, "-").lstrip("_"), taken)
                taken.add(anchor)
                opening.attrs["id"] = anchor
                assert opening.map is not None
                yield PageHeading(int(opening.tag[1:]), title, anchor, opening.map[0])

    def sections(self) -> Iterator[tuple[PageHeading | None, str]]:
        """The Markdown below each heading; that above the first one comes first, with None."""
        lines = self.text.split("\n")
        starts = [heading.line for heading in self.headings]
        yield None, "\n".join(lines[: starts[0]] if starts else lines)
        ends = [*starts[1:], len(lines)]
        for heading, end in zip(self.headings, ends, strict=False):
            yield heading, "\n".join(lines[heading.line + 1 : end])

    def fences(self) -> Iterator[Fence]:
        """The fenced code, in order."""
        return fences(self.tokens, self.text)

    def html(self, resolver: Resolver) -> Html:
        """The whole as HTML."""
        env = {**self._env, "resolver": resolver}
        return Html(PARSER.renderer.render(self.tokens, PARSER.options, env))  # noqa: S704 - the parser escapes


def fences(tokens: list[Token], text: str) -> Iterator[Fence]:
    """The fenced code among the tokens of a text."""
    lines = text.split("\n")
    for token in tokens:
        if token.type == "fence" and token.map is not None:
            words = token.info.split()
            language = words[0] if words else ""
            opening = lines[token.map[0]]
            indent = opening.index(token.markup[0])
            yield Fence(language, token.content, token.map[0] + 1, indent, token.level > 0)
