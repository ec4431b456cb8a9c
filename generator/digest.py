"""Digests: what tells that something is not as it was."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SHORT = 16
"""Hexadecimal digits of a short digest: enough to see a change; nobody forges their own ledger."""


def whole(text: str) -> str:
    """All of a digest, for what others may want to check."""
    return hashlib.sha256(text.encode()).hexdigest()


def of_text(text: str) -> str:
    """A short digest of a text."""
    return whole(text)[:SHORT]


def of_values(values: Any) -> str:
    """A short digest of texts, lists and mappings, whatever the order of keys."""
    canonical = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return of_text(canonical)


def of_files(paths: Iterable[Path]) -> str:
    """A short digest of what stands in files, one behind the other."""
    running = hashlib.sha256()
    for path in paths:
        running.update(path.read_bytes())
    return running.hexdigest()[:SHORT]
