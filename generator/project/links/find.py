"""Addresses of the site in a text, whatever kind of file it comes from.

Files are read as text and not as YAML, HTML or the like: so an address is found in a comment, in a
JSON text inside of an annotation, and in a file that is not well-formed, with its line and column.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.kinds import KINDS
from generator.overviews.home import ADDRESS as HOME
from generator.problem import Place
from generator.project.former import GO
from generator.project.links.writing import END, HOLE, SEAM, Reading

LONGEST = 2000
"""Signs of an address; browsers and mail programs give up earlier."""

_FOLDERS = "|".join([*(re.escape(kind.folder) for kind in KINDS if kind.folder), GO])
_LOOKS_OURS = re.compile(rf"(?:^|/)((?:{_FOLDERS})/(?:[^/]+/)*?[^/]+\.html)$")
_NOT_YET_KNOWN = re.compile(rf"(?:^|/)((?:{_FOLDERS})/[^/]*{HOLE}.*)$", re.DOTALL)
_WORD = re.compile(
    r"""[^\s"'`<>|\\^{}\[\]\x02-\x1f\x7f\u200b\u2060\ufeff“”‘’‚„‟«»‹›…。、，；：！？（）「」『』【】]+"""  # noqa: RUF001 - signs that end an address in prose
)
_BEGIN = re.compile(r"(?:https?|file)://", re.IGNORECASE)
_PARTS = re.compile(r"(?:(\w+)://([^/?#]*))?([^?#]*)(?:\?[^#]*)?(?:#(.*))?", re.DOTALL)
_BEHIND_PAGE = re.compile(rf"\.html(?![\w/%?#.{HOLE}{SEAM}-])")
_NEXT = re.compile(r"[,;](?:https?|file)://", re.IGNORECASE)
_EMPHASIS = "*_~"
_LISTED = re.compile(r"[,;]")
_BRACKETS = re.compile(r"[()]")
_VALUES = re.compile(r"\?|%3f", re.IGNORECASE)
_HASH = re.compile(r"(?<=\.html)%23", re.IGNORECASE)
_PATH = re.compile(rf"[\w.~%:/@{HOLE}{SEAM}-]")


class Link(NamedTuple):
    """An address as it is written, where it stands, and what it names of the site.

    `page` and `anchor` are decoded, `values` are not; what a template puts there is a HOLE.
    `escaped` says that `#` is written as `%23`.
    """

    address: str
    place: Place
    page: str
    anchor: str = ""
    values: str = ""
    escaped: bool = False


class Ours:
    """Which addresses are the site's.

    With `site` it is everything below that, by http or https. What names another host is not; what
    names none, or has a template in its place, is if it ends in one of the site's `pages`, or looks
    as if it did. Without `site` that holds for every host.
    """

    def __init__(self, pages: Collection[str], site: str = "") -> None:
        self._pages = frozenset(pages) - {HOME}
        self._depth = max((page.count("/") for page in pages), default=0) + 1
        self._site = site.rstrip("/")

    @cached_property
    def _below(self) -> tuple[str, str, str]:
        parts = urlsplit(self._site)
        return parts.scheme.removesuffix("s"), parts.netloc.lower(), f"{parts.path}/"

    def page(self, scheme: str, host: str, path: str) -> str | None:
        """The page that an address names, or None if it is not the site's."""
        if not self._site or HOLE in host or not scheme:
            return self._ending(path, hosted=bool(scheme))
        own_scheme, own_host, folder = self._below
        if scheme.lower().removesuffix("s") != own_scheme or host.lower() != own_host:
            return None
        if not f"{path}/".startswith(folder):
            return None
        page = path[len(folder) :]
        return (HOLE in page and self._ending(path, hosted=True)) or page

    def _ending(self, path: str, *, hosted: bool) -> str | None:
        parts = path.split("/")[-self._depth :]
        for number in range(len(parts) if hosted else len(parts) - 1):
            if (page := "/".join(parts[number:])) in self._pages:
                return page
        found = _LOOKS_OURS.search(path) or (_NOT_YET_KNOWN.search(path) if hosted else None)
        return found[1] if found else None


