"""`[[id]]` and `[[id|text]]` in Markdown pages."""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from generator.page import Links

# In a table the bar is written `\\|`, and arrives here as Python-Markdown's sign for that.
_BAR = "(?:\\||\x02124\x03)"


class References(Extension):
    """A Markdown extension; `links` is set for each page before it is converted."""

    links: Links | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's own name
        pattern = rf"\[\[([^\[\]|\n\x02]+)(?:{_BAR}([^\[\]\n]+))?\]\]"
        processor = _Reference(pattern, md)
        processor.extension = self
        md.inlinePatterns.register(processor, "kb-reference", 175)  # below code, above links


class _Reference(InlineProcessor):
    extension: References

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's own name
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        del data
        links = self.extension.links
        entry_id, text = m[1].strip(), (m[2] or "").strip()
        if links is None:
            return text or entry_id, m.start(), m.end()
        # Kept aside as finished HTML, so that MkDocs does not look for a Markdown file behind it.
        html = str(links.reference(entry_id, text))
        return self.md.htmlStash.store(html), m.start(), m.end()
