"""Secrets in texts."""

import re
from collections.abc import Iterator

from generator.command import SECRET

_SIGNS = ("IR@", "eyJ", "sig=")
_LONG_BEFORE_EQUALS = re.compile(r"=(?<=[A-Za-z0-9+/]{43}=)")
"""Looks where an equals sign stands, which is rare; the whole pattern looks at every letter."""


def secrets_in(text: str) -> Iterator[tuple[str, int]]:
    """What looks like a secret, and where it begins."""
    if _LONG_BEFORE_EQUALS.search(text) or any(map(text.__contains__, _SIGNS)):
        for found in SECRET.finditer(text):
            yield found[0], found.start()
