"""What pages are made of."""

from generator.page.links import Links, summary
from generator.page.page import Heading, Page, contents
from generator.page.templates import environment, template

__all__ = ["Heading", "Links", "Page", "contents", "environment", "summary", "template"]
