"""Addresses of the site: what they are, and where those of former days lead."""

from generator.address.address import Address
from generator.address.ledger import (
    AddressLedger,
    AddressLedgerError,
    Retired,
    as_text,
    parse_addresses,
    read_addresses,
)

__all__ = [
    "Address",
    "AddressLedger",
    "AddressLedgerError",
    "Retired",
    "as_text",
    "parse_addresses",
    "read_addresses",
]
