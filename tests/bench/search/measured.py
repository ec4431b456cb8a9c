"""What is measured of an engine in the browser."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from playwright.sync_api import Browser, Playwright
from playwright.sync_api import Error as PlaywrightError

from .engine import Engine
from .queries import Question
from .server import Served, served
from .tab import Answer, NoAnswer, Tab, browser, tab
from .tab_memory import Memory, tab_memory

_GONE = (NoAnswer, PlaywrightError)
"""A page that is too slow, or that has run out of memory."""

_PATIENCE = 120
"""Seconds after which the first question to a page counts as not answered."""
_SOON = 10
"""The same for a page that has answered before."""
_BUDGET = 60
"""Seconds for one kind of measurement, after which an engine is asked no more."""
_STILL = 150
"""Milliseconds between two keys, at least."""
_KEYS = 24
"""Of each query, when it is typed."""


@dataclass(frozen=True)
class Cold:
    """The first result on a page that was just loaded, and what the server sent for it."""

    question: Question
    requests: int
    size: int
    milliseconds: float


@dataclass(frozen=True)
class Warm:
    """The answer of each key, how many keys had none, and the tab's memory."""

    keys: Sequence[Answer]
    unanswered: int
    memory: Memory


@dataclass(frozen=True)
class Measured:
    """An engine on a corpus of `size` entries. What it had no answer to is not in the lists."""

    size: int
    engine: Engine
    typed: Sequence[Cold]
    pasted: Sequence[Cold]
    warm: Warm | None


def measured(
    playwright: Playwright, engine: Engine, size: int, questions: Sequence[Question]
) -> Measured:
    """Measure an engine in the browser. Only a letter or a digit is a first key that can answer."""
    letters = [one for one in questions if one.text[0].isalnum()]
    with served(engine.folder) as server:
        with browser(playwright) as started:
            typed = list(_colds(started, engine, server, letters, _type_first_key))
            pasted = list(_colds(started, engine, server, questions, _paste_whole))
        warm = _warm(playwright, engine, server, questions) if typed else None
    return Measured(size, engine, typed, pasted, warm)


def _type_first_key(page: Tab, question: Question) -> None:
    page.press(question.text[0])


def _paste_whole(page: Tab, question: Question) -> None:
    page.paste(question.text)


def _colds(
    started: Browser,
    engine: Engine,
    server: Served,
    questions: Sequence[Question],
    ask: Callable[[Tab, Question], None],
) -> Iterator[Cold]:
    over = time.monotonic() + _BUDGET
    with suppress(*_GONE):  # it will have none to the other questions, either
        for question in questions:
            if time.monotonic() < over and (one := _cold(started, engine, server, question, ask)):
                yield one


def _cold(
    started: Browser,
    engine: Engine,
    server: Served,
    question: Question,
    ask: Callable[[Tab, Question], None],
) -> Cold | None:
    server.requests.clear()
    with tab(started, engine.places) as page:
        page.open(server.address)
        ask(page, question)
        found = page.first_result(_PATIENCE)
    if found is None:
        return None
    sent = [
        request
        for request in server.requests
        if request.time <= found.shown and (engine.asks(request.path) or request.time > found.asked)
    ]
    size = sum(request.size for request in sent)
    return Cold(question, len(sent), size, found.milliseconds)


def _warm(
    playwright: Playwright, engine: Engine, server: Served, questions: Sequence[Question]
) -> Warm | None:
    with browser(playwright) as started, tab(started, engine.places) as page:
        try:
            page.open(server.address)
            page.press("a")
            page.first_result(_PATIENCE)
            keys, unanswered = _typed(page, questions)
            used = tab_memory(started, page)
        except _GONE:
            return None
    server.refused = engine.asks
    with browser(playwright) as started, tab(started, engine.places) as page:
        page.open(server.address)
        without = tab_memory(started, page)
    more = Memory(used.used - without.used, used.kept - without.kept)
    return Warm(keys, unanswered, more)


def _typed(page: Tab, questions: Sequence[Question]) -> tuple[list[Answer], int]:
    over = time.monotonic() + _BUDGET
    answers, unanswered = [], 0
    for question in questions:
        page.paste("")
        with suppress(NoAnswer):
            page.answer(_SOON, _STILL)
        for character in question.text[:_KEYS]:
            if time.monotonic() > over:
                break
            page.press(character)
            try:
                answers.append(page.answer(_SOON, _STILL))
            except NoAnswer:
                unanswered += 1
    return answers, unanswered