class _Text:
    """A text as it is written, as it is meant, and the places in it."""

    def __init__(self, path: str, written: str) -> None:
        self._path = path
        self._written = written
        self._reading = Reading(written)
        self._lines = [0, *(found.end() for found in re.finditer("\n", written))]
        self.meant = self._reading.text

    def place(self, index: int) -> Place:
        """Where a sign of what is meant stands."""
        at = self._reading.at(index)
        line = bisect_right(self._lines, at)
        return Place(self._path, line, at - self._lines[line - 1] + 1)

    def between(self, begin: int, end: int) -> str:
        """What is written for these signs."""
        return self._written[self._reading.at(begin) : self._reading.at(end)]


def links_in(path: str, written: str, ours: Ours) -> Iterator[Link]:
    """The addresses of the site in a text, from its beginning to its end."""
    text = _Text(path, written)
    for word in _WORD.finditer(text.meant):
        if "://" in word[0] or ".html" in word[0]:
            for begin, end in _candidates(text.meant, word.start(), word.end()):
                if (link := _link(text, begin, end, ours)) is not None:
                    yield link


def _candidates(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Where in a word an address may begin, and where it ends at the latest."""
    starts = [found.start() for found in _BEGIN.finditer(text, begin, end)]
    yield from _without_host(text, begin, starts[0] if starts else end)
    for start in starts:
        last = min(end, start + LONGEST)
        following = _NEXT.search(text, start, last)
        yield start, following.start() if following else last


def _without_host(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while (found := text.find(".html", begin, end)) >= 0:
        start = found
        earliest = max(begin, found - LONGEST)
        while start > earliest and _PATH.match(text[start - 1]):
            start -= 1
        while text[start] in _EMPHASIS:
            start += 1
        # `runbook:/runbooks/x.html` begins behind the colon, `host:8000/…` does not.
        colon = text.rfind(":", start, found)
        if colon >= 0 and not text[colon + 1].isdigit():
            start = colon + 1
        yield start, min(end, start + LONGEST)
        ends = _BEHIND_PAGE.match(text, found, end)
        begin = ends.end() if ends else end


def _link(text: _Text, begin: int, end: int, ours: Ours) -> Link | None:
    end, quoted = _end(text.meant, begin, end)
    meant = text.meant[begin:end].replace(SEAM, "")
    parts = _PARTS.match(_HASH.sub("#", meant))
    assert parts  # it takes every text
    scheme, host, way, fragment = (one or "" for one in parts.groups())
    page = ours.page(scheme, host, re.sub(f"{HOLE}+", HOLE, way))
    if page is None:
        return None
    cut = _VALUES.search(fragment)
    return Link(
        address=text.between(begin, end + (text.meant[end : end + 1] == END)),
        place=text.place(begin - quoted),
        page=unquote(page) or HOME,
        anchor=unquote(fragment[: cut.start()] if cut else fragment),
        values=fragment[cut.end() :] if cut else "",
        escaped=_HASH.search(meant) is not None,
    )


def _end(text: str, begin: int, end: int) -> tuple[int, bool]:
    """Where an address ends, less what belongs to the prose; and whether it is a quoted text."""
    before, after = text[begin - 1 : begin], text[end : end + 1]
    quoted = before != "" and before in "\"'" and before == after
    if not quoted:
        if behind := _BEHIND_PAGE.search(text, begin, end):
            end = behind.end()
        fragment = text.find("#", begin, end)
        listed = _LISTED.search(text, fragment, end) if fragment >= 0 else None
        end = min(listed.start() if listed else end, _unopened(text, begin, end))
    prose = ".,;:!?" + (before if before and before in _EMPHASIS else "")
    return begin + len(text[begin:end].rstrip(prose)), quoted


def _unopened(text: str, begin: int, end: int) -> int:
    """Where a bracket is closed that the address did not open."""
    depth = 0
    for bracket in _BRACKETS.finditer(text, begin, end):
        depth += 1 if bracket[0] == "(" else -1
        if depth < 0:
            return bracket.start()
    return end
