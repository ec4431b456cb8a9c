"""The searchable texts of entries and runbooks."""

from collections.abc import Iterator
from typing import NamedTuple

from generator import permalink
from generator.entry import Entry
from generator.knowledge_base import EntryFile, KnowledgeBase
from generator.prose import bare
from generator.runbook import ManualBlock, Runbook, Text


class SearchDocument(NamedTuple):
    """A page or a place on one. `location` is an address with its anchor; `text` is plain.

    `names` are other names of what is described, as good as the title.
    """

    location: str
    title: str
    text: str
    names: tuple[str, ...] = ()


def documents(base: KnowledgeBase) -> Iterator[SearchDocument]:
    """For every entry one document for its head, then one per section, symptom and command.

    For every runbook one, and one per step.
    """
    for file in base.files.values():
        yield from _of_entry(file)
    for runbook in base.runbooks.values():
        yield from _of_runbook(runbook)


def _of_runbook(runbook: Runbook) -> Iterator[SearchDocument]:
    address = permalink.runbook(runbook.id)
    symptoms = tuple(symptom.text for symptom in runbook.front.symptoms)
    yield SearchDocument(address, runbook.front.title, runbook.front.summary, symptoms)
    for step in runbook.steps:
        texts = [part.text for part in step.parts if isinstance(part, Text)]
        texts += [one.block.do for one in step.blocks if isinstance(one.block, ManualBlock)]
        title = f"{runbook.front.title}: {step.title}"
        yield SearchDocument(f"{address}#{step.id}", title, bare(" ".join(texts)))


def _of_entry(file: EntryFile) -> Iterator[SearchDocument]:
    entry = file.entry
    address = permalink.entry(entry.id)
    # Hints last: result lists show the beginning.
    head = [entry.definition, *entry.search_hints]
    yield SearchDocument(address, entry.title, " · ".join(head), entry.aliases)
    for number, symptom in enumerate(entry.symptoms, 1):
        yield SearchDocument(f"{address}#symptom-{number}", symptom.text, bare(symptom.meaning))
    for command in entry.all_commands():
        anchor = permalink.command(command.id)
        yield SearchDocument(f"{address}#{anchor}", bare(command.purpose), command.run)
    for section, texts in _sections(file).items():
        title = f"{entry.title}: {section.replace('_', ' ')}"
        yield SearchDocument(f"{address}#{_anchor(entry, section)}", title, " ".join(texts))


NOT_SEARCHED = ("symptoms", "commands", "not_applicable", "case_studies")
"""What has documents of its own; and stories, which mention much that they do not explain."""


def _sections(file: EntryFile) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    for text in file.prose():
        name = str(text.keys[0])
        if name not in NOT_SEARCHED:
            sections.setdefault(name, []).append(bare(text.text))
    return sections


def _anchor(entry: Entry, section: str) -> str:
    if section == "cli":
        return "commands" if entry.commands else "before-you-run"
    if section == "not_to_be_confused_with":
        return "not-the-same"
    return permalink.section(section)
