"""Addresses that two things would share."""

from collections.abc import Iterator

from generator.kinds import KINDS
from generator.kinds.guide.model import Guide
from generator.knowledge_base import KnowledgeBase
from generator.overviews import OVERVIEWS
from generator.problem import Problem
from generator.problem.between import ADDRESS_TAKEN, ID_TAKEN


def check_addresses(base: KnowledgeBase) -> Iterator[Problem]:
    """No document takes an address of the site itself, and no id that another kind has."""
    for guide in base.all(Guide).values():
        first = guide.id.partition("/")[0]
        if first in OWN and guide.address not in _WRAPPED:
            yield ADDRESS_TAKEN.at(guide.id_place, address=guide.address, first=first)
    for kind in KINDS:
        for document in base.all(kind.files.kind).values():
            first_one = base.by_id[document.id]
            if first_one is not document:
                other = first_one.path
                yield ID_TAKEN.at(document.id_place, id=document.id, other=other)


_WRAPPED = frozenset(overview.address for overview in OVERVIEWS if overview.wraps)

OWN = frozenset(
    {
        *(kind.folder for kind in KINDS if kind.folder),
        *(overview.address.removesuffix(".html") for overview in OVERVIEWS),
        "assets",
        "go",
        "search",
    }
)
"""The first parts of addresses that the site makes itself, without their ending."""
