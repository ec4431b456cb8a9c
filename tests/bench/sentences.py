"""Sentences, paragraphs and lists with the markup that real entries have."""

import re
from collections.abc import Callable, Sequence
from itertools import cycle
from random import Random
from string import Formatter

from . import phrases

_VOWELS = "aeiou"
_PLACEHOLDERS = ("factory-name", "resource-group", "runtime-name", "pipeline-name", "node-name")
_LINE = 17
"""Words in a line of a text block, as an editor would wrap them."""

_WORD = re.compile(r"(?:\[\[[^\]]*\]\]|\S)+")  # a reference is not broken over two lines

Shape = tuple[tuple[str, str], ...]
"""A sentence as pieces: literal text, then the kind of word that follows it."""


class Sentences:
    """An endless, repeatable flow of text. Words come by Zipf's law: a few often, most rarely."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._sources = cycle([""])
        self._references: Sequence[str] = [""]
        self._words = _words(random, lambda: random.choice(self._references))
        self._shapes = {name: _shapes(stock) for name, stock in _STOCKS.items()}

    def about(self, sources: Sequence[str], references: Sequence[str]) -> None:
        """Choose what the sentences from here on cite and refer to."""
        self._sources = cycle(sources)
        self._references = references

    def word(self, kind: str) -> str:
        """Say one word."""
        return self._words[kind]()

    def plain(self, stock: str) -> str:
        """Say one sentence of a stock."""
        shape = self._random.choice(self._shapes[stock])
        text = "".join(literal + (self._words[kind]() if kind else "") for literal, kind in shape)
        return text[0].upper() + text[1:]

    def line(self) -> str:
        """Say one sentence of a list: every other one is sure to have no markup."""
        return self.plain("plain") if self._random.random() < 0.5 else self._sentence()

    def _sentence(self) -> str:
        draw = self._random.random()
        text = self.plain(next(stock for stock, limit in _SHARES if draw < limit))
        if self._random.random() < _CITED:
            return f"{text[:-1]} [@{next(self._sources)}]."
        return text

    def lines(self, number: int) -> tuple[str, ...]:
        """Say the items of a list."""
        return tuple(self.line() for _ in range(number))

    def block(self, paragraphs: int, items: int = 0, *, numbered: bool = False) -> str:
        """Write paragraphs of two to four sentences, then a list; broken into lines."""
        parts = [self._wrapped(self._random.randint(2, 4)) for _ in range(paragraphs)]
        if items:
            marks = [f"{n}. " if numbered else "- " for n in range(1, items + 1)]
            parts.append("\n".join(mark + self.line() for mark in marks))
        return "\n\n".join(parts) + "\n"

    def _wrapped(self, sentences: int) -> str:
        words = _WORD.findall(" ".join(self._sentence() for _ in range(sentences)))
        rows = (words[start : start + _LINE] for start in range(0, len(words), _LINE))
        return "\n".join(" ".join(row) for row in rows)


_STOCKS = {
    "plain": phrases.PLAIN,
    "code": phrases.CODE,
    "strong": phrases.STRONG,
    "reference": phrases.REFERENCES,
    "definition": phrases.DEFINITIONS,
    "symptom": phrases.SYMPTOMS,
    "heading": phrases.HEADINGS,
}
# Chosen so that an entry has as many code spans, references and citations as the real ones.
_SHARES = (("code", 0.34), ("strong", 0.44), ("reference", 0.52), ("plain", 1.0))
_CITED = 0.33


def _shapes(stock: Sequence[str]) -> list[Shape]:
    return [
        tuple((literal, kind or "") for literal, kind, _, _ in Formatter().parse(template))
        for template in stock
    ]


def _words(random: Random, reference: Callable[[], str]) -> dict[str, Callable[[], str]]:
    """Map each kind of word to what gives the next one."""
    stock = Random(0)  # noqa: S311 - the vocabulary is the same for every corpus
    made_up = _made_up(stock, 1_500)
    compounds = [f"{first} {second}" for first in phrases.NOUNS for second in phrases.NOUNS]
    nouns = phrases.NOUNS + stock.sample(compounds, 2_500)
    fields = [_camel(noun) for noun in stock.sample(compounds, 1_500)]
    errors = [
        f"{_pascal(noun)}{end}" for noun in nouns[:400] for end in ("Failed", "NotFound", "Timeout")
    ]
    kinds = {
        "n": nouns,
        "an": [_with_article(noun) for noun in nouns],
        "An": [_with_article(noun).capitalize() for noun in nouns],
        "a": phrases.ADJECTIVES,
        "aa": [_with_article(adjective) for adjective in phrases.ADJECTIVES],
        "Aa": [_with_article(adjective).capitalize() for adjective in phrases.ADJECTIVES],
        "v": phrases.VERBS,
        "vs": [_third(verb) for verb in phrases.VERBS],
        "vd": [_past(verb) for verb in phrases.VERBS],
        "r": phrases.ADVERBS,
        "x": made_up,
        "field": fields,
        "i": [*fields, *(f"properties.{field}" for field in fields[:500])],
        "e": stock.sample(errors, len(errors)),
        "p": _PLACEHOLDERS,
        "u": phrases.UNITS,
        "num": [str(number) for number in (*range(2, 60), 90, 100, 120, 240, 256, 500, 1_440)],
    }
    return {kind: _draws(random, words) for kind, words in kinds.items()} | {"ref": reference}


def _draws(random: Random, words: Sequence[str]) -> Callable[[], str]:
    weights = [1 / (rank + 3) for rank in range(len(words))]

    def drawn() -> str:
        if not ready:
            ready.extend(random.choices(words, weights, k=500))
        return ready.pop()

    ready: list[str] = []
    return drawn


def _made_up(random: Random, number: int) -> list[str]:
    """Invent names as hosts, projects and customers have them: `velnora`, `tarsim-07`."""
    ends = ("a", "e", "il", "on", "ur")
    syllables = [first + end for first in "bdfklmnprstvz" for end in ends]
    names: dict[str, None] = {}
    while len(names) < number:
        name = "".join(random.choices(syllables, k=random.choice((2, 3))))
        names[name if random.random() < 0.7 else f"{name}-{random.randint(1, 40):02}"] = None
    return list(names)


def _camel(words: str) -> str:
    pascal = _pascal(words)
    return pascal[0].lower() + pascal[1:]


def _pascal(words: str) -> str:
    return words.title().replace(" ", "").replace("-", "")


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in _VOWELS else 'a'} {noun}"


def _third(verb: str) -> str:
    if verb.endswith("ny"):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("ch", "sh", "ss", "x")) else "s")


def _past(verb: str) -> str:
    irregular = {"read": "read", "deny": "denied"}
    return irregular.get(verb, verb + ("d" if verb.endswith("e") else "ed"))
