"""Sources: what an author read, and when."""

from generator.shape.part import part
from generator.shape.text import Address, Day, Id, Plain


@part
class Source:
    """A public page that a claim rests on."""

    id: Id
    title: Plain
    url: Address
    retrieved: Day

    @property
    def anchor(self) -> str:
        """Its place on a page that lists it."""
        return f"source-{self.id}"
