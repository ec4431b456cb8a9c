"""What a text leads to, shows and holds, found in one walk over what the parser made of it."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from markdown_it.token import Token

from generator.diagram import LANGUAGE
from generator.prose.parser import ESCAPES_APART, HEADING_ID

# Elements that somebody would write for their looks, or to do harm. Words between angle brackets
# are placeholders otherwise.
_HTML = re.compile(
    r"<(?:a|audio|b|base|body|br|button|center|code|dd|details|div|dl|dt|em|embed|font|form|frame"
    r"|h[1-6]|head|hr|html|i|iframe|img|input|li|link|marquee|math|meta|noscript|ol|p|pre|script"
    r"|select|small|span|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|th|thead"
    r"|tr|u|ul|video)(?:[\s/][^<>\n]*)?>",
    re.IGNORECASE,
)


_MAY_HOLD = re.compile(
    r"\]\(|\]\[|\]:|<[A-Za-z][A-Za-z0-9+.-]*:|<[^\s<>@]+@|" + _HTML.pattern, re.IGNORECASE
)
"""What a link, an image or HTML needs."""

_MAY_BEGIN = re.compile(
    rf"\n[ \t]*(?:[>#]|=+[ \t]*(?:\n|\Z)|-+[ \t]*(?:\n|\Z)|(?:```+|~~~+)[ \t]*{LANGUAGE})"
)
"""How a quotation, a heading or a diagram begins."""


def _may_hold(text: str) -> bool:
    """Whether the text needs the parser. Most do not, and this is asked of every one."""
    signs = "<" in text or "](" in text or "][" in text or "]:" in text
    return bool((signs and _MAY_HOLD.search(text)) or _MAY_BEGIN.search(f"\n{text}"))


_ANY_ID = re.compile(r"\{#[^{}\n]*\}$")


class Held(NamedTuple):
    """A `link`, an `image`, a `heading`, a `diagram` or `html`, from character `start` of the text.

    `target` is the address of a link or an image, as it is written; `said` the text in place of an
    image, the source of a diagram, or an id that no heading can have; `level` that of a heading.
    """

    kind: str
    excerpt: str
    start: int
    target: str = ""
    said: str = ""
    level: int = 0


def held(text: str, *, block: bool) -> Iterator[Held]:
    """The links, images, headings, diagrams and HTML of a text, each kind in order."""
    if not _may_hold(text):
        return
    tokens = ESCAPES_APART.parse(text) if block else ESCAPES_APART.parseInline(text)
    searched = 0
    lines = _starts(text)
    for token in tokens:
        begin, end = (lines[n] for n in token.map) if token.map else (0, len(text))
        if token.type == "heading_open":
            excerpt = text[begin : lines[token.map[0] + 1] - 1] if token.map else ""
            start = begin + len(excerpt) - len(excerpt.lstrip())
            written_id = _ANY_ID.search(excerpt.rstrip("# \t"))
            wrong = written_id[0] if written_id and not HEADING_ID.match(written_id[0]) else ""
            yield Held("heading", excerpt.strip(), start, said=wrong, level=int(token.tag[1:]))
        elif token.type == "fence" and token.info.split()[:1] == [LANGUAGE]:
            fence = text.index(token.markup, begin)
            yield Held("diagram", text[fence:end].split("\n", 1)[0], fence, said=token.content)
        searched = max(searched, begin)
        for one in _inside(token, text, (begin, end), searched):
            searched = one.start + len(one.excerpt) if one.kind in ("link", "image") else searched
            yield one


def _starts(text: str) -> list[int]:
    found = [0]
    for line in text.split("\n"):
        found.append(found[-1] + len(line) + 1)
    return found


def _inside(token: Token, text: str, within: tuple[int, int], searched: int) -> Iterator[Held]:
    begin, end = within
    for child in token.children or ():
        if child.type in ("link_open", "image"):
            target = str(child.attrs["href" if child.type == "link_open" else "src"])
            start = _position(text, target, searched, end)
            written = target if text.startswith(target, start) else ""
            searched = start + len(written)
            kind = "link" if child.type == "link_open" else "image"
            yield Held(kind, written, start, target, child.content)
    html = begin
    for written, literal in _texts(token.children or ()):
        tags = [found.span() for found in _HTML.finditer(literal)]
        at = text.find(written, html, end) if tags else -1
        for first, last in tags:
            yield Held("html", written[first:last] if at >= 0 else "", max(at + first, begin))
        html = max(at + len(written), html)


def _texts(children: Iterable[Token]) -> Iterator[tuple[str, str]]:
    r"""Each run of text as its author wrote it, and the same with blanks for what is escaped.

    `&lt;br&gt;` and `\<br>` show an element; only `<br>` is one.
    """
    for kind, run in groupby(children, lambda child: child.type in ("text", "text_special")):
        if kind:
            parts = [
                (one.markup, " " * len(one.markup))
                if one.type == "text_special"
                else (one.content, one.content)
                for one in run
            ]
            yield "".join(part[0] for part in parts), "".join(part[1] for part in parts)


def _position(text: str, target: str, searched: int, end: int) -> int:
    """Where an address stands behind the sign that opens it; else where it stands at all."""
    found = re.compile(r"(?:\]\(\s*<?|<|\]:\s*<?)" + re.escape(target)).search(text, searched, end)
    if found is not None:
        return found.end() - len(target)
    return max(text.find(target), 0)
