"""A parameter: what a placeholder such as `<factory-name>` may be replaced by."""

import re
import unicodedata
from functools import lru_cache

from pydantic import StrictBool

from generator.shape import Address, Id, Line, Pattern, Plain, Title, part

LENGTH = 300
"""Characters of a value. The longest id of an Azure resource seen has 240."""

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})

FREE = "[A-Za-z0-9_][A-Za-z0-9 _.,:/@()+-]{0,299}"
"""For placeholders that nobody declared. Inside of quotes no shell reads anything into it."""
FREE_TOLD = "letters, digits, spaces and _ . , : / @ ( ) + - only, beginning with a letter or digit"


@part
class Parameter:
    """`pattern` is for the whole value; `allowed` says the same in words.

    `candidates` names the command (`entry/command`) that lists values. The value of a `secret` one
    never reaches a page or a link.
    """

    id: Id
    label: Title
    pattern: Pattern
    example: Plain
    allowed: Line
    secret: StrictBool = False
    candidates: Plain | None = None
    source: Address | None = None


@lru_cache(maxsize=1024)  # every page of an entry asks for its placeholders
def undeclared(name: str) -> Parameter:
    """What is asked of a placeholder that has no file."""
    label = name.replace("-", " ").capitalize()
    return Parameter(id=name, label=label[:80], pattern=FREE, example=name, allowed=FREE_TOLD)


def refusal(parameter: Parameter, value: str) -> str | None:
    """Why a value cannot be taken; None if it can. The site's parameter.js says the same."""
    if parameter.secret:
        return "it is secret, and is never typed in or linked"
    if not value:
        return "it is empty"
    if len(value) > LENGTH:
        return f"it has more than {LENGTH} characters"
    if any(unicodedata.category(character) in _UNSEEN for character in value):
        return "it holds a character that cannot be seen"
    if value[0] in _DASHES:
        return "it begins with a dash, and would be taken for an option"
    if not re.fullmatch(parameter.pattern, value, re.ASCII):
        return f"it does not fit: {parameter.allowed.rstrip('.')}"
    return None
