"""Beginnings of new files."""

from generator import atomic
from generator.command import Effect, parse
from generator.kinds.entry.draft import draft_entry
from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import Command
from generator.kinds.runbook.draft import draft_runbook
from generator.kinds.runbook.read import FILES as RUNBOOKS
from generator.knowledge_base import GLOSSARY, KnowledgeBase
from generator.shape import is_id, suggest
from generator.verify import State


class DraftError(Exception):
    """A file cannot be begun so; `about` is the argument that is wrong, such as `domain`."""

    def __init__(self, about: str, told: str) -> None:
        super().__init__(told)
        self.about = about


def new_entry(
    base: KnowledgeBase, entry_id: str, title: str | None, domain: str | None, service: str | None
) -> str:
    """Writes the beginning of an entry; the path of its file. Raises DraftError."""
    _free_id(base, entry_id)
    words = base.vocabulary
    if not words.domains or not words.owners:
        raise DraftError("", "The vocabulary has no domain or no owner; run kb validate.")
    domain = domain or next(iter(words.domains))
    if domain not in words.domains:
        raise DraftError("domain", f"the vocabulary knows: {', '.join(words.domains)}.")
    services = words.domains[domain].services
    service = service or next(iter(services), None)
    if service not in services:
        raise DraftError("service", f"{domain} has: {', '.join(services) or 'none'}.")
    path = base.root / GLOSSARY / domain / f"{entry_id}.yaml"
    path.parent.mkdir(exist_ok=True)
    atomic.write(path, draft_entry(entry_id, title, domain, service, next(iter(words.owners))))
    return path.relative_to(base.root).as_posix()


def new_runbook(base: KnowledgeBase, runbook_id: str, title: str | None, entry_id: str) -> str:
    """Writes the beginning of a runbook; the path of its file. Raises DraftError."""
    _free_id(base, runbook_id)
    entries = base.all(EntryFile)
    if entry_id not in entries:
        mend = suggest(entry_id, list(entries), "See kb show.")
        raise DraftError("entry", f'there is no entry "{entry_id}". {mend}')
    file = entries[entry_id]
    first = next((one for one in file.entry.all_commands() if _embeds(base, file, one)), None)
    path = base.root / RUNBOOKS / f"{runbook_id}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic.write(path, draft_runbook(runbook_id, title, entry_id, file.entry.owner, first))
    return path.relative_to(base.root).as_posix()


def _free_id(base: KnowledgeBase, new: str) -> None:
    if not is_id(new):
        raise DraftError("id", "an id has lower-case letters, digits and single hyphens.")
    if (other := base.by_id.get(new)) is not None:
        raise DraftError("", f'There is {_article(other.kind.word)} "{new}" already.')
    if new in base.broken:
        raise DraftError("", f'There is a file "{new}" already, which cannot be read.')


def _article(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def _embeds(base: KnowledgeBase, file: EntryFile, command: Command) -> bool:
    """Whether a runbook may embed a command as it is, in its first step."""
    return (
        command.effect is Effect.DISCOVER
        and file.facts[command.id].state is State.CHECKED
        and all(name in base.parameters for name in parse(command.run).placeholders)
    )
