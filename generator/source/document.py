"""One YAML text as values, with the way back to the line and column of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.problem import Place, Problem
from generator.source.compose import compose
from generator.source.file import place_at, read
from generator.source.values import values

Keys = Sequence[str | int]
"""The way to a value: keys of mappings and positions in lists, from the root."""


@dataclass(frozen=True)
class Document:
    """A YAML document.

    The nodes are dropped after reading (they take fifty times the space of the text) and composed
    again when a problem asks for a place. In place of the text may stand the folder that `path` is
    relative to: then it is read again, too.
    """

    path: str
    text: str | Path
    data: Any

    def places_only(self, folder: Path) -> "Document":
        """The same without text and data, which take the most memory of a glossary."""
        return Document(self.path, folder, None)

    def place(self, keys: Keys, *, key: bool = False) -> Place:
        """Where the value at `keys` begins, or with `key` the key itself.

        Keys that are not there are passed over: a missing key is told at what should hold it.
        """
        text = self._text()
        node, key_node = self._walk(text, keys)
        mark = (key_node if key and key_node is not None else node).start_mark
        return place_at(self.path, text, mark.index)

    def place_of(self, keys: Keys, excerpt: str, nth: int = 0) -> Place:
        """Where `excerpt` stands within the text at `keys`, counting its occurrences from 0."""
        text = self._text()
        node, _ = self._walk(text, keys)
        index, end = node.start_mark.index, node.end_mark.index
        for _ in range(nth + 1):
            found = text.find(excerpt, index, end)
            if found < 0:  # broken over two lines, or written with escapes
                return self.place(keys)
            index = found + 1
        return place_at(self.path, text, found)

    def _text(self) -> str:
        text = read(self.text, self.path) if isinstance(self.text, Path) else self.text
        return "" if isinstance(text, Problem) else text  # it was there a moment ago

    def _walk(self, text: str, keys: Keys) -> tuple[Node, Node | None]:
        node = _root(self.path, text)
        key_node: Node | None = None
        for step in keys:
            if isinstance(node, MappingNode):
                pairs = [pair for pair in node.value if pair[0].value == step]
                if not pairs:
                    break
                key_node, node = pairs[0]
            elif isinstance(node, SequenceNode) and isinstance(step, int):
                if step >= len(node.value):
                    break
                key_node, node = None, node.value[step]
            else:
                break
        return node, key_node


@lru_cache(maxsize=8)  # problems come file by file
def _root(path: str, text: str) -> Node:
    node = compose(path, text)
    return _NOTHING if isinstance(node, Problem) else node


_START = Mark("", 0, 0, 0, None, 0)
_NOTHING = ScalarNode("", "", _START, _START)
"""In place of a file that was broken after it had been read."""


def parse(path: str, text: str) -> tuple[Document | None, list[Problem]]:
    """The document in `text`, or None when its structure is broken; with every problem found."""
    node = compose(path, text)
    if isinstance(node, Problem):
        return None, [node]
    data, problems = values(path, text, node)
    return Document(path, text, data), problems
