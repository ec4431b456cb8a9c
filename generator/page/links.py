"""Links from one page to others, and the definitions they show."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from markupsafe import Markup as Html
from markupsafe import escape

from generator import permalink
from generator.entry import Entry, Source
from generator.knowledge_base import KnowledgeBase
from generator.prose import Resolver, plain, render


class Links:
    """The links of the page at `address`; remembers which entries were referred to.

    `sources` are those that the page's own citations can name, numbered in their order.
    """

    def __init__(
        self, base: KnowledgeBase, address: str, sources: Mapping[str, Source] | None = None
    ) -> None:
        self._base = base
        self._up = "../" * address.count("/")
        self._numbers = {name: number for number, name in enumerate(sources or {}, 1)}
        self._sources = sources or {}
        self._referred: dict[str, Entry] = {}
        self._made: dict[tuple[str, str | None], Html] = {}
        self._resolver = Resolver(self.reference, self.citation)

    def href(self, address: str, anchor: str = "") -> str:
        """The way from this page to `address`."""
        return self._up + quote(address) + (f"#{anchor}" if anchor else "")

    def reference(self, entry_id: str, text: str = "") -> Html:
        """A link to an entry, which shows its definition; the bare text where there is no entry."""
        made = self._made.get((entry_id, text))
        if made is None:
            made = self._made[entry_id, text] = self._reference(entry_id, text)
        return made

    def _reference(self, entry_id: str, text: str) -> Html:
        file = self._base.files.get(entry_id)
        if file is None:
            return escape(text or entry_id)
        entry = file.entry
        self._referred[entry_id] = entry
        href = escape(self.href(permalink.entry(entry_id)))
        return Html(  # noqa: S704 - every part is escaped
            f'<a class="kb-reference" href="{href}" '
            f'aria-describedby="kb-definition-{escape(entry_id)}">{escape(text or entry.title)}</a>'
        )

    def title(self, entry_id: str) -> str:
        """The title of an entry; its id where there is none."""
        file = self._base.files.get(entry_id)
        return file.entry.title if file else entry_id

    def citation(self, source_id: str) -> Html:
        """The number of a source, leading to it at the foot of the page."""
        made = self._made.get((source_id, None))
        if made is None:
            made = self._made[source_id, None] = self._citation(source_id)
        return made

    def _citation(self, source_id: str) -> Html:
        source = self._sources.get(source_id)
        if source is None:
            return escape(f"[@{source_id}]")
        return Html(  # noqa: S704 - every part is escaped
            f'<sup class="kb-citation"><a href="#{escape(permalink.source(source_id))}" '
            f'title="{escape(source.title)}">[{self._numbers[source_id]}]</a></sup>'
        )

    def block(self, text: str, *, tables: bool = False) -> Html:
        """Prose as paragraphs and lists; `tables` takes these, too."""
        return render(text, self._resolver, block=True, tables=tables)

    def line(self, text: str) -> Html:
        """Prose as the inside of one line."""
        return render(text, self._resolver, block=False)

    def entries(self, ids: Iterable[str]) -> list[Entry]:
        """The entries of these ids that can be shown."""
        files = self._base.files
        return [files[entry_id].entry for entry_id in ids if entry_id in files]

    def definitions(self) -> Html:
        """The definitions that the references made so far describe themselves by."""
        rows = "".join(
            f'<div class="kb-definition" id="kb-definition-{escape(entry.id)}" role="tooltip">'
            f"<strong>{escape(entry.title)}</strong> {escape(entry.definition)}</div>\n"
            for entry in sorted(self._referred.values(), key=lambda entry: entry.id)
        )
        if not rows:
            return Html()
        return Html(  # noqa: S704 - every part is escaped
            f'<div class="kb-definitions" hidden>\n{rows}</div>\n'
        )


def summary(text: str, length: int = 155) -> str:
    """One plain line for a `<meta>` description, cut between words."""
    line = " ".join(plain(text).split())
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
