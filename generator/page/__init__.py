"""What pages are made of."""

from generator.page.book import AddressBook
from generator.page.links import Links, href, summary
from generator.page.page import Heading, Page, contents
from generator.page.templates import environment, template

__all__ = [
    "AddressBook",
    "Heading",
    "Links",
    "Page",
    "contents",
    "environment",
    "href",
    "summary",
    "template",
]
