"""References from document to document."""

from collections.abc import Iterator

from generator.knowledge_base import KnowledgeBase
from generator.problem import Problem
from generator.problem.between import AMBIGUOUS, REFERS_TO_ITSELF, UNKNOWN_ENTRY
from generator.shape import suggest


def check_references(base: KnowledgeBase) -> Iterator[Problem]:
    """Every id that is named exists, and is not the document's own."""
    everything = frozenset((*base.by_id, *base.broken))
    entries = [
        *(one.id for one in base.by_id.values() if one.kind.word == "entry"),
        *base.broken,
    ]
    for document in base.by_id.values():
        for named in document.named(everything):
            known = entries if named.key else everything
            if not named.key and base.meant(named.id, document.domain) in everything:
                continue
            if not named.key and named.id in base.shared:
                ids = ", ".join(f"[[{one}]]" for one in base.shared[named.id].values())
                yield AMBIGUOUS.at(named.place(), name=named.id, mend=f"Write one of {ids}.")
            elif named.id not in known:
                mend = suggest(named.id, list(known), "Write the entry, or delete the reference.")
                yield UNKNOWN_ENTRY.at(named.place(), id=named.id, mend=mend)
            elif named.key and named.id == document.id:
                yield REFERS_TO_ITSELF.at(named.place(), key=named.key)
