"""Names of AzureRM and what followed them, from Microsoft's migration tool.

AzureRM has not been supported since 2024-02-29. The tool knows its cmdlets at one last version, and
the names that a version of Az takes in their place.
"""

import json
import re
from pathlib import Path
from typing import Any

_AZURE_RM = "powershell-module/Az.Tools.Migration/Resources/ModuleSpecs/AzureRM"
_AZ = "powershell-module/Az.Tools.Migration/Resources/ModuleSpecs/Az/Latest"
_OLD = re.compile("-AzureRm", re.IGNORECASE)
_OWN = re.compile("-Az(?!ure)", re.IGNORECASE)


def read_azurerm(folder: Path) -> list[dict[str, Any]]:
    """A row for every name of AzureRM; `instead` is "" where the tool names nothing that followed.

    `folder` is a checkout of the tool. Where it leads to an alias, `instead` is the cmdlet behind
    it, as of the version of Az that the tool knows: some of these have been retired since. Names
    without "AzureRm" (`Get-AzureKeyVaultSecret`) are left out: some of them are aliases that Az
    still knows, and nothing here tells which.
    """
    followed = _followed(folder)
    known = {name.lower(): name for name in _names(_newest(folder / _AZ))}
    rows: dict[str, dict[str, Any]] = {}
    for name in [*followed, *_names(_newest(folder / _AZURE_RM))]:
        if _OLD.search(name) and name.lower() not in rows:
            # The tool forgot some aliases; what followed is among its cmdlets all the same.
            same = _OLD.sub("-Az", name)
            instead = _last(name, followed) or _last(same, followed) or known.get(same.lower(), "")
            rows[name.lower()] = {"name": name, "instead": instead}
    return list(rows.values())


def read_aliases(folder: Path) -> dict[str, str]:
    """Second names that Az has for its own cmdlets, and the cmdlets, as the migration tool knew it.

    The published reference does not tell them.
    """
    followed = _followed(folder)
    return {alias: _last(alias, followed) for alias in followed if _OWN.search(alias)}


def mapped_versions(folder: Path) -> tuple[str, str]:
    """The versions of AzureRM and of Az between which the tool leads."""
    return _newest(folder / _AZURE_RM).name, _newest(folder / _AZ).name


def _newest(folder: Path) -> Path:
    def numbers(path: Path) -> list[int]:
        return [int(part) for part in re.findall(r"\d+", path.name)]

    return max(folder.iterdir(), key=numbers)


def _followed(folder: Path) -> dict[str, str]:
    """Every alias, also those that Az offers for the names of AzureRM, and what it stands for."""
    rows = _json(_newest(folder / _AZ) / "CmdletAliases" / "Aliases.json")
    return {row["Name"]: row["ResolvedCommand"] or "" for row in rows}


def _last(alias: str, followed: dict[str, str]) -> str:
    """The cmdlet at the end of a chain of aliases; "" for what is none."""
    name = followed.get(alias, "")
    seen = {alias}
    while name in followed and name not in seen:
        seen.add(name)
        name = followed[name]
    return name


def _names(specs: Path) -> list[str]:
    """The cmdlets of one version of a tool."""
    return [row["Command"] for path in sorted(specs.glob("*.json")) for row in _json(path)]


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8-sig"))
