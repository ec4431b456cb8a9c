"""What can be found of a guide."""

from collections.abc import Iterator

from generator.kinds.guide.model import Guide
from generator.prose import plain
from generator.search.document import SearchDocument

FOUND_AS = ("guide", "section")


def guide_documents(guide: Guide) -> Iterator[SearchDocument]:
    """One document for its head, then one per heading with text."""
    address = guide.address
    above, *sections = guide.parsed().sections()
    lead = [above[1]]
    if sections and not above[1].strip():
        lead.append(sections.pop(0)[1])  # what stands below the title leads to nothing else
    yield SearchDocument(
        kind="guide",
        owner=guide.id,
        location=address,
        title=guide.title,
        text=f"{guide.summary} {_plain(' '.join(lead))}".strip(),
    )
    for heading, text in sections:
        if heading is not None and text.strip():
            yield SearchDocument(
                kind="section",
                owner=guide.id,
                location=f"{address}#{heading.anchor}",
                title=f"{guide.title}: {heading.title}",
                text=_plain(text),
                context=(guide.title,),
            )


def _plain(text: str) -> str:
    return " ".join(plain(text).split())
