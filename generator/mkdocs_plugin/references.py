"""`[[id]]` and `[[id|text]]` in Markdown pages."""

import re
from xml.etree.ElementTree import Element, fromstring

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from generator.page import Links


class References(Extension):
    """A Markdown extension; `links` is set for each page before it is converted."""

    links: Links | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's own name
        processor = _Reference(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]", md)
        processor.extension = self
        md.inlinePatterns.register(processor, "kb-reference", 175)  # below code, above links


class _Reference(InlineProcessor):
    extension: References

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's own name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str, int, int]:
        del data
        links = self.extension.links
        entry_id, text = m[1].strip(), (m[2] or "").strip()
        if links is None:
            return text or entry_id, m.start(), m.end()
        html = links.reference(entry_id, text)
        made = fromstring(html) if html.startswith("<a") else str(html)  # noqa: S314 - our own HTML
        return made, m.start(), m.end()
