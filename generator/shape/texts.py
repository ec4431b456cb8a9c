"""The texts with markup in a part, wherever they stand."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

from generator.shape.text import Markup
from generator.source import Keys


class MarkedText(NamedTuple):
    """One text with markup, and the way to it in its document."""

    keys: tuple[str | int, ...]
    text: str
    block: bool


class _Field(NamedTuple):
    """A field that holds text with markup (`block` or one line) or parts that may hold some."""

    name: str
    block: bool
    nested: bool


@cache
def _plan(model: Any) -> tuple[_Field, ...]:
    plan = []
    for name, annotation in get_type_hints(model, include_extras=True).items():
        leaves = list(_leaves(annotation))
        if any(isinstance(leaf, type) and is_dataclass(leaf) for leaf in leaves):
            plan.append(_Field(name, block=False, nested=True))
        plan += [
            _Field(name, block=leaf.block, nested=False)
            for leaf in leaves
            if isinstance(leaf, Markup)
        ]
    return tuple(plan)


def _leaves(annotation: Any) -> Iterator[Any]:
    arguments = get_args(annotation)
    if not arguments:
        yield annotation
    for argument in arguments:
        yield from _leaves(argument)


def marked_texts(part: Any, keys: Keys = ()) -> Iterator[MarkedText]:
    """Every text with markup in a part, in the order of its keys."""
    model: Any = type(part)
    for name, block, nested in _plan(model):
        value = getattr(part, name)
        if value is None:
            continue
        if nested:
            parts = value if isinstance(value, tuple) else (value,)
            for number, item in enumerate(parts):
                here = (*keys, name, number) if isinstance(value, tuple) else (*keys, name)
                yield from marked_texts(item, here)
        elif isinstance(value, str):
            yield MarkedText((*keys, name), value, block)
        else:
            items = value.items() if isinstance(value, dict) else enumerate(value)
            for key, text in items:
                yield MarkedText((*keys, name, key), text, block)
