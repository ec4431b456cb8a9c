"""Catalogs from published references, for what cannot be installed and asked itself."""

from generator.catalog.reference.az import read_az
from generator.catalog.reference.azurerm import read_aliases, read_azurerm
from generator.catalog.reference.importing import (
    Imported,
    NothingImportedError,
    import_az,
    import_azurerm,
    import_powershell,
)
from generator.catalog.reference.powershell import read_powershell

__all__ = [
    "Imported",
    "NothingImportedError",
    "import_az",
    "import_azurerm",
    "import_powershell",
    "read_aliases",
    "read_az",
    "read_azurerm",
    "read_powershell",
]
