"""Words that must stand in the vocabulary."""

from collections.abc import Collection, Iterator

from generator.knowledge_base import KnowledgeBase
from generator.problem import Problem
from generator.problem.between import UNKNOWN_WORD
from generator.shape import suggest
from generator.source import Document, Keys
from generator.vocabulary import EMPTY


def check_vocabulary(base: KnowledgeBase) -> Iterator[Problem]:
    """Domain, service, owner and labels are known words."""
    words = base.vocabulary
    if words is EMPTY:  # missing or broken, and told already
        return
    for file in base.files.values():
        entry = file.entry
        document = file.document
        domain = words.domains.get(entry.domain)
        yield from _known(document, ("domain",), "domain", entry.domain, words.domains)
        if domain:
            yield from _known(
                document, ("service",), f"service of {entry.domain}", entry.service, domain.services
            )
        yield from _known(document, ("owner",), "owner", entry.owner, words.owners)
        for number, label in enumerate(entry.labels):
            yield from _known(document, ("labels", number), "label", label, words.labels)
    for runbook in base.runbooks.values():
        owner = runbook.front.owner
        yield from _known(runbook.document, ("owner",), "owner", owner, words.owners)


def _known(
    document: Document, keys: Keys, kind: str, value: str, known: Collection[str]
) -> Iterator[Problem]:
    if value not in known:
        mend = suggest(value, list(known), "Add it there, with its title.")
        yield UNKNOWN_WORD.at(document.place(keys), kind=kind, value=value, mend=mend)
