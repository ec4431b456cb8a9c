"""What a new version of a tool means for those who use the old one."""

import json
from collections.abc import Iterator
from typing import Any

from generator.catalog.file import Catalog


def differences(old: Catalog, new: Catalog) -> Iterator[tuple[str, str]]:
    """The commands that changed, by name, with what changed; new ones are nobody's trouble."""
    for name, line in old.lines.items():
        after = new.lines.get(name)
        if after is None:
            yield name, f"is gone in {new.stamp}"
        elif after != line:
            yield name, record_difference(line, after)


def record_difference(before: str, after: str) -> str:
    """Which parts of a record differ: deprecation first, then options by name, the rest by key."""
    old, new = _parts(json.loads(before)), _parts(json.loads(after))
    differing = []
    if "deprecated" in new and "deprecated" not in old:
        instead = new.pop("deprecated")
        differing.append(f"is deprecated in favour of {instead}" if instead else "is deprecated")
    differing += [f"no longer takes {name}" for name in old if name not in new]
    differing += [f"now takes {name}" for name in new if name not in old]
    differing += [
        _change(name, old[name], new[name])
        for name in new
        if name in old and new[name] != old[name]
    ]
    return ", ".join(differing) or "changed the order of its options"


def _change(name: str, old: Any, new: Any) -> str:
    """What changed in one option, or in one other value of a record."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return f"changed {name}"
    if old.get("required") != new.get("required"):
        return f"now requires {name}" if new.get("required") else f"no longer requires {name}"
    if "deprecated" in new and "deprecated" not in old:
        return f"deprecates {name}"
    if old.get("choices") != new.get("choices"):
        return f"takes other values for {name}"
    return f"changed {name}"


def _parts(record: dict[str, Any]) -> dict[str, Any]:
    parts = {key: value for key, value in record.items() if not isinstance(value, list | dict)}
    for option in record.get("options", ()):
        parts[option.get("names", [option.get("title", "")])[0]] = option
    parts |= {f"-{name}": facts for name, facts in record.get("parameters", {}).items()}
    parts |= {f"the form {name}": facts for name, facts in record.get("sets", {}).items()}
    return parts
