"""What is asked of the engines: questions derived from the corpus, the same for the same seed."""

import re
from collections.abc import Callable
from itertools import islice
from random import Random
from typing import NamedTuple

from generator.kinds.entry.model import Entry
from tests.bench.corpus import entries

_FEWEST = 300
"""Entries that every measured corpus has: their titles are the same in corpora of all sizes."""
_OPTION = re.compile(r"--[a-z]+-[a-z-]+")
_WORDS = re.compile(r"\b[a-z]{3,}(?: [a-z]+){3}\b")


class Question(NamedTuple):
    """A query as a reader types or pastes it."""

    kind: str
    text: str


def questions(size: int, seed: int) -> list[Question]:
    """Ask one question about each of twelve entries."""
    random = Random(seed)  # noqa: S311 - repeatable, not secret
    numbers = sorted(random.sample(range(min(size, _FEWEST)), len(_KINDS)))
    corpus = list(islice(entries(size, seed), numbers[-1] + 1))
    chosen = (corpus[number] for number in numbers)
    return [
        Question(kind, " ".join(text(random, entry).split()))
        for (kind, text), entry in zip(_KINDS, chosen, strict=True)
    ]


def _title(_: Random, entry: Entry) -> str:
    return entry.title


def _letter_missing(random: Random, entry: Entry) -> str:
    place = _inside_the_last_word(random, entry.title)
    return entry.title[:place] + entry.title[place + 1 :]


def _letters_swapped(random: Random, entry: Entry) -> str:
    title, place = entry.title, _inside_the_last_word(random, entry.title)
    return title[:place] + title[place + 1] + title[place] + title[place + 2 :]


def _inside_the_last_word(random: Random, title: str) -> int:
    return random.randrange(title.rindex(" ") + 2, len(title) - 1)


def _acronym(_: Random, entry: Entry) -> str:
    return entry.aliases[0]


def _alias(_: Random, entry: Entry) -> str:
    return entry.aliases[1]


def _command(random: Random, entry: Entry) -> str:
    return random.choice(list(entry.all_commands())).run


def _option(random: Random, entry: Entry) -> str:
    found: list[str] = _OPTION.findall(" ".join(command.run for command in entry.all_commands()))
    return random.choice(sorted(set(found)))


def _symptom(random: Random, entry: Entry) -> str:
    return random.choice(entry.symptoms).text


def _words(random: Random, entry: Entry) -> str:
    found: list[str] = _WORDS.findall(" ".join((entry.section("technical_context") or "").split()))
    return random.choice(found)


_KINDS: tuple[tuple[str, Callable[[Random, Entry], str]], ...] = (
    ("title", _title),
    ("title", _title),
    ("misspelt title", _letter_missing),
    ("misspelt title", _letters_swapped),
    ("alias", _alias),
    ("acronym", _acronym),
    ("command", _command),
    ("option", _option),
    ("symptom", _symptom),
    ("symptom", _symptom),
    ("words of a section", _words),
    ("words of a section", _words),
)
