"""Lines for bash and its relatives."""

import re
from collections.abc import Iterator, Sequence

import tree_sitter_bash
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

_PARSER = Parser(Language(tree_sitter_bash.language()))
# What only runs the command behind it. `xargs` also adds arguments of its own.
_BEFORE = frozenset({"sudo", "time", "command", "exec", "nohup", "xargs"})
# A line that goes on in the next one, when there is none: bash takes it, the grammar does not.
_GOES_ON = re.compile(r"\\\n\s*\Z")
_ESCAPED = re.compile(r"\\(\n|.|$)", re.DOTALL)
_ESCAPED_IN_QUOTES = re.compile(r'\\([$`"\\\n])')


def parse_bash(line: str) -> Script:
    """What `line` would run, inside of `$(…)`, pipes and loops, too."""
    readable = _GOES_ON.sub(lambda match: " " * len(match[0]), without_placeholders(line))
    root = _PARSER.parse(plain_letters(readable)).root_node
    reader = _BashReader(line)
    return Script(tuple(reader.invocations(root)), broken_at(root))


class _BashReader:
    """Turns nodes into words of one line."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.placeholders = placeholders(line)

    def invocations(self, root: Node) -> Iterator[Invocation]:
        stack = [root]
        while stack:
            node = stack.pop()
            if node.type == "command":
                made = self._invocation(node)
                if made is not None:
                    yield made
            stack += reversed(node.children)

    def _invocation(self, node: Node) -> Invocation | None:
        nodes = [child for child in node.children if _is_word(child)]
        outer = node.parent
        if outer is not None and outer.type == "redirected_statement":
            # `az x > file --option`: the file is the first word, the rest are arguments.
            for redirect in outer.children_by_field_name("redirect"):
                nodes += redirect.children_by_field_name("destination")[1:]
        words = [self.word(child) for child in nodes]
        return _unwrapped(words, piped=_is_piped(node))

    def word(self, node: Node) -> Word:
        start, end = node.start_byte, node.end_byte
        text, known = self._value(node)
        if known and any(first < end and start < last for first, last in self.placeholders):
            known = False
        many = not known and node.type in ("simple_expansion", "expansion", "command_substitution")
        return Word(text, start, end, known, many)

    def _value(self, node: Node) -> tuple[str, bool]:
        """The text a program would get, and whether that is known."""
        raw = self.line[node.start_byte : node.end_byte]
        match node.type:
            case "raw_string":
                return raw[1:-1], True
            case "ansi_c_string":
                return raw[2:-1], "\\" not in raw
            case "word" | "number":
                return _ESCAPED.sub(lambda match: match[1].strip("\n"), raw), not node.children
            case "string":
                inner = _ESCAPED_IN_QUOTES.sub(lambda match: match[1].strip("\n"), raw[1:-1])
                return inner, all(child.type in ('"', "string_content") for child in node.children)
            case "command_name" | "concatenation":
                parts = [self._value(child) for child in node.children]
                return "".join(text for text, _ in parts), all(known for _, known in parts)
            case "string_content":
                return raw, True
            case _:
                return raw, not node.is_named


def _is_word(node: Node) -> bool:
    return node.is_named and node.type not in (
        "variable_assignment",
        "file_redirect",
        "herestring_redirect",
        "heredoc_redirect",
        "comment",
    )


def _is_piped(node: Node) -> bool:
    pipeline = node.parent
    return (
        pipeline is not None and pipeline.type == "pipeline" and pipeline.children[0].id != node.id
    )


def _unwrapped(words: Sequence[Word], *, piped: bool) -> Invocation | None:
    """The command itself, without `sudo` and its like before it."""
    rest = list(words)
    more: list[Word] = []
    while rest and rest[0].text in _BEFORE:
        first = rest.pop(0)
        if first.text == "xargs":
            more = [first._replace(known=False, many=True)]
        while rest and rest[0].text.startswith("-"):
            option = rest.pop(0)
            if (
                first.text in ("xargs", "sudo") and len(option.text) == 2 and rest
            ):  # `-n 1`, `-u me`
                takes = option.text in ("-n", "-I", "-P", "-L", "-d", "-u", "-g")
                rest = rest[1:] if takes else rest
    if not rest:
        return None
    return Invocation(rest[0], (*rest[1:], *more), piped)
