"""The Markdown of entries: a small part of CommonMark, with references and citations.

`[[id]]` and `[[id|text]]` refer to an entry, `[@id]` cites one of the entry's own sources.
Everything else that looks like markup is shown as the text it is; HTML never passes.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup as Html
from markupsafe import escape

# Most paragraphs hold no markup at all; telling so beforehand is ten times faster than parsing.
_INLINE_MARKUP = re.compile(r"[*_`\[\\<&]|  \n")
_BLOCK_MARKUP = re.compile(r"^\s*(?:[-+*]|\d+[.)])\s|^ *(?:```|~~~)|^[ \t]", re.MULTILINE)
_PARAGRAPH_END = re.compile(r"\n(?:[ \t]*\n)+")

_REFERENCE = re.compile(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,200}))?\]\]")
_CITATION = re.compile(r"\[@([^\[\]\s]{1,200})\]")


@dataclass(frozen=True)
class Reference:
    """`[[id|text]]`; `text` is empty where none is given, `nth` counts equal ones from 0."""

    id: str
    text: str
    written: str
    nth: int


@dataclass(frozen=True)
class Citation:
    """`[@id]`."""

    id: str
    written: str
    nth: int


@dataclass(frozen=True)
class Link:
    """`[text](address)` or `<address>`."""

    address: str


@dataclass(frozen=True)
class Resolver:
    """How references (id, text) and citations (id) become HTML."""

    reference: Callable[[str, str], Html]
    citation: Callable[[str], Html]


def _reference_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own signature
    return _push(state, _REFERENCE, "reference", silent=silent)


def _citation_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own signature
    return _push(state, _CITATION, "citation", silent=silent)


def _push(state: StateInline, pattern: re.Pattern[str], kind: str, *, silent: bool) -> bool:
    match = pattern.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push(kind, "", 0)
        token.content = match[0]
        token.meta = {"match": match}
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False})
    parser.enable(["list", "fence", "backticks", "emphasis", "link", "autolink", "escape"])
    parser.enable(["newline", "balance_pairs", "entity"])
    parser.inline.ruler.before("link", "reference", _reference_rule)
    parser.inline.ruler.before("link", "citation", _citation_rule)
    parser.add_render_rule("reference", _render_reference)
    parser.add_render_rule("citation", _render_citation)
    return parser


def _render_reference(_: object, tokens: Sequence[Token], index: int, __: object, env: dict) -> str:  # type: ignore[type-arg]
    match = tokens[index].meta["match"]
    resolver: Resolver = env["resolver"]
    return str(resolver.reference(match[1].strip(), (match[2] or "").strip()))


def _render_citation(_: object, tokens: Sequence[Token], index: int, __: object, env: dict) -> str:  # type: ignore[type-arg]
    resolver: Resolver = env["resolver"]
    return str(resolver.citation(tokens[index].meta["match"][1]))


_PARSER = _parser()


def render(text: str, resolver: Resolver, *, block: bool) -> Html:
    """`text` as HTML: paragraphs and lists, or with `block` off the inside of one line."""
    text = text.strip()
    if not block:
        return _inline(text, resolver)
    if _BLOCK_MARKUP.search(text):
        return Html(_PARSER.render(text, {"resolver": resolver}))  # noqa: S704 - the parser escapes
    paragraphs = (_inline(part, resolver) for part in _PARAGRAPH_END.split(text))
    return Html("").join(Html("<p>{}</p>\n").format(part) for part in paragraphs)


def _inline(text: str, resolver: Resolver) -> Html:
    if not _INLINE_MARKUP.search(text):
        return escape(text)
    return Html(_PARSER.renderInline(text, {"resolver": resolver}))  # noqa: S704 - the parser escapes


def mentions(text: str) -> Iterator[Reference | Citation | Link]:
    """What `text` refers to, cites and links, in order; nothing that stands in code."""
    if "[" not in text and "<" not in text:
        return
    seen: dict[str, int] = {}
    for token in _inline_tokens(text):
        if token.type == "link_open":
            yield Link(str(token.attrs["href"]))
        elif token.type in ("reference", "citation"):
            match = token.meta["match"]
            nth = seen.get(match[0], 0)
            seen[match[0]] = nth + 1
            if token.type == "citation":
                yield Citation(match[1], match[0], nth)
            else:
                yield Reference(match[1].strip(), (match[2] or "").strip(), match[0], nth)


def plain(text: str) -> str:
    """`text` without its markup, for search, summaries and terminals."""
    if not _INLINE_MARKUP.search(text) and not _BLOCK_MARKUP.search(text):
        return text.strip()
    parts: list[str] = []
    for token in _PARSER.parse(text):
        if token.type == "fence":
            parts.append(token.content)
        for child in token.children or ():
            if child.type in ("text", "code_inline"):
                parts.append(child.content)
            elif child.type == "reference":
                match = child.meta["match"]
                parts.append(match[2] or match[1].replace("-", " "))
            elif child.type in ("softbreak", "hardbreak"):
                parts.append(" ")
            elif child.type == "citation" and parts:
                parts[-1] = parts[-1].rstrip(" ")
        if token.type == "inline":
            parts.append("\n")
    return "".join(parts).strip()


def _inline_tokens(text: str) -> Iterator[Token]:
    for token in _PARSER.parse(text):
        yield from token.children or ()
