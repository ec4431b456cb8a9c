"""YAML text to a tree of nodes that know their line and column."""

import operator
import re
from contextlib import suppress
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.nodes import Node, ScalarNode, SequenceNode

from generator.problem import Place, Problem
from generator.problem.reading import EMPTY_FILE, SECOND_DOCUMENT, SYNTAX, TAB, TOO_DEEP
from generator.source.file import place_at

DEPTH = 40
"""Levels of nesting. An entry needs six."""


# YAML 1.2.2, section 10.3.2 (core schema tag resolution).
_CORE = re.compile(
    r"""(?P<null>~|null|Null|NULL|)
    | (?P<bool>true|True|TRUE|false|False|FALSE)
    | (?P<int>[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)
    | (?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?
        |[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))""",
    re.VERBOSE,
)
_LONGEST_WORD = 5  # of those without a digit; most values are longer, and need no match
_PREFIX = "tag:yaml.org,2002:"
_STR, _SEQ, _MAP = _PREFIX + "str", _PREFIX + "seq", _PREFIX + "map"


class _Parser(CParser):
    """libyaml's parser with the scalars of YAML 1.2's core schema: `no` is a word."""

    # Called at every node, for tags that depend on the way to it. There are none, and these two
    # answer without a call into Python.
    descend_resolver = staticmethod(operator.is_)
    ascend_resolver = staticmethod(bool)

    def resolve(self, kind: type[Node], value: str | None, implicit: Any) -> str:
        """The tag of a node that has none. `implicit` says first whether a scalar is plain."""
        if kind is not ScalarNode or value is None:
            return _SEQ if kind is SequenceNode else _MAP
        if implicit[0] and (len(value) <= _LONGEST_WORD or value[0] in "-+.0123456789"):
            match = _CORE.fullmatch(value)
            if match:
                return f"{_PREFIX}{match.lastgroup}"
        return _STR


def compose(path: str, text: str) -> Node | Problem:
    """The root node of the one document in `text`."""
    try:
        if _may_be_deep(text) and (place := _too_deep(path, text)):
            return TOO_DEEP.at(place, limit=DEPTH)
        parser = _Parser(text)
        try:
            node = parser.get_single_node()
        finally:
            parser.dispose()
    except yaml.MarkedYAMLError as error:
        with suppress(yaml.MarkedYAMLError):
            if place := _too_deep(path, text):  # a row of open brackets is that, first of all
                return TOO_DEEP.at(place, limit=DEPTH)
        return _syntax_problem(path, text, error)
    if node is None:
        return EMPTY_FILE.at(Place(path))
    return node


def _may_be_deep(text: str) -> bool:
    """Whether nesting could be deep enough to overrun the C stack, which ends the process.

    Anything less deep is told when the nodes are walked. A cheap bound from above: every level
    needs a bracket, an indicator or a column of indentation.
    """
    marks = text.count("[") + text.count("{") + text.count("- ") + text.count("? ")
    return marks > 500 or " " * 200 in text


def _too_deep(path: str, text: str) -> Place | None:
    """Where nesting passes the limit. Events come one at a time, so no stack grows."""
    parser = _Parser(text)
    depth = 0
    try:
        while parser.check_event():
            event = parser.get_event()
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > DEPTH:
                    return place_at(path, text, event.start_mark.index)  # type: ignore[union-attr]
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    finally:
        parser.dispose()
    return None


_INDENTATION = "Compare its indentation with the lines before."
_QUOTE = "Put the value in quotes, if this belongs to the text."
# libyaml's words for what went wrong → ours. `{char}` is the character found there, `{line}` the
# line where the thing it belongs to began.
_SYNTAX = {
    "mapping values are not allowed in this context": (
        'a second ":" cannot stand here.',
        "Put the value in quotes, if the colon belongs to the text; otherwise compare the "
        "indentation with the lines before.",
    ),
    "found unexpected end of stream": (
        "the quote that opens here is never closed.",
        "Close it; inside single quotes, write an apostrophe twice.",
    ),
    "found character that cannot start any token": ('"{char}" cannot begin a value.', _QUOTE),
    "did not find expected ',' or ']'": (
        'the list that opens here with "[" is not closed.',
        'Close it with "]", and put items with commas or brackets in quotes.',
    ),
    "did not find expected ',' or '}'": (
        'the mapping that opens here with "{{" is not closed.',
        'Close it with "}}", or put the value in quotes, if the brace belongs to the text.',
    ),
    "did not find expected '-' indicator": (
        'the list above ends here without a "-".',
        'Begin the line with "- ", or indent it like the list\'s key.',
    ),
    "did not find expected key": ("this line belongs to nothing above it.", _INDENTATION),
    "could not find expected ':'": ('a ":" is missing behind a key.', _INDENTATION),
    "found undefined alias": ('"*" begins an alias to nothing.', _QUOTE),
    "did not find expected alphabetic or numeric character": (
        '"{char}" begins an anchor or alias without a name.',
        _QUOTE,
    ),
    "second occurrence": ("the same anchor stands twice.", "Give each its own name."),
    "block sequence entries are not allowed in this context": (
        'a list item "- " cannot begin here.',
        "Begin a new line for it, indented below its key.",
    ),
    "found unknown escape character": (
        "a backslash with no meaning stands between double quotes.",
        "Use single quotes, or write the backslash twice.",
    ),
    "found incompatible YAML document": (
        "the %YAML line names a version that is not read here.",
        "Delete the line.",
    ),
}
_OTHER = ("the structure of the YAML breaks here.", _INDENTATION + " Check the quotes, too.")
# These are told where they began; the library tells where it noticed, often the end of the file.
_BEGAN = (
    "found unexpected end of stream",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "could not find expected ':'",
    "did not find expected alphabetic or numeric character",
)


def _syntax_problem(path: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    problem = error.problem or ""
    began = error.context_mark if problem in _BEGAN else None
    mark = began or error.problem_mark
    if mark is None or mark.index is None:
        return SYNTAX.at(Place(path), what=_OTHER[0], mend=_OTHER[1])
    index = min(mark.index, len(text.rstrip("\n")))  # the end of a file may be told as a new line
    place = place_at(path, text, index)
    if problem == "but found another document":
        return SECOND_DOCUMENT.at(place)
    char = text[index : index + 1].strip("\n")
    if char == "\t" or "tab character" in problem:
        return TAB.at(place)
    what, mend = _SYNTAX.get(problem, _OTHER)
    return SYNTAX.at(place, what=what.format(char=char), mend=mend.format())
