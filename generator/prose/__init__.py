"""Markdown: CommonMark without raw HTML, with tables, footnotes, references and citations.

`[[id]]` and `[[id|text]]` refer to a document, `[@id]` cites a source of the text's own document.
"""

from generator.prose.page import Fence, PageHeading, PageText
from generator.prose.parser import Resolver
from generator.prose.text import Citation, Reference, bare, mentions, plain, render
from generator.prose.walk import Held, held

__all__ = [
    "Citation",
    "Fence",
    "Held",
    "PageHeading",
    "PageText",
    "Reference",
    "Resolver",
    "bare",
    "held",
    "mentions",
    "plain",
    "render",
]
