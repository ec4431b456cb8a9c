"""What can be found of a runbook."""

from collections.abc import Iterator

from generator.kinds.runbook.model import ManualBlock, Runbook, Text
from generator.prose import bare
from generator.search.document import SearchDocument

FOUND_AS = ("runbook", "step")


def runbook_documents(runbook: Runbook) -> Iterator[SearchDocument]:
    """One document for its head, then one per step."""
    address = runbook.address
    yield SearchDocument(
        kind="runbook",
        owner=runbook.id,
        location=address,
        title=runbook.title,
        text=runbook.summary,
        symptoms=tuple(symptom.text for symptom in runbook.front.symptoms),
        context=runbook.applies_to,
    )
    for step in runbook.steps:
        texts = [part.text for part in step.parts if isinstance(part, Text)]
        texts += [one.block.do for one in step.blocks if isinstance(one.block, ManualBlock)]
        yield SearchDocument(
            kind="step",
            owner=runbook.id,
            context=(runbook.title, *runbook.applies_to),
            location=f"{address}#{step.id}",
            title=f"{runbook.title}: {step.title}",
            text=bare(" ".join(texts)),
        )
