"""Addresses of the site: where everything is, and where it was."""

from generator.address.book import Address, AddressBook

__all__ = ["Address", "AddressBook"]
