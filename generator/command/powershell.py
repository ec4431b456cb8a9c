"""Lines for PowerShell."""

import re
from collections.abc import Iterator

import tree_sitter_powershell
from tree_sitter import Language, Node, Parser

from generator.command.shell import (
    Invocation,
    Script,
    Word,
    broken_at,
    placeholders,
    plain_letters,
    without_placeholders,
)

_PARSER = Parser(Language(tree_sitter_powershell.language()))
# PowerShell takes typographic dashes and quotes for the plain ones.
_PLAIN = str.maketrans(
    "\u2013\u2014\u2015\u2018\u2019\u201a\u201b\u201c\u201d\u201e", "---''''\"\"\""
)
# What the grammar does not know. Only the structure is taken from what replaces it.
_LIST_OF_WORDS = re.compile(r"(?<=[\w*.-]),[ \t]*(?=[\w*.])")
_PARAMETER_WITH_DIGITS = re.compile(r"(?<![\w-])-[A-Za-z]+[0-9][A-Za-z0-9]*")
# A value whose text is all there is to it.
_LITERAL = ("generic_token", "integer_literal", "real_literal", "verbatim_string_characters")
_CONTAINERS = ("array_literal_expression", "unary_expression", "string_literal")


def parse_powershell(line: str) -> Script:
    """What `line` would run, inside of `$(…)`, pipes and script blocks, too."""
    plain = line.translate(_PLAIN)
    readable = _LIST_OF_WORDS.sub(_filled, without_placeholders(plain))
    readable = _PARAMETER_WITH_DIGITS.sub(_lettered, readable)
    root = _PARSER.parse(plain_letters(readable)).root_node
    reader = _PowerShellReader(plain)
    return Script(tuple(reader.invocations(root)), broken_at(root))


def _filled(match: re.Match[str]) -> str:
    return "_" * len(match[0])


def _lettered(match: re.Match[str]) -> str:
    return re.sub("[0-9]", "x", match[0])


class _PowerShellReader:
    """Turns nodes into words of one line."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.placeholders = placeholders(line)

    def invocations(self, root: Node) -> Iterator[Invocation]:
        stack = [root]
        while stack:
            node = stack.pop()
            if node.type == "command":
                name = next((c for c in node.children if c.type.startswith("command_name")), None)
                if name is not None:
                    yield Invocation(self._word([name]), self._words(node), _is_piped(node))
            stack += reversed(node.children)

    def _words(self, command: Node) -> tuple[Word, ...]:
        """Arguments; what touches, or is joined by commas, is one."""
        groups: list[list[Node]] = []
        for elements in command.children:
            if elements.type != "command_elements":
                continue
            for node in elements.children:
                if node.type in ("command_argument_sep", "redirection", "comment"):
                    continue
                if groups and self._joined(groups[-1][-1], node):
                    groups[-1].append(node)
                else:
                    groups.append([node])
        return tuple(map(self._word, groups))

    def _joined(self, left: Node, right: Node) -> bool:
        between = self.line[left.end_byte : right.start_byte]
        if between.strip(" \t\n`"):  # the colon of `-Status:$true`
            return False
        if not between:
            return True
        ends = self.line[left.end_byte - 1] == "," or self.line[right.start_byte] == ","
        return ends and left.type != "command_parameter"

    def _word(self, nodes: list[Node]) -> Word:
        start, end = nodes[0].start_byte, nodes[-1].end_byte
        raw = self.line[start:end]
        if nodes[0].type == "command_parameter":
            return Word(raw.rstrip(":"), start, end, parameter=True)
        known = all(map(self._is_literal, nodes))
        if any(first < end and start < last for first, last in self.placeholders):
            known = False
        many = raw.startswith("@") and not raw.startswith(("@(", "@{", "@'", '@"'))
        quoted = known and len(raw) > 1 and raw[0] == raw[-1] and raw[0] in "'\""
        return Word(raw[1:-1] if quoted else raw, start, end, known, many)

    def _is_literal(self, node: Node) -> bool:
        stack = [node]
        while stack:
            found = stack.pop()
            if found.type in _LITERAL or found.type.startswith("command_name"):
                continue
            if found.type == "expandable_string_literal":
                if found.children:
                    return False
                continue
            if found.type not in _CONTAINERS:
                return not found.is_named
            stack += found.children
        return True


def _is_piped(command: Node) -> bool:
    chain = command.parent
    return (
        chain is not None and chain.type == "pipeline_chain" and chain.children[0].id != command.id
    )
