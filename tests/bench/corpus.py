"""A glossary that nobody wrote: any number of entries, the same ones for the same seed."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from generator.kinds.entry.model import (
    CaseKind,
    CaseStudy,
    CommandLineUse,
    Confusion,
    Difficulty,
    Entry,
    Mistake,
    Signal,
    Status,
    Surface,
    Symptom,
    SymptomKind,
)
from generator.shape import Source

from . import commands
from .names import LABELS, OWNERS, SERVICES, Term, terms
from .sentences import Sentences

_SOURCES = 9
_READ_ON = date(2026, 1, 5)


def entries(size: int, seed: int) -> Iterator[Entry]:
    """Make entries one by one, so that a large corpus needs no more memory than a small one."""
    random = Random(seed)  # noqa: S311 - repeatable, not secret
    sentences = Sentences(random)
    corpus = terms(size)
    for number, term in enumerate(corpus):
        others = _others(random, corpus, number)
        sources = _sources(random, term)
        sentences.about(
            [source.id for source in sources],
            [f"[[{other.id}|{other.title.lower()}]]" for other in others],
        )
        yield _entry(random, sentences, corpus, number, others, sources)


def _others(random: Random, corpus: Sequence[Term], number: int) -> list[Term]:
    """Choose what an entry refers to: mostly its own service, and what everybody refers to."""
    found: dict[int, Term] = {}
    while len(found) < 8:
        if random.random() < 0.7:
            other = (number + len(SERVICES) * random.randint(1, 10)) % len(corpus)
        else:
            other = int(len(corpus) ** random.random()) - 1  # the first ones most often
        if other != number:
            found[other] = corpus[other]
    return list(found.values())


def _sources(random: Random, term: Term) -> tuple[Source, ...]:
    return tuple(
        Source(
            id=f"reference-{number}",
            title=f"Reference: {term.title}, part {number}",
            url=f"https://docs.example.com/{term.domain}/{term.service}/{term.id}-{number}",
            retrieved=_READ_ON + timedelta(days=random.randint(0, 200)),
        )
        for number in range(1, _SOURCES + 1)
    )


def _entry(
    random: Random,
    sentences: Sentences,
    corpus: Sequence[Term],
    number: int,
    others: Sequence[Term],
    sources: tuple[Source, ...],
) -> Entry:
    term = corpus[number]
    say = sentences
    earlier = [corpus[other] for other in range(number % len(SERVICES), number, len(SERVICES))]
    return Entry(
        id=term.id,
        title=term.title,
        domain=term.domain,
        service=term.service,
        status=Status.PUBLISHED,
        difficulty=random.choice(list(Difficulty)),
        owner=random.choice(OWNERS),
        labels=tuple(random.sample(LABELS, 2)),
        definition=_definition(sentences),
        definition_source=sources[0].id,
        aliases=_aliases(term, number),
        search_hints=_hints(sentences, term),
        not_to_be_confused_with=_confusions(sentences, others),
        symptoms=_symptoms(random, sentences),
        **_prose(technical_context=say.block(3, 3), why_it_matters=say.block(2)),
        where_you_see_it=tuple(Signal(surface=one, signal=say.line()) for one in Surface),
        when_relevant=say.lines(4),
        cli=CommandLineUse(
            why=say.block(1),
            use_cases=say.lines(3),
            before_you_run=say.lines(3),
            reading_output=say.lines(3),
        ),
        commands=commands.groups(random, sentences),
        **_prose(
            architecture=say.block(2),
            security=say.block(2),
            cost=say.block(1),
            reliability=say.block(1),
            performance=say.block(1),
            operations=say.block(1, 3, numbered=True),
        ),
        common_mistakes=tuple(Mistake(mistake=say.line(), instead=say.line()) for _ in range(5)),
        case_studies=tuple(_case(sentences) for _ in range(3)),
        related=tuple(other.id for other in others[:5]),
        prerequisites=tuple(other.id for other in earlier[-2:-1]),
        broader=tuple(other.id for other in earlier[:1]),
        sources=sources,
    )


def _prose(**texts: str) -> dict[str, Any]:
    """Texts of sections, which the model has from a table."""
    return texts


def _definition(sentences: Sentences) -> str:
    first, second = sentences.plain("definition"), sentences.plain("plain")
    return f"{first} {second}" if len(first) + len(second) < 290 else first


def _aliases(term: Term, number: int) -> tuple[str, ...]:
    initials = "".join(word[0] for word in term.title.split())
    service = term.service.replace("-", " ")
    return (f"{initials.upper()}-{number:05}", f"{service} {term.title.lower()}")


def _hints(sentences: Sentences, term: Term) -> tuple[str, ...]:
    name = term.title.lower()
    dropped = name[:-2] + name[-1]
    doubled = name[:4] + name[3:]
    words = {sentences.word("e"): None, sentences.word("field"): None, sentences.word("x"): None}
    return (dropped, doubled, *words)


def _confusions(sentences: Sentences, others: Sequence[Term]) -> tuple[Confusion, ...]:
    terms_of_others = [*(other.id for other in others[-2:]), None]
    return tuple(
        Confusion(
            entry=entry,
            term=None if entry else f"{sentences.word('x').capitalize()} {sentences.word('n')}",
            difference=sentences.line(),
            consequence=sentences.line(),
        )
        for entry in terms_of_others
    )


def _symptoms(random: Random, sentences: Sentences) -> tuple[Symptom, ...]:
    return tuple(
        Symptom(
            kind=random.choice(list(SymptomKind)),
            text=sentences.plain("symptom"),
            meaning=sentences.line(),
        )
        for _ in range(4)
    )


def _case(sentences: Sentences) -> CaseStudy:
    return CaseStudy(
        title=sentences.plain("heading")[:80].strip(),
        kind=CaseKind.ILLUSTRATIVE,
        scenario=sentences.block(1),
        objectives=sentences.lines(3),
        solution=sentences.block(1),
        results=sentences.lines(3),
        takeaway=sentences.plain("plain"),
    )
