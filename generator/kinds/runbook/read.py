"""Markdown files to runbooks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.prose import check_prose
from generator.kinds.runbook.model import (
    ENDS,
    FOLDER,
    Block,
    CommandBlock,
    DecisionBlock,
    FrontMatter,
    ManualBlock,
    Placed,
    Runbook,
    Step,
    Text,
)
from generator.knowledge_base import CONTENT, Reading, id_is_file_name
from generator.problem import Place, Problem
from generator.problem.runbook import (
    NO_STEPS,
    OUT_OF_PLACE,
    STEP_ID_TAKEN,
    STEP_WITHOUT_ID,
    TYPED_COMMAND,
)
from generator.problem.shape import WRONG_ID
from generator.prose import PageText
from generator.shape import fit, id_mend, is_id
from generator.source import Document, MarkdownPage, parse, parse_markdown

FILES = f"{CONTENT}/{FOLDER}"
"""Where the files of runbooks lie."""

_HEADING = re.compile(r"(?P<title>.*?)[ \t]*(?:\{#(?P<id>[^{}]*)\})?[ \t]*", re.DOTALL)
_BLOCKS: dict[str, type[Block]] = {
    "command": CommandBlock,
    "decision": DecisionBlock,
    "manual": ManualBlock,
}
_TYPED = frozenset({"bash", "sh", "shell", "zsh", "console", "powershell", "pwsh", "ps1", "cmd"})


class _Piece(NamedTuple):
    """Lines that belong together. `kind` is `text`, `heading`, or the language of a fence.

    `line` is that of the file. `inside` is a fence that does not stand at the left margin.
    """

    kind: str
    line: int
    lines: tuple[str, ...]
    match: re.Match[str] | None = None
    inside: bool = False


def takes(path: str) -> bool:
    """Whether a file is one of a runbook."""
    return path.startswith(f"{FILES}/") and path.endswith(".md") and path != f"{FILES}/index.md"


def read_runbook(path: str, text: str) -> tuple[Runbook | None, list[Problem]]:
    """The runbook in a file, or None when something in it has no sense; with every problem."""
    page, problems = parse_markdown(path, text)
    if problems:
        return None, problems
    steps = _Steps(page)
    front, problems = fit(FrontMatter, page.meta or Document(page.path, "{}", {}))
    steps.problems += problems
    steps.read()
    found = tuple(
        Step(step_id, title, line, page.line_at(line).find(f"{{#{step_id}}}") + 1, tuple(parts))
        for step_id, title, line, parts in steps.steps
    )
    if not found and not steps.problems:
        steps.problems.append(NO_STEPS.at(Place(page.path, page.first_line)))
    if front is None or steps.problems:
        return None, steps.problems
    assert page.meta is not None
    runbook = Runbook(page.path, front, page.meta, tuple(steps.intro), found)
    return runbook, id_is_file_name(page.meta, front.id)


def finish_runbook(reading: Reading, runbook: Runbook) -> tuple[Runbook, list[Problem]]:
    """The same, and what is wrong in its texts."""
    del reading
    return runbook, list(check_prose(runbook))


class _Steps:
    """Goes through the pieces of one page."""

    def __init__(self, page: MarkdownPage) -> None:
        self.page = page
        self.problems: list[Problem] = []
        self.intro: list[Text] = []
        self.steps: list[tuple[str, str, int, list[Text | Placed]]] = []

    def read(self) -> None:
        for piece in _pieces(self.page):
            if piece.kind == "heading":
                self._step(piece)
            elif piece.kind in _BLOCKS:
                self._block(piece)
            else:
                self._text(piece)

    def _step(self, piece: _Piece) -> None:
        assert piece.match is not None
        title, step_id = " ".join(piece.match["title"].split()), (piece.match["id"] or "").strip()
        place = Place(self.page.path, piece.line)
        if not step_id:
            words = "-".join(re.findall(r"[a-z0-9]+", title.lower())[:5])
            better = words if is_id(words) else "check-node"
            mend = f"Write it behind the title: {{#{better}}}."
            self.problems.append(STEP_WITHOUT_ID.at(place, title=title, mend=mend))
        elif not is_id(step_id):
            mend = id_mend(step_id)
            self.problems.append(WRONG_ID.at(place, value=step_id, mend=mend))
        elif step_id in ENDS:
            self.problems.append(STEP_ID_TAKEN.at(place, id=step_id, taken="is an end"))
        elif step_id.startswith("kb-"):
            self.problems.append(STEP_ID_TAKEN.at(place, id=step_id, taken="is kept for the page"))
        elif any(step_id == known for known, *_ in self.steps):
            taken = "already names another step"
            self.problems.append(STEP_ID_TAKEN.at(place, id=step_id, taken=taken))
        self.steps.append((step_id, title, piece.line, []))

    def _block(self, piece: _Piece) -> None:
        place = Place(self.page.path, piece.line)
        if piece.inside:
            what = f"the {piece.kind} block is indented."
            mend = "Begin it at the left margin, outside of lists."
            self.problems.append(OUT_OF_PLACE.at(place, what=what, mend=mend))
            return
        if not self.steps:
            what = f"the {piece.kind} block stands before the first step."
            mend = "Put it below the heading of a step."
            self.problems.append(OUT_OF_PLACE.at(place, what=what, mend=mend))
        # Comments in place of the lines before keep every line number as it is in the file.
        text = "#\n" * piece.line + "\n".join(piece.lines) + "\n"
        document, problems = parse(self.page.path, text)
        self.problems += problems
        if document is None:
            return
        block, problems = fit(_BLOCKS[piece.kind], document)
        self.problems += problems
        if block is None or not self.steps:
            return
        parts = self.steps[-1][3]
        last = next((one for one in reversed(parts) if isinstance(one, Placed)), None)
        if last is not None and _ends(last.block):
            what = f"the {piece.kind} block stands behind the one that ends this step."
            mend = "Move it before that one, or into a step of its own."
            self.problems.append(OUT_OF_PLACE.at(place, what=what, mend=mend))
        parts.append(Placed(block, document))

    def _text(self, piece: _Piece) -> None:
        if piece.kind in _TYPED:
            place = Place(self.page.path, piece.line)
            self.problems.append(TYPED_COMMAND.at(place, language=piece.kind))
        text = "\n".join(piece.lines)
        if not text.strip():
            return
        into: list[Text] | list[Text | Placed] = self.steps[-1][3] if self.steps else self.intro
        if into and isinstance(last := into[-1], Text):  # a fence of another language between texts
            gap = piece.line - last.line - last.text.count("\n")
            into[-1] = Text(last.text + "\n" * gap + text, last.line)
        else:
            into.append(Text(text, piece.line))


def _ends(block: Block) -> bool:
    return isinstance(block, DecisionBlock) or block.then is not None


def _pieces(page: MarkdownPage) -> Iterator[_Piece]:
    """Headings, fences and the text between them."""
    lines = page.body.split("\n")
    parsed = PageText(page.body)
    begin = 0
    for piece, end in _marks(parsed, lines):
        if begin < piece.line:
            yield _Piece("text", page.first_line + begin, tuple(lines[begin : piece.line]))
        yield piece._replace(line=page.first_line + piece.line)
        begin = end
    if begin < len(lines):
        yield _Piece("text", page.first_line + begin, tuple(lines[begin:]))


def _marks(parsed: PageText, lines: list[str]) -> Iterator[tuple[_Piece, int]]:
    """Headings of steps, and fences, each with the line behind it; lines count from 0."""
    for token, inline in zip(parsed.tokens, [*parsed.tokens[1:], None], strict=True):
        if token.map is None:
            continue
        begin, end = token.map
        if token.type == "heading_open" and token.tag == "h2" and token.level == 0:
            assert inline is not None
            yield _Piece("heading", begin, (), _HEADING.fullmatch(inline.content)), end
        elif token.type == "fence":
            language = (token.info.split() or [""])[0]
            indented = lines[begin][:1] in (" ", "\t")
            if language in _BLOCKS:
                inside = token.level > 0 or indented
                code = tuple(token.content.removesuffix("\n").split("\n"))
                yield _Piece(language, begin, code, inside=inside), end
            elif token.level == 0 or language in _TYPED:
                kind = language if language in _TYPED else "text"
                yield _Piece(kind, begin, tuple(lines[begin:end])), end
