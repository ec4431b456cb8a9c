"""Nodes to plain values: text, numbers, true and false, nothing, lists, mappings."""

from dataclasses import dataclass
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.problem import Place, Problem
from generator.problem.reading import (
    ALIAS_IN_ITSELF,
    DUPLICATE_KEY,
    EMPTY_VALUE,
    FORBIDDEN_CHARACTER,
    KEY_NOT_TEXT,
    TAG,
    TOO_DEEP,
    TOO_MANY_VALUES,
)
from generator.source.compose import DEPTH
from generator.source.file import forbidden, place_at

VALUES = 50_000
"""Values in one file. The longest entry has under 2,000."""

CHARACTERS = 4_000_000
"""Of all values together, counted wherever an alias repeats them."""

_PREFIX = "tag:yaml.org,2002:"
_STR, _BOOL, _NULL = _PREFIX + "str", _PREFIX + "bool", _PREFIX + "null"
_NUMBERS = (_PREFIX + "int", _PREFIX + "float")
_SEQ, _MAP = _PREFIX + "seq", _PREFIX + "map"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written. No key of an entry takes one, so none is ever rounded or overflows."""

    text: str


class _StopError(Exception):
    """Ends the walk at once, with its only problem: what follows would be more of the same."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Values:
    """One walk over one document. It goes on after a problem, so that all of them are found."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.problems: list[Problem] = []
        self.values = VALUES
        self.characters = CHARACTERS
        self.open: set[int] = set()

    def of(self, node: Node) -> Any:
        self.values -= 1
        self.characters -= len(node.value)
        if self.values < 0 or self.characters < 0:
            raise _StopError(TOO_MANY_VALUES.at(Place(self.path), limit=f"{VALUES:,}"))
        if isinstance(node, ScalarNode):
            if node.style == '"':  # only there are escapes
                self._check_escapes(node)
            return node.value if node.tag == _STR else self._scalar(node)
        if id(node) in self.open:
            self.problems.append(ALIAS_IN_ITSELF.at(self._place(node)))
            return None
        if len(self.open) >= DEPTH:
            raise _StopError(TOO_DEEP.at(self._place(node), limit=DEPTH))
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
                place = self._place(key_node)
                self.problems.append(KEY_NOT_TEXT.at(place))
                continue
            key = key_node.value
            if key in first:
                place = self._place(key_node)
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
            self.problems.append(EMPTY_VALUE.at(self._place(node)))
            return None
        if node.tag == _BOOL and text.lower() in ("true", "false"):
            return text.lower() == "true"
        if node.tag in _NUMBERS:
            return Number(text)
        self._check_tag(node, _STR)
        return text if node.tag == _STR else None

    def _place(self, node: Node) -> Place:
        return place_at(self.path, self.text, node.start_mark.index)

    def _check_escapes(self, node: ScalarNode) -> None:
        if found := forbidden(node.value):
            character = f"U+{ord(found[0]):04X}"
            self.problems.append(FORBIDDEN_CHARACTER.at(self._place(node), character=character))

    def _check_tag(self, node: Node, expected: str) -> None:
        if node.tag != expected:
            tag = node.tag.replace(_PREFIX, "!!")
            self.problems.append(TAG.at(self._place(node), tag=tag))


def values(path: str, text: str, node: Node) -> tuple[Any, list[Problem]]:
    """The plain value of `node`, and every problem on the way. What stands empty is None."""
    walk = _Values(path, text)
    try:
        value = walk.of(node)
    except _StopError as stop:
        return None, [stop.problem]
    return value, walk.problems
