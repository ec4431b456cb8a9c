"""Files to entries, and what is wrong within one of them."""

from dataclasses import replace

from generator.catalog import FOLDER as CATALOGS
from generator.checks.prose import check_prose, local_links
from generator.kinds.entry.checks import CHECKS_OF_A_FILE
from generator.kinds.entry.file import EntryFile, find_mentions
from generator.kinds.entry.model import Entry
from generator.knowledge_base import GLOSSARY, Reading
from generator.parameter import FOLDER as PARAMETERS
from generator.problem import Problem
from generator.prose import Reference
from generator.shape import fit
from generator.source import parse
from generator.verify import LEDGER, command_facts

_OTHERS = tuple(f"{folder}/" for folder in (CATALOGS, LEDGER, PARAMETERS))


def takes(path: str) -> bool:
    """Whether a file is one of an entry: glossary/DOMAIN/ID.yaml."""
    return (
        path.startswith(f"{GLOSSARY}/")
        and path.count("/") == 2
        and path.endswith(".yaml")
        and not path.startswith(_OTHERS)
    )


def read_entry(path: str, text: str) -> tuple[EntryFile | None, list[Problem]]:
    """The entry in a file, or None when its text is none."""
    document, problems = parse(path, text)
    if document is None:
        return None, problems
    entry, misfits = fit(Entry, document)
    if entry is None:
        return None, problems + misfits
    mentions = find_mentions(entry)
    refers_to = tuple(dict.fromkeys(one.id for _, one in mentions if isinstance(one, Reference)))
    return EntryFile(entry, document, refers_to, mentions=mentions), problems


def finish_entry(reading: Reading, file: EntryFile) -> tuple[EntryFile, list[Problem]]:
    """The same with the facts of its commands, and what is wrong within the file."""
    facts = {
        command.id: command_facts(
            reading.verifier,
            reading.ledger,
            f"{file.id}/{command.id}",
            command.run.strip(),
            command.shell,
        )
        for command in file.entry.all_commands()
    }
    whole = replace(file, facts=facts)
    problems = [problem for check in CHECKS_OF_A_FILE for problem in check(whole, reading.verifier)]
    problems += check_prose(whole)
    kept = replace(
        whole,
        document=file.document.places_only(reading.root),
        mentions=None,
        local_links=local_links(whole),
    )
    return kept, problems
