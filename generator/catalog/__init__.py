"""Catalogs: what real tools accept, at a version."""

from generator.catalog.catalogs import FOLDER, Catalogs, Found, Tool, read_catalogs
from generator.catalog.difference import differences, record_difference
from generator.catalog.file import Catalog, CatalogError, Header, load, save
from generator.catalog.record import (
    Cmdlet,
    Option,
    OptionCommand,
    Parameter,
    ParameterSet,
    Retired,
    Status,
    Values,
)

__all__ = [
    "FOLDER",
    "Catalog",
    "CatalogError",
    "Catalogs",
    "Cmdlet",
    "Found",
    "Header",
    "Option",
    "OptionCommand",
    "Parameter",
    "ParameterSet",
    "Retired",
    "Status",
    "Tool",
    "Values",
    "differences",
    "load",
    "read_catalogs",
    "record_difference",
    "save",
]
