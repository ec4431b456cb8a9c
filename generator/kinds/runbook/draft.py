"""The beginning of a new runbook."""

from generator.command import parse
from generator.kinds.entry.model import Command
from generator.shape import yaml_quoted

_RUNBOOK = """\
---
id: {id}
title: {title}
summary: To be written. What this settles, in one or two sentences.
owner: {owner}
duration: not known yet
# severity_hints: [When it is how bad.]
symptoms:
  - kind: observation             # error | alert | observation
    text: What a reader sees before coming here.
#  - kind: alert
#    text: NameOfTheAlert
#    labels: {{factory: factory-name}}   # label of the alert: parameter
#    step: look
applies_to: [{entry}]
parameters: [{parameters}]
# exercised: {{on: 2026-11-08, outcome: Done in ten minutes.}}
escalation:
  - Whom to call, when, and what to give them.
# sources:
#   - id: learn
#     title: 'Microsoft Learn: …'
#     url: https://learn.microsoft.com/…
#     retrieved: 2026-11-08
---

What this settles, and what it does not. See [[{entry}]].

## Look first {{#look}}

{block}

## Mend it {{#mend}}

```manual
where: portal
do: What to do.
effect: operate
undo: How to undo it.
check: How to see that it worked.
if_not: escalate
```
"""


def draft_runbook(
    runbook_id: str, title: str | None, entry: str, owner: str, command: Command | None
) -> str:
    """A valid runbook of two steps; the first embeds `command` of `entry`, if there is one."""
    block = "```manual\nwhere: portal\ndo: What to look at.\neffect: discover\ncheck: What is fine."
    parameters: tuple[str, ...] = ()
    if command is not None:
        block = f"```command\nrun: {entry}/{command.id}\nexpect: What is fine."
        parameters = parse(command.run).placeholders
    return _RUNBOOK.format(
        id=runbook_id,
        title=yaml_quoted(title or runbook_id.replace("-", " ").capitalize()),
        owner=owner,
        entry=entry,
        parameters=", ".join(parameters),
        block=f"{block}\nif_not: mend\nthen: resolved\n```",
    )
