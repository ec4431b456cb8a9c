"""Nodes to plain values: text, numbers, true and false, nothing, lists, mappings."""

from dataclasses import dataclass
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.problem import Problem
from generator.problem.reading import (
    ALIAS_IN_ITSELF,
    DUPLICATE_KEY,
    EMPTY_VALUE,
    KEY_NOT_TEXT,
    TAG,
    TOO_DEEP,
    TOO_MANY_VALUES,
)
from generator.source.compose import DEPTH, place_of_mark

VALUES = 50_000
"""Values in one file. The longest entry has under 2,000."""

_PREFIX = "tag:yaml.org,2002:"
_STR, _BOOL, _NULL = _PREFIX + "str", _PREFIX + "bool", _PREFIX + "null"
_NUMBERS = (_PREFIX + "int", _PREFIX + "float")
_SEQ, _MAP = _PREFIX + "seq", _PREFIX + "map"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written. No key of an entry takes one, so none is ever rounded or overflows."""

    text: str


class _TooManyError(Exception):
    """Ends the walk at once: what follows would only be more of the same."""


class _Values:
    """One walk over one document. It goes on after a problem, so that all of them are found."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.budget = VALUES
        self.open: set[int] = set()

    def of(self, node: Node) -> Any:
        self.budget -= 1
        if self.budget < 0:
            raise _TooManyError
        if isinstance(node, ScalarNode):
            return node.value if node.tag == _STR else self._scalar(node)
        if id(node) in self.open:
            self.problems.append(ALIAS_IN_ITSELF.at(place_of_mark(self.path, node.start_mark)))
            return None
        if len(self.open) >= DEPTH:
            place = place_of_mark(self.path, node.start_mark)
            self.problems.append(TOO_DEEP.at(place, limit=DEPTH))
            return None
        self.open.add(id(node))
        value: Any
        if isinstance(node, SequenceNode):
            self._check_tag(node, _SEQ)
            value = [self.of(item) for item in node.value]
        else:
            assert isinstance(node, MappingNode)
            self._check_tag(node, _MAP)
            value = self._mapping(node)
        self.open.remove(id(node))
        return value

    def _mapping(self, node: MappingNode) -> dict[str, Any]:
        value: dict[str, Any] = {}
        first: dict[str, Node] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode) or key_node.tag == _NULL:
                place = place_of_mark(self.path, key_node.start_mark)
                self.problems.append(KEY_NOT_TEXT.at(place))
                continue
            key = key_node.value
            if key in first:
                place = place_of_mark(self.path, key_node.start_mark)
                line = first[key].start_mark.line + 1
                self.problems.append(DUPLICATE_KEY.at(place, key=key, first=line))
                self.of(value_node)
                continue
            first[key] = key_node
            value[key] = self.of(value_node)
        return value

    def _scalar(self, node: ScalarNode) -> Any:
        text: str = node.value
        if node.tag == _NULL:
            self.problems.append(EMPTY_VALUE.at(place_of_mark(self.path, node.start_mark)))
            return None
        if node.tag == _BOOL and text.lower() in ("true", "false"):
            return text.lower() == "true"
        if node.tag in _NUMBERS:
            return Number(text)
        self._check_tag(node, _STR)
        return text

    def _check_tag(self, node: Node, expected: str) -> None:
        if node.tag != expected:
            tag = node.tag.replace(_PREFIX, "!!")
            self.problems.append(TAG.at(place_of_mark(self.path, node.start_mark), tag=tag))


def values(path: str, node: Node) -> tuple[Any, list[Problem]]:
    """The plain value of `node`, and every problem on the way. What stands empty is None."""
    walk = _Values(path)
    try:
        value = walk.of(node)
    except _TooManyError:
        place = place_of_mark(path, node.start_mark)
        return None, [TOO_MANY_VALUES.at(place, limit=f"{VALUES:,}")]
    return value, walk.problems
