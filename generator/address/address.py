"""A place on the site."""

from typing import NamedTuple


class Address(NamedTuple):
    """A place on a page, or the page itself. `page` is relative to the site's root."""

    page: str
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.page}#{self.anchor}" if self.anchor else self.page

    @classmethod
    def of(cls, text: str) -> "Address":
        """Reads what `str` writes."""
        page, _, anchor = text.partition("#")
        return cls(page, anchor)
