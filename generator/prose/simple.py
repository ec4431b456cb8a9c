"""The simple part of Markdown, cut by regular expressions.

Nearly every text of an entry is made of paragraphs, flat lists, code, strong words, references and
citations. These mean the same wherever they stand, so they need no parser; whatever else a text
holds sends it there, whole. The tests hold that both ways give the same.
"""

import re
from typing import NamedTuple

_PLAIN = r"[^*_`\[\]\\<&]"
_PIECE = re.compile(
    rf"""(?P<plain>{_PLAIN}+)
    | `(?P<code>[^\s`](?:[^`\n]*[^\s`])?)`(?!`)
    | \[\[(?P<id>[^\[\]|\n]{{1,200}})(?:\|(?P<text>[^\[\]\n]{{1,200}}))?\]\]
    | \[@(?P<cited>[^\[\]\s]{{1,200}})\]
    | \*\*(?P<strong>[A-Za-z0-9](?:{_PLAIN}*[A-Za-z0-9])?)\*\*""",
    re.VERBOSE,
)
_SPACE_AT_BREAK = re.compile(r"[ \t]\n|\n[ \t]")
_PARAGRAPH_END = re.compile(r"\n(?:[ \t]*\n)+")
_ITEM = re.compile(r"(?:-|(?P<number>\d{1,4})\.) (?=\S)")
# What could begin a block other than a paragraph or a flat list.
_OTHER_BLOCK = re.compile(
    r"^(?:[ \t]|[+*] |[-+*]$|\d+[.)](?:[ \t]|$)|-[ \t]|```|~~~)", re.MULTILINE
)

Piece = re.Match[str]
"""A match with one group set: `plain`, `code`, `id` (with `text`), `cited` or `strong`."""


class Block(NamedTuple):
    """A paragraph (`p`) with one line of text, or a list (`ul`, `ol`) with one per item."""

    tag: str
    lines: tuple[str, ...]


def pieces(line: str) -> list[Piece] | None:
    """A line of text cut into pieces; None when it holds anything that is not simple."""
    if _SPACE_AT_BREAK.search(line):
        return None
    found = []
    position = 0
    while position < len(line):
        piece = _PIECE.match(line, position)
        if piece is None:
            return None
        found.append(piece)
        position = piece.end()
    return found


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
