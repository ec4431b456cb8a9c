"""Files to values, with line and column kept: YAML documents and Markdown pages."""

from generator.source.compose import compose
from generator.source.document import Document, Keys, parse
from generator.source.file import check_link, place_at, read
from generator.source.markdown import MarkdownPage, parse_markdown
from generator.source.values import Number

__all__ = [
    "Document",
    "Keys",
    "MarkdownPage",
    "Number",
    "check_link",
    "compose",
    "parse",
    "parse_markdown",
    "place_at",
    "read",
]
