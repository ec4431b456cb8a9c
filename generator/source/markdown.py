"""A Markdown page as front matter and text, with places kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.problem import Place, Problem
from generator.problem.reading import OPEN_FRONT_MATTER
from generator.source.document import Document, parse
from generator.source.file import place_at

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_BLOCK = re.compile(
    r"^(?P<indent>[ ]*)(?P<fence>`{3,}|~{3,})[ ]*(?P<language>[\w+-]+)[^\n]*\n"
    r"(?P<code>.*?)\n[ ]*(?P=fence)[`~]*[ ]*$",
    re.MULTILINE | re.DOTALL,
)
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)|<!--.*?-->", re.DOTALL)
# In a table the bar between id and text is written `\|`.
_REFERENCE = re.compile(r"(?<!\\)\[\[\s*([^\[\]|\\\s][^\[\]|\\\n]*)(?:\\?\|([^\[\]\n]*))?\]\]")


@dataclass(frozen=True)
class MarkdownPage:
    """`meta` is the front matter; `body` the text below it, beginning at line `first_line`."""

    path: str
    meta: Document | None
    body: str
    first_line: int

    def references(self) -> list[tuple[str, Place]]:
        """The ids named in `[[id]]` or `[[id|text]]` outside of code, with their places."""
        prose = _without_code(self.body)
        found = []
        for match in _REFERENCE.finditer(prose):
            place = place_at(self.path, self.body, match.start())
            found.append((match[1].strip(), place._replace(line=place.line + self.first_line - 1)))
        return found

    def lines(self) -> Iterator[tuple[str, bool]]:
        """Each line of the body, and whether it is part of fenced code."""
        return _lines(self.body)

    def code_blocks(self) -> tuple["CodeBlock", ...]:
        """The fenced blocks that name a language, in order."""
        return tuple(_code_blocks(self.body, self.first_line))


@dataclass(frozen=True)
class CodeBlock:
    """Fenced code: its language, its text without indentation, and where that begins."""

    language: str
    text: str
    line: int
    column: int


def _code_blocks(body: str, first_line: int) -> Iterator[CodeBlock]:
    for found in _BLOCK.finditer(body):
        indent = found["indent"]
        rows = [row.removeprefix(indent) for row in found["code"].split("\n")]
        line = body.count("\n", 0, found.start("code")) + first_line
        yield CodeBlock(found["language"], "\n".join(rows), line, len(indent) + 1)


def parse_markdown(path: str, text: str) -> tuple[MarkdownPage, list[Problem]]:
    """Splits off the front matter, which stands between `---` lines at the very top."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return MarkdownPage(path, None, text, 1), []
    ends = [number for number, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")]
    if not ends:
        return MarkdownPage(path, None, text, 1), [OPEN_FRONT_MATTER.at(Place(path))]
    # A comment in place of the opening line keeps every line number as it is in the file.
    front_matter = "\n".join(lines[1 : ends[0]])
    meta = None
    problems: list[Problem] = []
    if front_matter.strip():
        meta, problems = parse(path, f"#\n{front_matter}\n")
    return MarkdownPage(path, meta, "\n".join(lines[ends[0] + 1 :]), ends[0] + 2), problems


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is part of fenced code."""
    fence = ""
    for line in text.split("\n"):
        opening = _FENCE.match(line)
        if not fence:
            fence = opening[1] if opening else ""
            yield line, bool(fence)
            continue
        yield line, True
        if opening and opening[1].startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""


def _without_code(text: str) -> str:
    """The same text with code blanked out, every other character at its place."""
    lines = [" " * len(line) if is_code else line for line, is_code in _lines(text)]
    return _CODE_SPAN.sub(lambda span: re.sub(r"[^\n]", " ", span[0]), "\n".join(lines))
