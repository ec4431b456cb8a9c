"""The nearest real name to a misspelt one."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name most like `word`, if any is like it at all."""
    found = get_close_matches(word.lower()[:80], list(known), n=1, cutoff=0.7)
    return found[0] if found else None
