"""Values of options: choices, numbers, queries."""

import ast
import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial

import jmespath
from jmespath.exceptions import JMESPathError, ParseError

from generator.catalog import Option
from generator.command import Word
from generator.problem.tool import BAD_QUERY, WRONG_VALUE
from generator.verify.finding import Finding, finding
from generator.verify.nearest import nearest

QUERY_LENGTH = 2_000
"""Characters. The parser works by recursion, so that nesting without end would overrun it."""


def check_value(option: Option, name: str, value: Word) -> Iterator[Finding]:
    """What the tool would refuse in one value. What a reader fills in is not known yet."""
    if not value.known:
        return
    if option.choices:
        yield from _choice(option, name, value)
    if option.kind and not _KINDS[option.kind](value.text):
        yield finding(
            WRONG_VALUE,
            value.start,
            value.end,
            option=name,
            value=value.text,
            mend=_WANTED[option.kind],
        )
    if "--query" in option.names:
        yield from _query(value)


def _choice(option: Option, name: str, value: Word) -> Iterator[Finding]:
    text = value.text.lower() if option.any_case else value.text
    choices = [choice.lower() for choice in option.choices] if option.any_case else option.choices
    if text in choices:
        return
    better = nearest(value.text, option.choices)
    shown = ", ".join(option.choices[:12]) + (", …" if len(option.choices) > 12 else "")
    mend = f'Did you mean "{better}"?' if better else f"It takes {shown}."
    yield finding(WRONG_VALUE, value.start, value.end, option=name, value=value.text, mend=mend)


def _is(kind: type, text: str) -> bool:
    try:
        kind(text)
    except ValueError:
        return False
    return True


def _is_json(text: str) -> bool:
    """Az takes what Python takes for a dictionary, too."""
    if text.startswith("@") or len(text) > QUERY_LENGTH:
        return True
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        try:
            ast.literal_eval(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            return False
    return True


_KINDS: Mapping[str, Callable[[str], bool]] = {
    "int": partial(_is, int),
    "float": partial(_is, float),
    "time": lambda text: text[:2].isdecimal(),
    "json": _is_json,
    "resource-id": lambda text: text == "" or text.lower().startswith("/subscriptions/"),
}
_WANTED = {
    "int": "Write a whole number.",
    "float": "Write a number.",
    "time": "Write a time such as 2026-11-21T08:00:00Z.",
    "json": 'Write JSON, or "@" and the name of a file that holds it.',
    "resource-id": 'Write a whole resource id; it begins with "/subscriptions/".',
}


def _query(value: Word) -> Iterator[Finding]:
    text = value.text
    if len(text) > QUERY_LENGTH:
        yield finding(BAD_QUERY, value.start, value.end, where=f"{len(text):,} characters")
        return
    try:
        jmespath.compile(text)
    except ParseError as error:
        excerpt = text[max(0, error.lex_position) :][:20]
        where = f'"{excerpt}"' if excerpt else "its end"
        yield finding(BAD_QUERY, value.start, value.end, where=where)
    except (JMESPathError, RecursionError, ValueError):
        where = f'"{text[:20]}"'
        yield finding(BAD_QUERY, value.start, value.end, where=where)
