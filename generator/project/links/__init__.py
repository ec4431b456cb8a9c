"""Addresses of the site, wherever people keep them: found in any text, and looked up."""

from generator.project.links.check import Looked, look_up
from generator.project.links.files import Unread, files_in, read_text
from generator.project.links.find import Link, Ours, links_in
from generator.project.links.told import is_good, lines, summary

__all__ = [
    "Link",
    "Looked",
    "Ours",
    "Unread",
    "files_in",
    "is_good",
    "lines",
    "links_in",
    "look_up",
    "read_text",
    "summary",
]
