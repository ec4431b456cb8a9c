"""What can be found of an entry."""

from collections import defaultdict
from collections.abc import Iterator

from generator.command import parse
from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import Entry, named_apart
from generator.kinds.entry.sections import SECTIONS
from generator.prose import bare
from generator.search.document import SearchDocument
from generator.shape import marked_texts

FOUND_AS = ("entry", "symptom", "command", "section")

_NOT_SEARCHED = frozenset({"symptoms", "commands", "case_studies"})
"""What has documents of its own; and stories, which mention much that they do not explain."""


def entry_documents(file: EntryFile) -> Iterator[SearchDocument]:
    """One document for its head, then one per symptom, command and section."""
    entry = file.entry
    owner, domain, address = entry.id, entry.domain, entry.address
    context = (entry.title, *entry.aliases)
    yield SearchDocument(
        kind="entry",
        location=address,
        title=named_apart(entry),
        text=file.summary,
        names=(entry.title, *entry.aliases) if entry.distinction else entry.aliases,
        hints=entry.search_hints,
        owner=owner,
        domain=domain,
    )
    for symptom in entry.symptoms:
        yield SearchDocument(
            kind="symptom",
            location=f"{address}#{symptom.anchor}",
            title=symptom.text,
            text=bare(symptom.meaning),
            symptoms=(symptom.text,),
            owner=owner,
            domain=domain,
            context=context,
        )
    for command in entry.all_commands():
        yield SearchDocument(
            kind="command",
            location=f"{address}#{command.anchor}",
            title=bare(command.purpose),
            text=command.run,
            line=parse(command.run.strip()).line,
            effect=command.effect,
            owner=owner,
            domain=domain,
            context=context,
        )
    texts = _texts(entry)
    for section in SECTIONS:
        if section.key in texts and section.key not in _NOT_SEARCHED:
            yield SearchDocument(
                kind="section",
                location=f"{address}#{section.anchor}",
                title=f"{entry.title}: {section.key.replace('_', ' ')}",
                text=" ".join(texts[section.key]),
                owner=owner,
                domain=domain,
                context=(*context, section.asked_as),
            )


def _texts(entry: Entry) -> dict[str, list[str]]:
    """The texts of every section that has some, without most of their markup."""
    texts: dict[str, list[str]] = defaultdict(list)
    for text in marked_texts(entry):
        texts[str(text.keys[0])].append(bare(text.text))
    return texts
