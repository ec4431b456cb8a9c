"""The one Markdown of entries, runbooks and guides.

CommonMark without raw HTML; tables, footnotes and admonitions as many writers know them; ids behind
headings; and two rules of our own, for references and citations.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup as Html
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.footnote import footnote_plugin

from generator.diagram import LANGUAGE, draw
from generator.prose.code import highlighted
from generator.prose.simple import LINK_TEXT

# In a table the bar between id and text is written `\|`.
REFERENCE = re.compile(rf"\[\[([^\[\]|\\\n]{{1,200}})(?:\\?\|({LINK_TEXT}))?\]\]")
CITATION = re.compile(r"\[@([^\[\]\s]{1,200})\]")
# Ids with `_` in front are those of the theme, which would take the heading for its own part.
HEADING_ID = re.compile(r"\{#([^\W_][\w.:-]*)\}[ \t]*$")
MARKS = 1000
"""Signs that could open something, in one paragraph. Nobody writes a tenth of that."""


@dataclass(frozen=True)
class Resolver:
    """How references (id, text) and citations (id) become HTML, and links and images addresses.

    `link` and `image` get the address as the author wrote it.
    """

    reference: Callable[[str, str], Html]
    citation: Callable[[str], Html]
    link: Callable[[str], str] = field(default=lambda address: address)
    image: Callable[[str], str] = field(default=lambda address: address)


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


def _heading_ids(state: StateCore) -> None:
    """Takes `{#id}` from the end of a heading, and remembers it as the id."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type != "heading_open" or not inline.children:
            continue
        last = inline.children[-1]
        if last.type == "text" and (found := HEADING_ID.search(last.content)):
            last.content = last.content[: found.start()].rstrip(" \t")
            opening.attrs["id"] = found[1]


