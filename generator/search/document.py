"""The searchable texts: what a result shows, and the words by which it is found."""

from typing import NamedTuple

from generator.command import Effect


class SearchDocument(NamedTuple):
    """A page or a place on one. `location` is an address with its anchor; `text` is plain.

    `kind` is the word for what it is, and `owner` the id of the document it belongs to. `names` are
    other names of what is described, as good as the title; `hints` are found and never shown;
    `symptoms` are texts that somebody pastes; `line` is a command; `context` are the names of what
    a part belongs to.
    """

    kind: str
    owner: str
    location: str
    title: str
    text: str
    names: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    symptoms: tuple[str, ...] = ()
    line: str = ""
    effect: Effect | None = None
    domain: str = ""
    context: tuple[str, ...] = ()

    @property
    def is_page(self) -> bool:
        """Whether it is a whole page, and not a part of one."""
        return "#" not in self.location
