"""The order of results: what is named exactly comes first, what is only mentioned comes last."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.names import fold
from generator.search.document import SearchDocument
from generator.search.query import STOP, Query, telling
from generator.search.terms import spoken
from generator.search.words import parts, squeeze, stem, words

_PROGRAM = re.compile(r"(?:az|airflow|[a-z]+-az\w+)\b", re.IGNORECASE)
_OPTION = re.compile(r"(?<!\S)--?[A-Za-z][\w-]*")


class _Weights(NamedTuple):
    """How much counts what. Chosen on the golden queries.

    A document gets `coverage` for saying all that was asked, less by `power` for less; and `often`
    for saying it again and again, `even` and `long` being how soon that is enough in a short and
    in a long text. The words of a title count `title` times. A word such as `the` counts `small`
    beside one of a symptom that tells; each word of a symptom that was pasted counts `longer`.
    From `rare` on an option tells one command from the others. What has less than `least` of the
    best score is left out. `prior`: where two say the same, the page comes before its parts;
    `page` and `part` are for kinds that are not named.
    """

    coverage: float = 60.0
    power: float = 2.0
    often: float = 90.0
    even: float = 1.0
    long: float = 50.0
    title: int = 4
    small: float = 0.2
    rare: float = 3.0
    longer: float = 2.0
    least: float = 0.03
    page: float = 1.2
    part: float = 0.9
    prior: Mapping[str, float] = {"symptom": 1.05, "step": 0.85, "command": 0.85}


_W = _Weights()
WEIGHTS = _W._asdict()


class Lexicon(NamedTuple):
    """`rarity` is how much a word tells; `titles` are the words of titles, by squeezed alias."""

    rarity: Callable[[str], float]
    titles: Mapping[str, tuple[str, ...]]


class Ranked(NamedTuple):
    """A result; `why` says in a few words what matched."""

    score: float
    document: SearchDocument
    why: str


_Tier = tuple[float, str]
_NOTHING: _Tier = (0.0, "mentions it")


def rank(query: Query, candidates: Iterable[SearchDocument], lexicon: Lexicon) -> list[Ranked]:
    """The candidates, the best first, without those that hardly have to do with it."""
    asking = _Asking(query, lexicon)
    documents = list(candidates)
    hints = {one.owner: tuple(map(squeeze, one.hints)) for one in documents if one.hints}
    found = [asking.ranked(document, hints.get(document.owner, ())) for document in documents]
    least = _W.least * max((one.score for one in found), default=0.0)
    return sorted(
        (one for one in found if one.score >= least),
        key=lambda one: (-one.score, not one.document.is_page, one.document.location),
    )


class _Asking:
    """One query, with what is worked out of it once."""

    def __init__(self, query: Query, lexicon: Lexicon) -> None:
        self.query = query
        self.rarity = lexicon.rarity
        self.synonyms = {
            alias: frozenset(map(stem, title)) for alias, title in lexicon.titles.items()
        }
        self.squeezed = squeeze(query.text)
        self.spelt_out = {
            self.squeezed.replace(alias, squeeze(" ".join(title)))
            for alias, title in lexicon.titles.items()
        }
        self.telling = dict.fromkeys(map(stem, query.telling))
        self.asked = frozenset(map(stem, query.parts))
        self.weights = {word: self.rarity(word) for word in self.telling}
        self.total = sum(self.weights.values()) or 1.0
        self.runs = _runs(query.parts)
        self.options = {option.lower() for option in _OPTION.findall(query.text)}
        self.name = command_name(query.text)

    def ranked(self, document: SearchDocument, hints: tuple[str, ...]) -> Ranked:
        """The document with its score: the best of the tiers, and a little for what it says.

        `hints` are those of its page, squeezed.
        """
        tiers = [_NOTHING]
        if document.is_page:
            tiers += [self._named(document), self._hinted(map(squeeze, document.hints))]
        elif hints:
            tiers.append(self._hinted_at(document, hints))
        if document.line:
            tiers.append(self._command(document))
        if document.symptoms:
            tiers.append(self._seen(document))
        best, why = max(tiers)
        return Ranked(best + self._said(document), document, why)

    def _said(self, document: SearchDocument) -> float:
        """How much of what was asked a document says, and how often, by the weight of the words."""
        own = _said_anywhere(document)
        met = often = 0.0
        longer = _W.even + own.total() / _W.long
        for word, weight in self.weights.items():
            meant = self.synonyms.get(word)
            if times := own[word] or (meant is not None and min(own[one] for one in meant)):
                met += weight
                often += weight * times / (times + longer)
        said: float = _W.coverage * (met / self.total) ** _W.power + _W.often * often / self.total
        prior = _W.prior.get(document.kind, _W.page if document.is_page else _W.part)
        return prior * said

    def _named(self, document: SearchDocument) -> _Tier:
        if not self.squeezed:
            return _NOTHING
        if self.squeezed == squeeze(document.owner):
            return 700, "title"
        tiers = [self._name(document.title, 700, "title")]
        tiers += [self._name(name, 650, f"alias {name}") for name in document.names]
        names = {squeeze(name) for name in (document.title, *document.names)}
        if not names.isdisjoint(self.spelt_out):
            tiers.append((620, "name spelt out"))
        return max(tiers)

    def _name(self, name: str, tier: float, why: str) -> _Tier:
        """How well one name fits: whole, in other words, or by its beginning."""
        squeezed = squeeze(name)
        if squeezed == self.squeezed:
            return tier, why
        if len(self.telling) > 1 and self.telling.keys() == _said_by(name):
            return tier - 60, f"{why} in other words"
        if squeezed.startswith(self.squeezed):
            return tier - 280 - min(len(squeezed) - len(self.squeezed), 60), f"{why} begins so"
        return _NOTHING

    def _command(self, document: SearchDocument) -> _Tier:
        own = {option.lower() for option in _OPTION.findall(document.line)}
        meant = self.options | {
            option
            for option in own
            if option.lstrip("-") in self.query.words and "-" in option.lstrip("-")
        }
        meant |= {option for option in own if option.lstrip("-") == self.query.text.lower()}
        shared = len(meant & own) / len(meant) if meant else 0.0
        name = command_name(document.line)
        if self.name and _contains(name, self.name):
            literal = {word.strip("\"'") for word in document.line.lower().split()}
            met = len(literal & set(self.query.text.lower().split())) / len(literal)
            whole = 20 if name == self.name else 0
            missed = len(own - meant) / 100
            begins = bool(_PROGRAM.match(self.query.text)) or len(self.name) > 1
            if begins and (self.options or whole or len(self.name) > 1):
                return 575 + whole + 40 * shared + 20 * met - missed - len(name), "command"
        if len(name) > 1 and self.name[: len(name)] == name:  # with values behind its name
            return 600 + len(name) + 40 * shared, "command"
        if meant and shared == 1.0 and not _PROGRAM.match(self.query.text):
            rest = self.telling.keys() - {stem(p) for option in meant for p in parts(option)}
            found = {stem(word) for word in words(f"{document.line} {document.title}")}
            met = len(rest & found) / len(rest) if rest else 1.0
            rare = max(map(self.rarity, meant)) >= _W.rare
            base = 640 if rare and (self.options or not rest) else 530
            return base + 30 * met - 30 * (1 - met), f"option {', '.join(sorted(meant))}"
        return _NOTHING

    def _hinted_at(self, document: SearchDocument, hints: Iterable[str]) -> _Tier:
        """A part that holds what its page is found by comes before the page."""
        whole = _squeezed(document)
        own = [hint for hint in hints if hint in whole and hint != self.squeezed]
        score, why = self._hinted(own)
        return (score + 10.0, why) if score else _NOTHING

    def _hinted(self, hints: Iterable[str]) -> _Tier:
        best = _NOTHING
        for squeezed in hints:
            if squeezed == self.squeezed:
                return 620, "search hint"
            if len(squeezed) >= 6 and squeezed in self.squeezed:
                best = max(best, (470 + min(len(squeezed), 80) / 2, "search hint"))
        return best

    def _seen(self, document: SearchDocument) -> _Tier:
        """A symptom: how much of its text stands in what was pasted."""
        best = _NOTHING
        for text in document.symptoms:
            if text.lower() in self.query.words and len(parts(text)) > 1:
                best = max(best, (590.0, "symptom"))  # the name of an alert
            symptom = _symptom(text)
            met = [part for part in symptom.weight if part in self.asked]
            coverage = sum(symptom.weight[part] for part in met) / symptom.total
            longer = _W.longer * min(len(met), 20)
            if sum(symptom.weight[part] == 1.0 for part in met) >= 3 and coverage >= 0.55:
                best = max(best, (420 + 150 * coverage + longer, "symptom"))
            elif len(self.runs & symptom.runs) >= 2:
                best = max(best, (460 + longer, "part of a symptom"))
            elif len(met) >= 2 and len(met) == len(self.asked):
                best = max(best, (250 + 100 * coverage, "symptom"))
        return best


class _Symptom(NamedTuple):
    weight: Mapping[str, float]
    total: float
    runs: frozenset[tuple[str, ...]]


@lru_cache(maxsize=4096)
def _symptom(text: str) -> _Symptom:
    own = parts(text)
    weight = {stem(part): _W.small if part in STOP else 1.0 for part in dict.fromkeys(own)}
    return _Symptom(weight, sum(weight.values()) or 1.0, _runs(own))


@lru_cache(maxsize=4096)
def _said_anywhere(document: SearchDocument) -> Counter[str]:
    texts = (*spoken(document), *document.hints, *(document.title for _ in range(_W.title - 1)))
    return Counter(stem(part) for text in texts for part in parts(text))


@lru_cache(maxsize=4096)
def _squeezed(document: SearchDocument) -> str:
    texts = (document.title, document.text, document.line, *document.symptoms)
    return "".join(part for text in texts for part in parts(text))


def _runs(own: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Every four words that follow each other."""
    stems = list(map(stem, own))
    return frozenset(zip(*(stems[at:] for at in range(4)), strict=False))


def _said_by(name: str) -> frozenset[str]:
    return frozenset(map(stem, telling(parts(fold(name)))))


def _contains(name: tuple[str, ...], asked: tuple[str, ...]) -> bool:
    """Whether the words asked for stand in a name one behind the other."""
    length = len(asked)
    return any(name[at : at + length] == asked for at in range(len(name) - length + 1))


def command_name(line: str) -> tuple[str, ...]:
    """The words of a line before its first option or value."""
    named = []
    for word in line.lower().split():
        if not re.fullmatch(r"[a-z][\w-]*", word):
            break
        named.append(word)
    return tuple(named)
