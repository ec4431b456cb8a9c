"""The simple part of Markdown, cut by regular expressions.

Nearly every text of an entry is made of paragraphs, flat lists, code, strong words, references and
citations. These mean the same wherever they stand, so they need no parser; whatever else a text
holds sends it there, whole. The tests hold that both ways give the same.
"""

import re
from typing import NamedTuple

# A mark means the same wherever it stands. Backticks and stars that are no mark exclude each other
# from the text around, so what is matched here is all there is.
LINK_TEXT = r"(?:[^\[\]\n]|\n(?![ \t]*\n)){1,200}"
"""The text of a reference; authors wrap lines, so it may go on in the next one."""

_PLAIN = r"[^*_`\[\]\\<&]"


def _marks(inside: str) -> str:
    """The pattern of a mark; `inside` is a character that can stand within emphasis."""
    return rf"""`(?P<code>[^\s`](?:[^`\n]*[^\s`])?)`(?!`)
    | \[\[(?P<id>[^\[\]|\n]{{1,200}})(?:\|(?P<text>{LINK_TEXT}))?\]\]
    | \[@(?P<cited>[^\[\]\s]{{1,200}})\]
    | \*\*(?P<strong>[A-Za-z0-9](?:{inside}*(?:[A-Za-z0-9]|[.:?!](?=\*\*(?:\s|$))))?)\*\*(?!\*)
    | \*(?P<em>[A-Za-z0-9](?:{inside}*[A-Za-z0-9])?)\*(?!\*)"""


MARK = re.compile(_marks(r"[^*_`\[\]\\<]"), re.VERBOSE)
"""One mark in a simple line, its text escaped for HTML or not.

The group that is set says which: `code`, `id` (with `text`), `cited`, `strong` or `em`.
"""

_SIMPLE = re.compile(
    rf"(?: {_PLAIN}++ | {re.sub('[?]P<[a-z]+>', '?:', _marks(_PLAIN))} )*+", re.VERBOSE
)
_SPACE_AT_BREAK = re.compile(r"[ \t]\n|\n[ \t]")
_PARAGRAPH_END = re.compile(r"\n(?:[ \t]*\n)+")
_ITEM = re.compile(r"(?:-|(?P<number>\d{1,4})\.) (?=\S)")
# What could begin a block other than a paragraph or a flat list.
_OTHER_BLOCK = re.compile(
    r"^(?:[ \t]|[+*][ \t]|[-+*]$|\d+[.)](?:[ \t]|$)|-[ \t]|```|~~~|#{1,6}(?:[ \t]|$)|>|[-=]+[ \t]*$"
    r"|\*\*\*|---|___|[|:-]|!!!|\?\?\?)",
    re.MULTILINE,
)


class Block(NamedTuple):
    """A paragraph (`p`) with one line of text, or a list (`ul`, `ol`) with one per item."""

    tag: str
    lines: tuple[str, ...]


def is_simple(line: str) -> bool:
    """Whether a line of text holds nothing but plain text and marks."""
    return _SIMPLE.fullmatch(line) is not None and not (
        "\n" in line and _SPACE_AT_BREAK.search(line)
    )


def blocks(text: str) -> list[Block] | None:
    """A text cut into blocks; None when it holds any that are not simple."""
    if not _OTHER_BLOCK.search(text):
        return [Block("p", (part,)) for part in _PARAGRAPH_END.split(text)]
    found: list[Block] = []
    for part in _PARAGRAPH_END.split(text):
        cut = _paragraph_and_list(part)
        if cut is None or (found and found[-1].tag != "p" and cut[0].tag != "p"):
            return None  # two lists in a row are one list with wide spacing
        found += cut
    return found


def _paragraph_and_list(part: str) -> list[Block] | None:
    """A paragraph, a list, or a paragraph that leads up to a list."""
    lines = part.split("\n")
    first = next((number for number, line in enumerate(lines) if _ITEM.match(line)), len(lines))
    lead = "\n".join(lines[:first])
    if lead and _OTHER_BLOCK.search(lead):
        return None
    found = [Block("p", (lead,))] if lead else []
    if first < len(lines):
        items = _items(lines[first:])
        if items is None or (lead and items.tag == "ol" and not lines[first].startswith("1.")):
            return None
        found.append(items)
    return found


def _items(lines: list[str]) -> Block | None:
    items: list[str] = []
    indent = ""
    ordered: bool | None = None
    for line in lines:
        marker = _ITEM.match(line)
        if marker:
            number = marker["number"]
            if ordered not in (None, number is not None):
                return None  # another list begins without a blank line
            if number is not None and int(number) != len(items) + 1:
                return None
            ordered = number is not None
            indent = " " * marker.end()
            items.append(line[marker.end() :])
        elif line.startswith(indent) and line[len(indent) : len(indent) + 1].strip():
            items[-1] += "\n" + line[len(indent) :]
        else:
            return None
    if any(_OTHER_BLOCK.search(item) for item in items):
        return None  # a list within the list, or code
    return Block("ol" if ordered else "ul", tuple(items))