def _comment_block(state: StateBlock, line: int, last: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own signature
    """A comment on lines of its own. It is a note among authors, and reaches no page."""
    start = state.bMarks[line] + state.tShift[line]
    if state.is_code_block(line) or not state.src.startswith("<!--", start):
        return False
    if start > state.env.setdefault("last comment ends", state.src.rfind("-->")):
        return False
    end = state.src.find("-->", start + 4)
    stop = state.eMarks[last - 1]
    if end < 0 or end > stop:
        return False
    after = next(n for n in range(line, last) if state.eMarks[n] >= end + 3)
    if state.src[end + 3 : state.eMarks[after]].strip():
        return False  # text goes on behind it
    if not silent:
        state.line = after + 1
        token = state.push("comment", "", 0)
        token.map = [line, state.line]
    return True


def _comment(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own signature
    """A comment within a line."""
    if not state.src.startswith("<!--", state.pos):
        return False
    end = state.src.find("-->", state.pos + 4)
    if end < 0:
        return False
    if not silent:
        state.push("comment", "", 0)
    state.pos = end + 3
    return True


def _only_text(state: StateCore) -> None:
    """Leaves a paragraph as it is where taking it apart could take minutes.

    What opens is looked for to the end of its paragraph, for each sign anew.
    """
    for token in state.tokens:
        if token.type == "inline" and sum(map(token.content.count, "[<`")) > MARKS:
            token.type = "long"


def _long_text(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "long":
            token.type, token.children = "inline", [Token("text", "", 0, content=token.content)]


def _no_html(_: Any, __: Sequence[Token], ___: int, ____: Any, _____: Any) -> str:
    return ""


def _reference(_: Any, tokens: Sequence[Token], at: int, __: Any, env: dict[str, Any]) -> str:
    match = tokens[at].meta["match"]
    resolver: Resolver = env["resolver"]
    return str(resolver.reference(match[1].strip(), (match[2] or "").strip()))


def _citation(_: Any, tokens: Sequence[Token], at: int, __: Any, env: dict[str, Any]) -> str:
    resolver: Resolver = env["resolver"]
    return str(resolver.citation(tokens[at].meta["match"][1]))


def _any_link(_: str) -> bool:
    return True


def _as_written(url: str) -> str:
    return url


_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_IGNORED = re.compile(r"[\x00-\x20]")
"""Browsers leave these out of a scheme."""


def _harmless(address: str) -> str:
    """The address, or one that leads nowhere where a browser could take it for more than a link."""
    read = _IGNORED.sub("", address).replace("\\", "/")
    scheme = _SCHEME.match(read)
    foreign = scheme is not None and scheme[1].lower() not in ("https", "http", "mailto")
    return "#" if foreign or read.startswith("//") else address


def _link(_: Any, tokens: Sequence[Token], at: int, __: Any, env: dict[str, Any]) -> str:
    resolver: Resolver = env["resolver"]
    address = _harmless(resolver.link(str(tokens[at].attrs["href"])))
    title = tokens[at].attrs.get("title")
    text = f' title="{escape(str(title))}"' if title else ""
    return f'<a href="{escape(address)}"{text}>'


def _image(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: dict[str, Any]
) -> str:
    resolver: Resolver = env["resolver"]
    text = renderer.renderInlineAsText(tokens[at].children, options, env)
    source = escape(_harmless(resolver.image(str(tokens[at].attrs["src"]))))
    return f'<img src="{source}" alt="{escape(text)}" loading="lazy">'


def _fence(_: Any, tokens: Sequence[Token], at: int, __: Any, ___: Any) -> str:
    token = tokens[at]
    language = token.info.split()[0] if token.info.split() else ""
    drawn = draw(token.content) if language == LANGUAGE else None
    return drawn or highlighted(token.content, language)


def _code(_: Any, tokens: Sequence[Token], at: int, __: Any, ___: Any) -> str:
    return highlighted(tokens[at].content, "")


def _heading_close(_: Any, tokens: Sequence[Token], at: int, __: Any, ___: Any) -> str:
    """A heading with an id can be linked to; the title of a page needs no link."""
    opening, inline = tokens[at - 2], tokens[at - 1]
    anchor = opening.attrs.get("id")
    if not anchor or opening.tag == "h1":
        return f"</{tokens[at].tag}>\n"
    name, to = escape(inline_text(inline)), escape(str(anchor))
    return (
        f'<a class="headerlink" href="#{to}" aria-label="Link to: {name}">&para;</a>'
        f"</{tokens[at].tag}>\n"
    )


def inline_text(token: Token) -> str:
    """What a reader sees of a line, without markup."""
    parts: list[str] = []
    for child in token.children or ():
        if child.type in ("text", "code_inline") or child.type == "image":
            parts.append(child.content)
        elif child.type == "reference":
            match = child.meta["match"]
            shown = (match[2] or match[1].replace("-", " ")).strip()
            parts.append(" ".join(shown.split()))
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type in ("citation", "footnote_ref") and parts:
            parts[-1] = parts[-1].rstrip(" \n")  # the space before what is left out
    return "".join(parts).strip()


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False})
    parser.enable("table")
    # An address is kept as its author wrote it, whatever it is: what may not be linked to has to be
    # found, and told. No such address is ever rendered.
    parser.validateLink = _any_link  # type: ignore[method-assign,assignment]
    parser.normalizeLink = _as_written  # type: ignore[method-assign]
    parser.use(footnote_plugin, inline=False)
    parser.use(admon_plugin)
    parser.inline.ruler.before("link", "reference", _inline_rule(REFERENCE, "reference"))
    parser.inline.ruler.before("link", "citation", _inline_rule(CITATION, "citation"))
    parser.inline.ruler.before("autolink", "comment", _comment)
    parser.block.ruler.before(
        "paragraph", "comment", _comment_block, {"alt": ["paragraph", "reference"]}
    )
    parser.core.ruler.before("inline", "only_text", _only_text)
    parser.core.ruler.after("inline", "long_text", _long_text)
    parser.core.ruler.after("long_text", "heading_ids", _heading_ids)
    rules = {
        "comment": _no_html,
        "reference": _reference,
        "citation": _citation,
        "link_open": _link,
        "image": _image,
        "fence": _fence,
        "code_block": _code,
        "heading_close": _heading_close,
    }
    for name, rule in rules.items():
        parser.add_render_rule(name, rule)
    return parser


PARSER = _parser()

ESCAPES_APART = _parser().disable("text_join")
"""The same, but signs that are escaped stay `text_special`, with what the author wrote for them."""
