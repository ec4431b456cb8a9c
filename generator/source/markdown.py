"""A Markdown page as front matter and text, with places kept."""

from dataclasses import dataclass

from generator.problem import Place, Problem
from generator.problem.reading import OPEN_FRONT_MATTER
from generator.source.document import Document, parse


@dataclass(frozen=True)
class MarkdownPage:
    """`meta` is the front matter; `body` the text below it, beginning at line `first_line`."""

    path: str
    meta: Document | None
    body: str
    first_line: int

    def line_at(self, line: int) -> str:
        """A line of the body, by its number in the file."""
        return self.body.split("\n")[line - self.first_line]


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
