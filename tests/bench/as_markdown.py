"""The text of an entry's page as a Markdown page for plain Material for MkDocs."""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.kinds.entry.model import CaseStudy, Command, Confusion, Entry, Signal
from generator.kinds.entry.sections import SECTIONS

from .names import Term

_REFERENCE = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]\n]+)\]\]")
_CITATION = re.compile(r"\[@reference-(\d+)\]")


class MarkdownPage:
    """One entry's page below `glossary/<domain>/`. `known` are all terms by their id."""

    def __init__(self, entry: Entry, known: Mapping[str, Term]) -> None:
        self._entry = entry
        self._known = known

    def text(self) -> str:
        """Write the whole page, its references and citations as ordinary links."""
        text = "\n\n".join(part.strip("\n") for part in self._parts()) + "\n"
        text = _REFERENCE.sub(lambda found: self._link(found[1], found[2]), text)
        return _CITATION.sub(r"[\\[\1\\]](#sources)", text)

    def _link(self, entry_id: str, text: str = "") -> str:
        term = self._known[entry_id]
        return f"[{text or term.title}](../{term.domain}/{term.id}.md)"

    def _links(self, ids: Iterable[str]) -> str:
        return ", ".join(self._link(entry_id) for entry_id in ids)

    def _parts(self) -> Iterator[str]:
        yield from self._head()
        for section in SECTIONS:
            if section.heading and not section.head:
                yield f"## {section.title}"
                yield from self._section(section.key)
        yield from self._foot()

    def _head(self) -> Iterator[str]:
        entry = self._entry
        yield f"# {entry.title}"
        count = len(entry.all_commands())
        level = entry.difficulty.capitalize()
        yield f"{level}, {entry.status}, {count} commands, kept by {entry.owner}"
        yield f"{entry.definition} [@{entry.definition_source}]"
        yield f"Also called {', '.join(f'**{alias}**' for alias in entry.aliases)}"
        yield "**Not the same as**"
        yield _items(self._confusion(one) for one in entry.not_to_be_confused_with)
        yield "**In an incident**"
        yield _items(
            f"**{one.kind.capitalize()}** {one.text}: {one.meaning}" for one in entry.symptoms
        )

    def _confusion(self, one: Confusion) -> str:
        name = self._link(one.entry) if one.entry else one.term
        return f"**{name}** {one.difference} When confused: {one.consequence}"

    def _section(self, name: str) -> Iterator[str]:
        entry = self._entry
        if name == "where_you_see_it":
            yield _items(_signal(one) for one in entry.where_you_see_it)
        elif name == "when_relevant":
            yield _items(entry.when_relevant)
        elif name == "commands":
            yield from self._commands()
        elif name == "common_mistakes":
            yield _items(f"**Mistake** {one.mistake} **Instead** {one.instead}"
                         for one in entry.common_mistakes)  # fmt: skip
        elif name == "case_studies":
            for case in entry.case_studies:
                yield from _case(case)
        else:
            yield getattr(entry, name)

    def _commands(self) -> Iterator[str]:
        cli = self._entry.cli
        assert cli is not None
        yield cli.why
        yield _items(cli.use_cases)
        for group in self._entry.commands:
            yield f"### {group.title}"
            for command in group.commands:
                yield from _command(command)
        yield "### Before you run them"
        yield _items(cli.before_you_run)
        yield "### Reading the output"
        yield _items(cli.reading_output)

    def _foot(self) -> Iterator[str]:
        entry = self._entry
        yield "## Related terms"
        relations = (
            ("Understand first", entry.prerequisites),
            ("A kind or part of", entry.broader),
            ("Related", entry.related),
        )
        yield _items(f"{title}: {self._links(ids)}" for title, ids in relations if ids)
        yield "## Sources"
        yield "\n".join(
            f"{number}. [{source.title}]({source.url}), read {source.retrieved}"
            for number, source in enumerate(entry.sources, 1)
        )
        yield f"Labels: {', '.join(entry.labels)}. Kept by {entry.owner}."


def _items(texts: Iterable[str]) -> str:
    return "\n".join(f"- {text}" for text in texts)


def _signal(one: Signal) -> str:
    return f"**{one.surface.capitalize()}** {one.signal}"


def _command(command: Command) -> Iterator[str]:
    yield f"**{command.effect.capitalize()}** {command.purpose}"
    yield f"```{command.shell}\n{command.run}\n```"
    facts = {
        "Expect": command.expect,
        "Undo": command.undo,
        "Irreversible": command.irreversible,
        "Permission": f"`{command.permission}`",
    }
    yield _items(f"{name}: {text}" for name, text in facts.items() if text)


def _case(case: CaseStudy) -> Iterator[str]:
    yield f"### {case.title}"
    yield f"**Scenario** ({case.kind})"
    yield case.scenario
    yield "**Objectives**"
    yield _items(case.objectives)
    yield "**Solution**"
    yield case.solution
    yield "**Results**"
    yield _items(case.results)
    yield f"**Takeaway** {case.takeaway}"
