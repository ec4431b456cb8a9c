"""Models, for an entry and each part of one: the keys an author may write, with their kinds."""

from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

Part = TypeVar("Part")

_set = object.__setattr__


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
def part(cls: type[Part]) -> type[Part]:
    """Makes a class a frozen model that refuses unknown keys and keeps its values in slots.

    A glossary holds fifty parts an entry; Pydantic's own models take five times the memory, and
    twice the time to go from one process to another.
    """
    make: Any = dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid"))
    model = make(cls)
    values = attrgetter(*model.__slots__)
    model.__reduce__ = lambda self: (_again, (model, values(self)))
    return cast("type[Part]", model)


def _again(model: Any, values: tuple[Any, ...]) -> Any:
    """The part that was pickled. Its values were checked when it was first made."""
    made = object.__new__(model)
    for name, value in zip(model.__slots__, values, strict=True):
        _set(made, name, value)
    return made
