"""The texts with markup in a runbook, wherever they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.entry import ProseText, prose_texts
from generator.problem import Place
from generator.runbook.model import Runbook, Text
from generator.source import Document, place_at


@dataclass(frozen=True)
class Written:
    """A text and where it stands: in Markdown between blocks, or at `keys` of a YAML document."""

    path: str
    text: str
    block: bool
    line: int = 0
    document: Document | None = None
    keys: tuple[str | int, ...] = ()

    def place(self, excerpt: str, start: int) -> Place:
        """Where `excerpt`, which begins at character `start`, stands in the file."""
        if self.document is not None:
            nth = self.text.count(excerpt, 0, start)
            return self.document.place_of(self.keys, excerpt, nth)
        place = place_at(self.path, self.text, start)
        return place._replace(line=place.line + self.line - 1)


def written_texts(runbook: Runbook) -> Iterator[Written]:
    """Every text with markup, in the order of the file."""
    yield from _of_part(runbook, runbook.document, runbook.front)
    yield from (_of_text(runbook, text) for text in runbook.intro)
    for step in runbook.steps:
        for one in step.parts:
            if isinstance(one, Text):
                yield _of_text(runbook, one)
            else:
                yield from _of_part(runbook, one.document, one.block)


def _of_text(runbook: Runbook, text: Text) -> Written:
    return Written(runbook.path, text.text, block=True, line=text.line)


def _of_part(runbook: Runbook, document: Document, part: Any) -> Iterator[Written]:
    found: ProseText
    for found in prose_texts(part):
        yield Written(runbook.path, found.text, found.block, document=document, keys=found.keys)
