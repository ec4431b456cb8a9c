"""Words that must stand in the vocabulary."""

from collections.abc import Iterator

from generator.checks.words import known_word
from generator.kinds.entry.file import EntryFile
from generator.knowledge_base import KnowledgeBase
from generator.problem import Problem
from generator.vocabulary import EMPTY


def check_words(base: KnowledgeBase) -> Iterator[Problem]:
    """Domain, service, owner and labels are known words."""
    words = base.vocabulary
    if words is EMPTY:  # missing or broken, and told already
        return
    for file in base.all(EntryFile).values():
        entry = file.entry
        document = file.document
        domain = words.domains.get(entry.domain)
        yield from known_word(document, ("domain",), "domain", entry.domain, words.domains)
        if domain:
            kind = f"service of {entry.domain}"
            yield from known_word(document, ("service",), kind, entry.service, domain.services)
        yield from known_word(document, ("owner",), "owner", entry.owner, words.owners)
        for number, label in enumerate(entry.labels):
            yield from known_word(document, ("labels", number), "label", label, words.labels)
