"""Addresses that two pages would share."""

from collections.abc import Iterator

from generator import permalink
from generator.knowledge_base import CONTENT, KnowledgeBase
from generator.problem import Place, Problem
from generator.problem.between import ADDRESS_TAKEN


def check_addresses(base: KnowledgeBase) -> Iterator[Problem]:
    """No Markdown page takes an address that the site makes itself."""
    for guide in base.guides:
        first = guide.path.split("/")[0].removesuffix(".md")
        if first in permalink.OWN:
            address = permalink.markdown(guide.path)
            yield ADDRESS_TAKEN.at(Place(f"{CONTENT}/{guide.path}"), address=address, first=first)
