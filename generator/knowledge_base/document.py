"""What every published document tells of itself, whatever its kind."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from typing import ClassVar, NamedTuple, Protocol

from generator.problem import Place
from generator.shape import Source


class KindName(NamedTuple):
    """`word` stands in filters and ids, `title` and `plural` on pages."""

    word: str
    title: str
    plural: str


class Named(NamedTuple):
    """An id that a document names, as the value of `key` or, where that is empty, in a text.

    Keys take ids of entries, texts those of any document. `place` finds it in the file, which
    takes a while.
    """

    id: str
    key: str
    place: Callable[[], Place]


class Use(NamedTuple):
    """Where a file names something by its id: a document, or a part of one.

    A part is DOCUMENT/PART, as commands and steps are named, or DOCUMENT#ANCHOR. At `place` the
    file has `written`, in which the id stands whole, or of a part only what follows the sign and
    `before`, where the anchor has more before it. Where no id was written, `written` is empty, and
    `form` is how one is put there.
    """

    id: str
    written: str
    place: Place
    before: str = ""
    form: str = "{}"


class Written(NamedTuple):
    """A text with markup: blocks, or with `block` off one line.

    `place` gives where an excerpt stands in the file that begins at a character of the text.
    """

    text: str
    block: bool
    place: Callable[[str, int], Place]


class Document(Protocol):
    """An entry, a runbook, a guide: a file of an author that becomes a page.

    `id` is its own among documents of all kinds. `path` is its file, relative to the project,
    `address` its page, relative to the site's root. `summary` is plain text of one or two
    sentences. `refers_to` are the ids its texts refer to, each once; `applies_to` are those that
    it says to be about. In its `domain`, one of its `shared_names` means it and nothing else.
    `local_links` are the addresses in its texts that lead to files or pages of
    the project, each once. One that `owns_headings` arranges its page itself.
    """

    kind: ClassVar[KindName]
    owns_headings: ClassVar[bool]

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def refers_to(self) -> tuple[str, ...]: ...
    @property
    def applies_to(self) -> tuple[str, ...]: ...
    @property
    def local_links(self) -> tuple[str, ...]: ...
    @property
    def domain(self) -> str: ...
    @property
    def shared_names(self) -> tuple[str, ...]: ...
    @property
    def id_place(self) -> Place: ...
    @property
    def sources(self) -> tuple[Source, ...]: ...

    def source_place(self, number: int) -> Place:
        """Where the day stands on which a source was read."""

    def written(self) -> Iterator[Written]:
        """Every text with markup, found anew each time; kept, it would take as much as the file."""

    def named(self, known: AbstractSet[str]) -> Iterator[Named]:
        """The ids that its keys name, and those in its texts that are not `known`."""
