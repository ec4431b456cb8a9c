"""The beginning of a new entry."""

from generator.kinds.entry.sections import SECTIONS
from generator.shape import yaml_quoted

_HEAD = """\
# yaml-language-server: $schema=../entry.schema.json
id: {id}
title: {title}
domain: {domain}
service: {service}
status: draft            # published, once every section below is written or not applicable;
                         # stub: a beginning only; deprecated: another entry takes its place
difficulty: beginner     # beginner | intermediate | advanced
owner: {owner}

# What it is, in one or two sentences of plain text, at most 300 characters. It stands in search
# results, pop-ups and link previews.
definition: >-
  To be written.
# definition_source: learn          # id of one of the sources below

# search_hints: [mispelling]        # found by search, never shown
# distinction: in a batch pool      # where another domain has an entry of the same name
# replaced_by: other-id             # of a deprecated entry: what to read instead

# Below, prose is Markdown: paragraphs, lists, code, [[entry-id]], [@source-id].
"""
_FOOT = """\

# related: [other-id]
# prerequisites: [other-id]         # to be understood first
# broader: [other-id]               # what it is a kind or a part of

# not_applicable:
#   cost: Why this section has nothing to say.
"""


def draft_entry(entry_id: str, title: str | None, domain: str, service: str, owner: str) -> str:
    """A valid draft with a line on what belongs into each section."""
    name = title or entry_id.replace("-", " ").capitalize()
    head = _HEAD.format(
        id=entry_id, title=yaml_quoted(name), domain=domain, service=service, owner=owner
    )
    sections = [
        "".join(f"# {line}\n" for line in section.draft.splitlines()) for section in SECTIONS
    ]
    return head + "\n" + "\n".join(sections) + _FOOT
