"""What can be done with prose: show it, read it aloud, follow what it names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape

from markupsafe import Markup as Html

from generator.diagram import LANGUAGE, words, words_for_diagrams
from generator.prose.parser import PARSER, Resolver, inline_text
from generator.prose.simple import LINK_TEXT, MARK, blocks, is_simple

_BARE = re.compile(r"\[(?:@[^\[\]\s]+|\[(?:[^\[\]|\n]*\|)?([^\[\]]*)\])\]")
_EMPHASIS = re.compile(r"(?<![\w*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])")
_SPACE_BEFORE_CITATION = re.compile(r"[ \n]+\[@")
# Every alternative begins with a sign of its own, so that the search goes from sign to sign.
_MENTIONS = rf"""`(?P<ticks>`*)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)`(?P=ticks)(?!`)
    | `+
    | \\.
    | \[\[(?P<id>[^\[\]|\\\n]{{1,200}})(?:\\?\|(?P<text>{LINK_TEXT}))?\]\]
    | \[@(?P<cited>[^\[\]\s]{{1,200}})\]"""
_MENTION = re.compile(_MENTIONS, re.VERBOSE | re.DOTALL)
_MENTION_OR_FENCE = re.compile(
    rf"(?P<fence>(?<![^\n])(?:```+|~~~+)).*?(?:\n(?P=fence)|\Z) | {_MENTIONS}",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """`[[id|text]]`, which begins at character `start`; `text` is empty where none is given."""

    id: str
    text: str
    written: str
    start: int


@dataclass(frozen=True, slots=True)
class Citation:
    """`[@id]`, which begins at character `start`."""

    id: str
    written: str
    start: int


def render(text: str, resolver: Resolver, *, block: bool) -> Html:
    """`text` as HTML: blocks, or with `block` off the inside of one line."""
    text = text.rstrip().lstrip("\n") if block else text.strip()
    if not block:
        return Html(_line(text, resolver))  # noqa: S704 - escaped there
    cut = blocks(text)
    if cut is None:
        return Html(PARSER.render(text, {"resolver": resolver}))  # noqa: S704 - the parser escapes
    html = []
    for tag, lines in cut:
        if tag == "p":
            html.append(f"<p>{_line(lines[0], resolver)}</p>\n")
        else:
            items = "".join(f"<li>{_line(line, resolver)}</li>\n" for line in lines)
            html.append(f"<{tag}>\n{items}</{tag}>\n")
    return Html("".join(html))  # noqa: S704 - every line is escaped


def _line(text: str, resolver: Resolver) -> str:
    if not is_simple(text):
        return str(PARSER.renderInline(text, {"resolver": resolver}))

    def mark(match: re.Match[str]) -> str:
        kind = match.lastgroup
        if kind == "code":
            return f"<code>{match['code']}</code>"
        if kind in ("strong", "em"):
            return f"<{kind}>{match[kind]}</{kind}>"
        if kind == "cited":
            return resolver.citation(unescape(match["cited"]))
        entry_id, shown = match["id"].strip(), (match["text"] or "").strip()
        return resolver.reference(unescape(entry_id), unescape(shown))

    return MARK.sub(mark, escape(text, quote=False))


@lru_cache(maxsize=128)  # the purpose of a command is said aloud twice
def plain(text: str) -> str:
    """`text` without its markup, one line per paragraph and item."""
    text = text.strip()
    cut = blocks(text)
    lines = None if cut is None else [_plain_line(line) for block in cut for line in block.lines]
    if lines is None or None in lines:
        return _plain_parsed(text)
    return "\n".join(line for line in lines if line)


def _plain_line(text: str) -> str | None:
    if not is_simple(text):
        return None

    def mark(match: re.Match[str]) -> str:
        if match["cited"] is not None:
            return ""
        if match["id"] is not None:
            shown = match["text"] or match["id"].replace("-", " ")
            return " ".join(shown.split())
        return match[match.lastgroup or 0]

    closed_up = _SPACE_BEFORE_CITATION.sub("[@", text)
    return MARK.sub(mark, closed_up).replace("\n", " ").strip()


def _plain_parsed(text: str) -> str:
    lines: list[str] = []
    for token in PARSER.parse(text):
        if token.type == "fence" and token.info.split()[:1] == [LANGUAGE]:
            lines += words(token.content)
        elif token.type in ("fence", "code_block"):
            lines.append(token.content.strip())
        lines.append(inline_text(token))
    return "\n".join(line for line in lines if line)


def bare(text: str) -> str:
    """`text` for search: without most of its markup, five times as fast as `plain`."""
    text = words_for_diagrams(text).replace("**", "").replace("`", "")
    if "*" in text:
        text = _EMPHASIS.sub(r"\1", text)
    if "[" not in text:
        return text
    return _BARE.sub(r"\1", _SPACE_BEFORE_CITATION.sub("[@", text) if "[@" in text else text)


def mentions(text: str) -> tuple[Reference | Citation, ...]:
    """What `text` refers to and cites, in order; nothing that stands in code or is escaped."""
    if "[[" not in text and "[@" not in text:
        return ()
    return _mentions(text)


@lru_cache(maxsize=256)  # a document is asked for its references, and then for its citations
def _mentions(text: str) -> tuple[Reference | Citation, ...]:
    pattern = _MENTION_OR_FENCE if "```" in text or "~~~" in text else _MENTION
    found = map(_mention, pattern.finditer(text))
    if _may_hide(text):
        return tuple(_as_parsed(text, found))
    return tuple(filter(None, found))


_MAY_HIDE = re.compile(r"<!--|<[A-Za-z][A-Za-z0-9+.-]*:|<[^\s<>@]+@|\]\(|\]\[|\]:|!\[")
_MAY_BEGIN = re.compile(r"\n(?: {4}| *\t|[ \t]*\|)")


def _may_hide(text: str) -> bool:
    """Whether less could be mentioned than it seems: in a comment, an address, indented code."""
    signs = "<" in text or "](" in text or "][" in text or "]:" in text or "![" in text
    return bool((signs and _MAY_HIDE.search(text)) or _MAY_BEGIN.search(f"\n{text}"))


def _mention(match: re.Match[str]) -> Reference | Citation | None:
    if match["cited"] is not None:
        return Citation(match["cited"], match[0], match.start())
    if match["id"] is not None:
        shown = (match["text"] or "").strip()
        return Reference(match["id"].strip(), shown, match[0], match.start())
    return None


def _as_parsed(
    text: str, found: Iterable[Reference | Citation | None]
) -> Iterator[Reference | Citation]:
    """Of what was found, that which the parser takes for a mention, too: not in indented code."""
    taken = iter(
        child.meta["match"][1].strip()
        for token in PARSER.parse(text)
        for child in token.children or ()
        if child.type in ("reference", "citation")
    )
    wanted = next(taken, None)
    for mention in found:
        if mention is not None and mention.id == wanted:
            yield mention
            wanted = next(taken, None)
