"""The script that searches in browsers: its parts in one file, behind the figures they share."""

import json
from pathlib import Path

from generator.search import lookup, query, terms
from generator.search.kind import Kind
from generator.search.rank import WEIGHTS

FOLDER = "search"
"""Below the overrides of the theme, and of the site."""

NAME = f"{FOLDER}/engine.js"

PARTS = ("words", "slips", "query", "dictionary", "lookup", "rank", "results", "worker")


def engine(overrides: Path, effects: dict[str, str]) -> str:
    """The script. `effects` are the words that readers see for the effects of commands."""
    rules = json.dumps(_rules() | {"effects": effects}, sort_keys=True)
    parts = [(overrides / FOLDER / f"{part}.js").read_text(encoding="utf-8") for part in PARTS]
    return "\n".join([f"const RULES = {rules};", *parts])


def _rules() -> dict[str, object]:
    """What the scripts have in common with the modules of the same names."""
    return {
        "stop": sorted(query.STOP),
        "longest": query.LONGEST,
        "most": query.MOST,
        "span": lookup.SPAN,
        "beginnings": lookup.BEGINNINGS,
        "pages": lookup.PAGES,
        "wholeName": lookup.WHOLE_NAME,
        "compound": lookup.COMPOUND,
        "strength": [lookup.STRENGTH[level] for level in range(terms.NAME + 1)],
        "kinds": [kind.value for kind in Kind],
        "names": {kind.value: kind.value.capitalize() for kind in Kind},
        "weights": WEIGHTS,
    }
