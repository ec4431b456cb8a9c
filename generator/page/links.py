"""Links from one page to others, and the definitions they show."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from markupsafe import Markup as Html
from markupsafe import escape

from generator.address import Address
from generator.checks.prose import is_local
from generator.knowledge_base import Document, KnowledgeBase
from generator.page.destination import Asset, destination
from generator.prose import Resolver, plain, render
from generator.shape import Source


class Links:
    """The links of the page at `address`; remembers which documents were referred to.

    `sources` are those that the page's own citations can name, numbered in their order. `document`
    is what its author wrote: links start from its file, and shared names mean those of its domain.
    """

    def __init__(
        self,
        base: KnowledgeBase,
        address: str,
        sources: Mapping[str, Source] | None = None,
        document: Document | None = None,
    ) -> None:
        self._base = base
        self._page = address
        self._path = document.path if document else ""
        self._domain = document.domain if document else ""
        self._up = "../" * address.count("/")
        self._numbers = {name: number for number, name in enumerate(sources or {}, 1)}
        self._sources = sources or {}
        self._referred: dict[str, Document] = {}
        self._made: dict[tuple[str, str | None], Html] = {}
        self.resolver = Resolver(self.reference, self.citation, self._way, self._way)

    def href(self, address: str, anchor: str = "") -> str:
        """The way from this page to `address`."""
        return self._up + quote(address) + (f"#{quote(anchor)}" if anchor else "")

    def _way(self, written: str) -> str:
        """The way to what a link or an image of the author means."""
        if not is_local(written):
            return written
        found = destination(self._base, self._path, self._page, written)
        if isinstance(found, Asset):
            return self._up + quote(found.path)
        return href(self._page, found) if found else "#"  # told as a problem

    def reference(self, document_id: str, text: str = "") -> Html:
        """A link to a document, which shows its summary; the bare text where there is none."""
        made = self._made.get((document_id, text))
        if made is None:
            made = self._made[document_id, text] = self._reference(document_id, text)
        return made

    def _reference(self, document_id: str, text: str) -> Html:
        document = self._base.by_id.get(self._base.meant(document_id, self._domain))
        if document is None:
            return escape(text or document_id)
        self._referred[document.id] = document
        href, described = escape(self.href(document.address)), escape(_described(document))
        return Html(  # noqa: S704 - every part is escaped
            f'<a class="kb-reference" href="{href}" '
            f'aria-describedby="{described}">{escape(text or document.title)}</a>'
        )

    def title(self, document_id: str) -> str:
        """The title of a document; its id where there is none."""
        document = self._base.by_id.get(document_id)
        return document.title if document else document_id

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
            f'<sup class="kb-citation"><a href="#{escape(source.anchor)}" '
            f'title="{escape(source.title)}">[{self._numbers[source_id]}]</a></sup>'
        )

    def block(self, text: str) -> Html:
        """Prose as paragraphs, lists and whatever else it holds."""
        return render(text, self.resolver, block=True)

    def line(self, text: str) -> Html:
        """Prose as the inside of one line."""
        return render(text, self.resolver, block=False)

    def documents(self, ids: Iterable[str]) -> list[Document]:
        """The documents of these ids that can be shown."""
        return [self._base.by_id[one] for one in ids if one in self._base.by_id]

    def definitions(self) -> Html:
        """The definitions that the references made so far describe themselves by."""
        rows = "".join(
            f'<div class="kb-definition" id="{escape(_described(one))}" role="tooltip">'
            f"<strong>{escape(one.title)}</strong> {escape(one.summary)}</div>\n"
            for one in sorted(self._referred.values(), key=lambda one: one.id)
        )
        if not rows:
            return Html()
        return Html(  # noqa: S704 - every part is escaped
            f'<div class="kb-definitions" hidden>\n{rows}</div>\n'
        )


def _described(document: Document) -> str:
    """The id of the hidden text that says what a document is about."""
    return f"kb-definition-{document.id.replace('/', '-')}"


def href(page: str, address: Address) -> str:
    """The way from a page to an address."""
    anchor = f"#{quote(address.anchor)}" if address.anchor else ""
    return "../" * page.count("/") + quote(address.page) + anchor


def summary(text: str, length: int = 155) -> str:
    """One plain line for a `<meta>` description, cut between words."""
    line = " ".join(plain(text).split())
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
