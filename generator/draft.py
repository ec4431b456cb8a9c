"""The beginning of a new entry, and of a new runbook."""

from generator.command import parse
from generator.entry import Command

_TEMPLATE = """\
# yaml-language-server: $schema=../entry.schema.json
id: {id}
title: {title}
domain: {domain}
service: {service}
status: draft            # published, once every section below is written or not applicable
difficulty: beginner     # beginner | intermediate | advanced
owner: {owner}

# What it is, in one or two sentences of plain text, at most 300 characters. It stands in search
# results, pop-ups and link previews.
definition: >-
  To be written.
# definition_source: learn          # id of one of the sources below

# aliases: [Other name]             # other names for exactly this; shown
# search_hints: [mispelling]        # found by search, never shown

# not_to_be_confused_with:
#   - entry: other-id               # or "term:" for what has no entry
#     difference: What each of the two is.
#     consequence: What goes wrong when they are confused.

# symptoms:
#   - kind: error                   # error | alert | observation
#     text: 'The message as it stands on the screen'
#     meaning: What it says, and what to check first.

# technical_context: |              # Markdown: paragraphs, lists, code, [[entry-id]], [@source-id]
#   How it works, the fields that matter, the limits.
# why_it_matters: |
#   What breaks, or what it costs, when it is misunderstood.

# where_you_see_it:
#   - surface: portal               # portal | cli | incident | code | billing
#     signal: Where, and what it looks like.
# when_relevant:
#   - A situation in which a reader needs it.

# cli:
#   why: Why the command line rather than the portal.
#   use_cases: [What to do with it]
#   before_you_run: [What to make sure of]
#   reading_output: [What a field says]
# commands:
#   - title: Inspect
#     relation: direct              # direct | related
#     commands:
#       - id: show
#         run: az datafactory show --resource-group <resource-group> --name <factory-name>
#         purpose: What it is for.
#         effect: discover          # discover; operate or destroy: with check_first and undo
#         expect: What a good answer looks like.

# architecture: |
# security: |
# cost: |
# reliability: |
# performance: |
# operations: |

# common_mistakes:
#   - mistake: What people do.
#     instead: What to do.

# case_studies:
#   - title: A short name
#     kind: illustrative            # illustrative | published (needs "source: <source id>")
#     scenario: |
#     objectives: [What was to be reached]
#     solution: |
#     results: [What came of it]
#     takeaway: What to remember.

# related: [other-id]
# prerequisites: [other-id]         # to be understood first
# broader: [other-id]               # what it is a kind or a part of

# sources:
#   - id: learn
#     title: 'Microsoft Learn: …'
#     url: https://learn.microsoft.com/…
#     retrieved: 2026-11-08         # the day you read it

# not_applicable:
#   cost: Why this section has nothing to say.
"""


def draft_entry(entry_id: str, title: str | None, domain: str, service: str, owner: str) -> str:
    """A valid draft with a line on what belongs into each section."""
    name = title or entry_id.replace("-", " ").capitalize()
    return _TEMPLATE.format(
        id=entry_id, title=_quoted(name), domain=domain, service=service, owner=owner
    )


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
        title=_quoted(title or runbook_id.replace("-", " ").capitalize()),
        owner=owner,
        entry=entry,
        parameters=", ".join(parameters),
        block=f"{block}\nif_not: mend\nthen: resolved\n```",
    )


def _quoted(text: str) -> str:
    """A YAML text in single quotes, on one line."""
    return "'" + " ".join(text.split()).replace("'", "''") + "'"
