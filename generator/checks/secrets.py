"""Secrets in texts."""

from collections.abc import Iterator

from generator.command import SECRET


def secrets_in(text: str) -> Iterator[tuple[str, int]]:
    """What looks like a secret, and where it begins."""
    return ((found[0], found.start()) for found in SECRET.finditer(text))
