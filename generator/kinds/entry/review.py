"""Signatures: who read the prose of an entry against its sources."""

from dataclasses import replace
from datetime import date

from generator import digest
from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import Entry
from generator.knowledge_base import KnowledgeBase
from generator.shape import marked_texts
from generator.verify import Ledger, Review

VERSION = 2
"""Of the form that is signed. A signature names its own, so that a new form voids no old one."""


def reviewed_ledger(
    base: KnowledgeBase, entry: str, by: str, against: tuple[str, ...], on: date
) -> Ledger:
    """The ledger with a review of the prose of `entry`, as it stands."""
    review = Review(by, against, on, prose_digest(base.all(EntryFile)[entry].entry))
    return replace(base.ledger, reviews={**base.ledger.reviews, entry: review})


def prose_digest(entry: Entry) -> str:
    """Of what a reviewer reads: all texts of an entry but its commands, by their keys.

    A key that the entry lacks takes no part, so that a new one in the model changes nothing.
    """
    texts = [
        ["/".join(map(str, text.keys)), " ".join(text.text.split())]
        for text in marked_texts(entry)
        if text.keys[0] != "commands"
    ]
    plain = [["title", entry.title], ["definition", entry.definition]]
    plain += [[f"aliases/{number}", name] for number, name in enumerate(entry.aliases)]
    plain += [[f"symptoms/{number}/text", one.text] for number, one in enumerate(entry.symptoms)]
    plain += [[f"sources/{one.id}", one.url] for one in entry.sources]
    return f"v{VERSION}:{digest.of_values(sorted(plain + texts))}"


def review_stands(base: KnowledgeBase, entry: Entry) -> bool:
    """Whether somebody signed for the prose of an entry as it is now."""
    review = base.ledger.reviews.get(entry.id)
    return review is not None and review.prose == prose_digest(entry)
