"""Where the file of a runbook names things by their ids, so that they can be renamed."""

from collections.abc import Iterator

from generator.kinds.runbook.flow import targets
from generator.kinds.runbook.model import ENDS, CommandBlock, Runbook
from generator.knowledge_base import Use
from generator.problem import Place


def runbook_uses(runbook: Runbook) -> Iterator[Use]:
    """Its own id and those of its steps, and every id that its keys, blocks and texts name."""
    front, document = runbook.front, runbook.document
    yield Use(front.id, front.id, document.place_of(("id",), front.id))
    for key in ("applies_to", "related"):
        for number, target in enumerate(getattr(front, key)):
            yield Use(target, target, document.place_of((key, number), target))
    for text, one in runbook.references():
        yield Use(one.id, one.written, text.place(one.written, one.start))
    for number, symptom in enumerate(front.symptoms):
        if symptom.step is not None:
            place = document.place_of(("symptoms", number, "step"), symptom.step)
            yield Use(f"{front.id}/{symptom.step}", symptom.step, place)
    for step in runbook.steps:
        written = f"{{#{step.id}}}"
        yield Use(f"{front.id}/{step.id}", written, Place(runbook.path, step.line, step.id_column))
    yield from _blocks(runbook)


def _blocks(runbook: Runbook) -> Iterator[Use]:
    for placed in runbook.blocks:
        if isinstance(placed.block, CommandBlock):
            run = placed.block.run
            yield Use(run, run, placed.document.place_of(("run",), run))
        for keys, name in targets(placed):
            if name not in ENDS:
                yield Use(f"{runbook.id}/{name}", name, placed.document.place_of(keys, name))
