"""The script that searches in browsers: its parts in one file, behind the figures they share."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.knowledge_base import KnowledgeBase
from generator.search import lookup, query, terms
from generator.search.rank import WEIGHTS

FOLDER = "search"
"""Below the overrides of the theme, and of the site."""

NAME = f"{FOLDER}/engine.js"

PARTS = ("words", "slips", "query", "dictionary", "lookup", "rank", "results", "worker")


def engine(overrides: Path, kinds: Iterable[str], effects: Mapping[str, str]) -> str:
    """The script. `effects` are the words that readers see for the effects of commands."""
    names = {kind: kind.capitalize() for kind in kinds}
    rules = json.dumps(_rules() | {"names": names, "effects": dict(effects)}, sort_keys=True)
    parts = [(overrides / FOLDER / f"{part}.js").read_text(encoding="utf-8") for part in PARTS]
    return "\n".join([f"const RULES = {rules};", *parts])


def search_filters(
    base: KnowledgeBase, kinds: Iterable[str], effects: Mapping[str, str]
) -> Mapping[str, Mapping[str, str]]:
    """The operators of a query, each with its values and the words for them."""
    found = {
        "kind": {kind: _plural(kind) for kind in kinds},
        "effect": dict(effects),
        "domain": {name: domain.title for name, domain in base.vocabulary.domains.items()},
    }
    return {name: values for name, values in found.items() if len(values) > 1}


def _plural(kind: str) -> str:
    word = kind.capitalize()
    return f"{word.removesuffix('y')}ies" if word.endswith("y") else f"{word}s"


def _rules() -> dict[str, object]:
    """What the scripts have in common with the modules of the same names."""
    return {
        "stop": sorted(query.STOP),
        "longest": query.LONGEST,
        "most": query.MOST,
        "span": lookup.SPAN,
        "beginnings": lookup.BEGINNINGS,
        "pages": lookup.PAGES,
        "few": lookup.FEW,
        "begun": lookup.BEGUN,
        "listed": lookup.LISTED,
        "wholeName": lookup.WHOLE_NAME,
        "compound": lookup.COMPOUND,
        "strength": [lookup.STRENGTH[level] for level in range(terms.NAME + 1)],
        "weights": WEIGHTS,
    }
