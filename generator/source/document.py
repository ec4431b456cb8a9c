"""One YAML text as values, with the way back to the line and column of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.problem import Place, Problem
from generator.source.compose import compose
from generator.source.file import place_at
from generator.source.values import values

Keys = Sequence[str | int]
"""The way to a value: keys of mappings and positions in lists, from the root."""


@dataclass(frozen=True)
class Document:
    """A YAML document.

    The nodes are dropped after reading (they take fifty times the space of the text) and composed
    again when a problem asks for a place.
    """

    path: str
    text: str
    data: Any

    def place(self, keys: Keys, *, key: bool = False) -> Place:
        """Where the value at `keys` begins, or with `key` the key itself.

        Keys that are not there are passed over: a missing key is told at what should hold it.
        """
        node, key_node = self._walk(keys)
        mark = (key_node if key and key_node is not None else node).start_mark
        return place_at(self.path, self.text, mark.index)

    def place_of(self, keys: Keys, excerpt: str, nth: int = 0) -> Place:
        """Where `excerpt` stands within the text at `keys`, counting its occurrences from 0."""
        node, _ = self._walk(keys)
        index, end = node.start_mark.index, node.end_mark.index
        for _ in range(nth + 1):
            found = self.text.find(excerpt, index, end)
            if found < 0:  # broken over two lines, or written with escapes
                return self.place(keys)
            index = found + 1
        return place_at(self.path, self.text, found)

    def _walk(self, keys: Keys) -> tuple[Node, Node | None]:
        node = _root(self.path, self.text)
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
    return ScalarNode("", "") if isinstance(node, Problem) else node


def parse(path: str, text: str) -> tuple[Document | None, list[Problem]]:
    """The document in `text`, or None when its structure is broken; with every problem found."""
    node = compose(path, text)
    if isinstance(node, Problem):
        return None, [node]
    data, problems = values(path, text, node)
    return Document(path, text, data), problems
