"""The Markdown of entries: a small part of CommonMark, with references and citations.

`[[id]]` and `[[id|text]]` refer to an entry, `[@id]` cites one of the entry's own sources.
Everything else that looks like markup is shown as the text it is; HTML never passes.
"""

from generator.prose.parser import Resolver
from generator.prose.text import Citation, Reference, bare, links, mentions, plain, render

__all__ = ["Citation", "Reference", "Resolver", "bare", "links", "mentions", "plain", "render"]
