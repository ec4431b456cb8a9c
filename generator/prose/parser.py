"""All of our Markdown: CommonMark without HTML, headings and images, with two rules of our own."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup as Html

from generator.prose.simple import LINK_TEXT

REFERENCE = re.compile(rf"\[\[([^\[\]|\n]{{1,200}})(?:\|({LINK_TEXT}))?\]\]")
CITATION = re.compile(r"\[@([^\[\]\s]{1,200})\]")


@dataclass(frozen=True)
class Resolver:
    """How references (id, text) and citations (id) become HTML."""

    reference: Callable[[str, str], Html]
    citation: Callable[[str], Html]


def _inline_rule(pattern: re.Pattern[str], kind: str) -> Callable[[StateInline, bool], bool]:
    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own signature
        match = pattern.match(state.src, state.pos)
        if not match:
            return False
        if not silent:
            token = state.push(kind, "", 0)
            token.meta = {"match": match}
        state.pos = match.end()
        return True

    return rule


def _reference(_: Any, tokens: Sequence[Token], at: int, __: Any, env: dict[str, Any]) -> str:
    match = tokens[at].meta["match"]
    resolver: Resolver = env["resolver"]
    return str(resolver.reference(match[1].strip(), (match[2] or "").strip()))


def _citation(_: Any, tokens: Sequence[Token], at: int, __: Any, env: dict[str, Any]) -> str:
    resolver: Resolver = env["resolver"]
    return str(resolver.citation(tokens[at].meta["match"][1]))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False})
    parser.enable(["list", "fence", "backticks", "emphasis", "link", "autolink", "escape"])
    parser.enable(["newline", "balance_pairs", "entity"])
    parser.inline.ruler.before("link", "reference", _inline_rule(REFERENCE, "reference"))
    parser.inline.ruler.before("link", "citation", _inline_rule(CITATION, "citation"))
    parser.add_render_rule("reference", _reference)
    parser.add_render_rule("citation", _citation)
    return parser


PARSER = _parser()
TABLES = _parser().enable("table")
