"""Values against a model: what does not fit, in our words and at its place."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.problem import Place, Problem, Rule, shown
from generator.problem.shape import (
    EMPTY_TEXT,
    MISSING_KEY,
    NOT_A_CHOICE,
    TOO_LONG,
    UNKNOWN_KEY,
    WRONG_ADDRESS,
    WRONG_DAY,
    WRONG_ID,
    WRONG_PATTERN,
    WRONG_TYPE,
)
from generator.shape.text import ID_PATTERN
from generator.source import Document, Keys, Number

Model = TypeVar("Model")

_EXPECTED = {
    "string_type": "text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "date_type": "a day",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "dataclass_type": "a mapping",
    "enum": "text",
}


def fit(model: type[Model], document: Document) -> tuple[Model | None, list[Problem]]:
    """The document as a `model`, or None and every reason why not."""
    hashable: Any = model  # which mypy does not see
    try:
        return _adapter(hashable).validate_python(document.data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [
            problem
            for detail in details
            if (problem := _problem(model, document, detail)) is not None
        ]


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _problem(model: type, document: Document, detail: ErrorDetails) -> Problem | None:
    keys, kind, value = detail["loc"], detail["type"], detail["input"]
    if value is None:  # told already as an empty value
        return None
    if kind == "missing":
        return MISSING_KEY.at(document.place(keys[:-1]), key=keys[-1])
    if kind == "unexpected_keyword_argument":
        known = [field.name for field in fields(_model_at(model, keys[:-1]))]
        mend = suggest(str(keys[-1]), known, "Delete it, or see which keys there are.")
        return UNKNOWN_KEY.at(document.place(keys, key=True), key=keys[-1], mend=mend)
    place = document.place(keys)
    if kind == "too_short":  # a list with items in it was told already: they did not fit
        return None if value else EMPTY_TEXT.at(place, expected=f'the list "{_name(keys)}"')
    if kind == "enum" and isinstance(value, str):
        choices = _choices(model, keys)
        mend = suggest(value, choices, "Choose one of them.")
        return NOT_A_CHOICE.at(place, value=value, choices=", ".join(choices), mend=mend)
    if kind.startswith("string_") and isinstance(value, str):
        return _text_problem(place, keys, detail)
    if kind == "pattern":
        return WRONG_PATTERN.at(place, **detail["ctx"])
    if rule := _OWN_KINDS.get(kind):
        return rule.at(place, value=value)
    expected = _EXPECTED[kind]
    return WRONG_TYPE.at(
        place, expected=expected, found=_found(value), mend=_type_mend(expected, value)
    )


def _text_problem(place: Place, keys: Keys, detail: ErrorDetails) -> Problem:
    """A text that is too long, empty, or no id."""
    value, context = detail["input"], detail["ctx"]
    if detail["type"] == "string_too_long":
        return TOO_LONG.at(place, length=len(value), limit=context["max_length"])
    if context["pattern"] == ID_PATTERN:
        return WRONG_ID.at(place, value=value, mend=id_mend(value))
    return EMPTY_TEXT.at(place, expected=f'the text of "{_name(keys)}"')


_OWN_KINDS: Mapping[str, Rule] = {"day": WRONG_DAY, "address": WRONG_ADDRESS}


def suggest(word: str, known: list[str], otherwise: str) -> str:
    """A question after the nearest known word, or the sentence `otherwise`."""
    nearest = get_close_matches(word.lower()[:80], known, n=1, cutoff=0.6)
    return f'Did you mean "{nearest[0]}"?' if nearest else otherwise


def _name(keys: Keys) -> str:
    return next((key for key in reversed(keys) if isinstance(key, str)), "")


def _model_at(model: type, keys: Keys) -> type:
    found = _type_at(model, keys)
    assert isinstance(found, type)
    assert is_dataclass(found)
    return found


def _choices(model: type, keys: Keys) -> list[str]:
    found = _type_at(model, keys)
    assert isinstance(found, type)
    assert issubclass(found, StrEnum)
    return [choice.value for choice in found]


def _type_at(model: type, keys: Keys) -> Any:
    """The type that the value at `keys` is checked against."""
    found: Any = model
    for key in keys:
        if isinstance(found, type) and is_dataclass(found):
            found = _bare(get_type_hints(found)[str(key)])
        else:  # an item of tuple[X, ...], or a value of dict[str, X]
            found = _bare(get_args(found)[1 if get_args(found)[1] is not ... else 0])
    return found


def _bare(annotation: Any) -> Any:
    """`X | None` as X."""
    options = [option for option in get_args(annotation) if option is not NoneType]
    return options[0] if NoneType in get_args(annotation) else annotation


def _found(value: Any) -> str:
    if isinstance(value, bool):
        return f'the yes-or-no value "{str(value).lower()}"'
    if isinstance(value, Number):
        return f"the number {value.text}"
    if isinstance(value, str):
        return f'the text "{shown(value, limit=60)}"'
    return "a list" if isinstance(value, list) else "a mapping"


def _type_mend(expected: str, value: Any) -> str:
    for condition, mend in _TYPE_MENDS:
        if condition(expected, value):
            return mend
    return f"Write {expected}."


_TYPE_MENDS: tuple[tuple[Callable[[str, Any], bool], str], ...] = (
    (lambda e, v: e == "text" and isinstance(v, bool | Number), "Put it in quotes."),
    (
        lambda e, v: e == "text" and isinstance(v, dict),
        "Put the whole text in quotes, if the colon belongs to it.",
    ),
    (lambda e, v: e == "text" and isinstance(v, list), "Write one text, or quote the brackets."),
    (lambda e, _: e == "a list", 'Write one item per line, each behind "- ".'),
    (lambda e, _: e == "a mapping", 'Write "key: value" lines, indented below the key.'),
    (lambda e, _: e == "true or false", "Write true or false, without quotes."),
)


def id_mend(value: str) -> str:
    """A proposal in the pattern of ids, where one can be made of the value."""
    words = re.findall(r"[a-z0-9]+", value.lower())
    proposal = "-".join(words).lstrip("0123456789-")[:80].rstrip("-")
    if proposal:
        return f'Write "{proposal}".'
    return "Write lower-case letters, digits and single hyphens."
