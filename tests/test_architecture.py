"""The map of the code, held against the code."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
MAP = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`((?:generator|glossary|content|site_overrides|docs|tests)/[^`]*)`", MAP))


def test_every_path_that_the_map_names_exists() -> None:
    assert len(NAMED) > 40
    assert sorted(path for path in NAMED if not (ROOT / path).exists()) == []


def test_the_map_names_every_package_and_module_at_the_top() -> None:
    there = {
        f"generator/{path.name}"
        for path in (ROOT / "generator").iterdir()
        if not path.name.startswith("_")
    }
    named = {"/".join(path.split("/")[:2]) for path in NAMED}
    assert sorted(there - named) == []
