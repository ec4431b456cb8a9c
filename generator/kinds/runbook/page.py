"""The page of a runbook."""

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Environment

from generator.kinds.entry.command_block import Remarks
from generator.kinds.entry.embedded import Embedded, command_at
from generator.kinds.entry.fields import fields
from generator.kinds.entry.model import SymptomKind
from generator.kinds.runbook.flow import following
from generator.kinds.runbook.model import (
    ENDS,
    ESCALATE,
    RESOLVED,
    Block,
    CommandBlock,
    DecisionBlock,
    Placed,
    Runbook,
    Step,
    Text,
)
from generator.knowledge_base import KnowledgeBase
from generator.page import Heading, Links, Page, summary, template
from generator.verify import State
from generator.wording import count


class Shown(NamedTuple):
    """A part of a step as its template takes it: a text, a manual block, a decision, a command."""

    kind: str
    text: str = ""
    block: Block | None = None
    embedded: Embedded | None = None
    remarks: Remarks | None = None
    address: str = ""


def runbook_page(base: KnowledgeBase, runbook: Runbook) -> Page:
    """The page of a runbook."""
    front = runbook.front
    address = runbook.address
    titles = {step.id: step.title for step in runbook.steps}
    titles |= {RESOLVED: "Resolved", ESCALATE: "Escalate"}

    def render(templates: Environment) -> str:
        links = Links(base, address, {source.id: source for source in front.sources}, runbook)
        return template(templates, "runbook").render(
            runbook=runbook,
            front=front,
            links=links,
            fields=fields(base, front.parameters, links),
            steps=[(step, list(_parts(base, step, links))) for step in runbook.steps],
            onward={step.id: _onward(runbook, step) for step in runbook.steps},
            titles=titles,
            owner=base.vocabulary.owners.get(front.owner),
            commands_checked=_checked(base, runbook),
            alerts=list(alert_links(runbook)),
            changed=base.changes.get(runbook.path),
            kinds=KINDS,
        )

    headings = [Heading(step.title, step.id) for step in runbook.steps]
    headings.append(Heading("Escalate", ESCALATE))
    return Page(
        address=address,
        title=front.title,
        description=summary(front.summary),
        toc=tuple(headings),
        render=render,
        source=runbook.path,
        wide=True,
        changed=base.changes.get(runbook.path),
        lasting=lambda: (*(step.id for step in runbook.steps), *ENDS),
        other=lambda: (source.anchor for source in front.sources),
    )


KINDS = {
    SymptomKind.ERROR: "Error",
    SymptomKind.ALERT: "Alert",
    SymptomKind.OBSERVATION: "Seen",
}


def _parts(base: KnowledgeBase, step: Step, links: Links) -> Iterator[Shown]:
    for part in step.parts:
        if isinstance(part, Text):
            yield Shown("text", text=part.text)
        else:
            yield _block(base, part, links)


def _block(base: KnowledgeBase, placed: Placed, links: Links) -> Shown:
    block = placed.block
    if isinstance(block, DecisionBlock):
        return Shown("decision", block=block)
    if not isinstance(block, CommandBlock):
        return Shown("manual", block=block)
    embedded = command_at(base, block.run)
    assert embedded is not None  # told as a problem, and no page is built then
    address = links.href(embedded.file.address, embedded.command.anchor)
    remarks = Remarks(block.expect, block.record)
    return Shown("command", block=block, embedded=embedded, remarks=remarks, address=address)


def _onward(runbook: Runbook, step: Step) -> str | None:
    """Where the step leads when all is as expected, where that is not simply the next one."""
    name = following(runbook, step)
    position = runbook.steps.index(step) + 1
    after = runbook.steps[position].id if position < len(runbook.steps) else ""
    return name if name != after else None


def _checked(base: KnowledgeBase, runbook: Runbook) -> str:
    """How many commands it embeds, and against what they were checked."""
    found = [command_at(base, path) for path in runbook.commands]
    facts = [one.file.facts[one.command.id] for one in found if one is not None]
    checked = [one for one in facts if one.state is State.CHECKED]
    stamps = " + ".join(dict.fromkeys(stamp for one in checked for stamp in one.stamps))
    return f"{count(len(facts), 'command')} checked against {stamps}" if checked else ""


class AlertLink(NamedTuple):
    """What an alert has to carry to lead here with its values filled in."""

    name: str
    fragment: str


def alert_links(runbook: Runbook) -> Iterator[AlertLink]:
    """For each alert, the end of its `runbook_url`, in Prometheus' template language."""
    for symptom in runbook.front.symptoms:
        if symptom.kind is not SymptomKind.ALERT:
            continue
        step = symptom.step or runbook.steps[0].id
        pairs = "&".join(
            f"{name}={{{{ $labels.{label} | urlquery }}}}" for label, name in symptom.labels.items()
        )
        yield AlertLink(symptom.text, f"#{step}" + (f"?{pairs}" if pairs else ""))
