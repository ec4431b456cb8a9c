"""Good lines, each with one fault that a hurried author makes."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from generator.catalog import OptionCommand
from generator.command import Invocation, Word
from generator.verify import CheckedCommand


class Mutation(NamedTuple):
    """A line with a fault. `kind` is the row of the report."""

    kind: str
    line: str


def mutations(line: str, command: CheckedCommand, random: Random) -> Iterator[Mutation]:
    """One line of each kind that the command allows."""
    assert command.record is not None
    record = command.record.record
    assert isinstance(record, OptionCommand)
    words = command.invocation.words
    verb = words[len(record.name.split()) - 1]
    yield Mutation("misspelt command", _replaced(line, verb, _misspelt(verb.text, random)))
    options = [word for word in words if word.text.startswith("--") and "=" not in word.text]
    swappable = [word for word in options if len(set(word.text[2:])) > 3]
    if swappable:
        word = random.choice(swappable)
        yield Mutation("swapped letters", _replaced(line, word, _swapped(word.text, random)))
    if dropped := _without_required(line, record, command.invocation, random):
        yield Mutation("dropped required option", dropped)


def _replaced(line: str, word: Word, by: str) -> str:
    return line[: word.start] + by + line[word.end :]


def _misspelt(text: str, random: Random) -> str:
    """One letter doubled, dropped or replaced."""
    at = random.randrange(len(text))
    other = "x" if text[at] != "x" else "y"
    return text[:at] + random.choice([text[at] * 2, "", other]) + text[at + 1 :]


def _swapped(text: str, random: Random) -> str:
    """Two neighbours that differ, changed over."""
    places = [at for at in range(2, len(text) - 1) if text[at] != text[at + 1]]
    at = random.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _without_required(
    line: str, record: OptionCommand, invocation: Invocation, random: Random
) -> str | None:
    """The line without one of its required options and the values of that."""
    words = invocation.words
    required = {
        name: option
        for option in record.options
        if option.required and option.names
        for name in option.names
    }
    given = [word.text for word in words]
    places = [
        at
        for at, word in enumerate(words)
        if word.text in required
        and sum(given.count(n) for n in required[word.text].names) == 1
        and required[word.text].unless not in given
    ]
    if not places:
        return None
    at = random.choice(places)
    end = at + 1
    while end < len(words) and not words[end].text.startswith("-"):
        end += 1
    return line[: words[at].start] + line[words[end - 1].end :]
