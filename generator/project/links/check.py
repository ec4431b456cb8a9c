"""What addresses of the site lead to: today, since they moved, or no longer."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote_plus

from generator.address import Address, Retired
from generator.kinds import KINDS, Kind
from generator.knowledge_base import Document, KnowledgeBase
from generator.parameter import refusal
from generator.problem import Problem
from generator.problem.runbook import DEAD_LINK
from generator.project.former import short_addresses
from generator.project.links.find import Link
from generator.project.links.writing import HOLE
from generator.project.site import address_book, overview_of
from generator.shape import suggest


class Looked(NamedTuple):
    """What became of an address.

    One that is `readable` and has no problems is alive, at the place of today if `now` names none.
    """

    link: Link
    problems: tuple[Problem, ...] = ()
    now: Address | None = None
    readable: bool = True


def look_up(base: KnowledgeBase, link: Link) -> Looked:
    """Every page, place and parameter that is named exists, or existed and leads on."""
    if HOLE in link.page:
        return Looked(link, readable=False)
    if link.escaped:
        what = 'has "%23" in place of "#", so that a page of that name is looked for'
        return Looked(link, (_dead(link, what, 'Write "#".'),))
    page = base.derived(_short).get(link.page, link.page)
    asked = Address(page, "" if HOLE in link.anchor else link.anchor)
    today = _today(base, asked)
    if isinstance(today, Retired):
        return Looked(link, (_retired(link, today),))
    if today not in address_book(base):
        return Looked(link, (_nowhere(base, link, today),))
    problems = tuple(_values(base, link, today.page))
    readable = HOLE not in link.anchor and not any(HOLE in name for name, _ in _pairs(link))
    return Looked(link, problems, today if today != asked else None, readable)


def _short(base: KnowledgeBase) -> dict[str, str]:
    return dict(short_addresses(base))


def _today(base: KnowledgeBase, asked: Address) -> Address | Retired:
    """Where the site leads whoever follows an address, as pages and stubs do."""
    ledger = base.addresses
    for address in (asked, Address(asked.page)):
        if address in ledger.retired:
            return ledger.retired[address]
        if address in ledger.moved:
            now = ledger.moved[address]
            return now if address == asked else Address(now.page, asked.anchor)
    gone = Address(asked.page) in ledger.alive and asked.page not in address_book(base).pages
    if gone and (overview := overview_of(asked)) is not None:
        return Address(overview.address)
    return asked


def _retired(link: Link, retired: Retired) -> Problem:
    mend = f"See {retired.see} instead." if retired.see else "Take it out."
    return _dead(link, f"was retired on {retired.on}: {retired.why.rstrip('.')}", mend)


def _nowhere(base: KnowledgeBase, link: Link, today: Address) -> Problem:
    book = address_book(base)
    anchors = book.anchors.get(today.page)
    if anchors is None:
        known = [*book.pages, *base.derived(_short)]
        mend = suggest(link.page, known, "See the page of all runbooks.")
        return _dead(link, "names a page that the site does not have", mend)
    mend = suggest(today.anchor, sorted(anchors), "See the places of that page.")
    return _dead(link, f"names a place that {today.page} does not have", mend)


def _values(base: KnowledgeBase, link: Link, page: str) -> Iterator[Problem]:
    kind, document = base.derived(_documents).get(page, (None, None))
    word = kind.found_as[0] if kind else "page"
    asked = [*kind.asks(document)] if kind and document else []
    for name, value in _pairs(link):
        if HOLE in name:
            continue
        if name not in asked:
            mend = suggest(name, asked, f"It takes: {', '.join(asked) or 'none'}.")
            yield _dead(link, f'carries "{name}", which the {word} does not ask for', mend)
            continue
        parameter = base.parameter(name)
        if parameter.secret:
            mend = "Take it out; values of secrets never travel in links."
            yield _dead(link, f'carries "{name}", which is secret', mend)
        elif HOLE not in value and (why := refusal(parameter, value)):
            yield _dead(link, f'carries a value for "{name}" that is refused: {why}', "Correct it.")


def _pairs(link: Link) -> Iterator[tuple[str, str]]:
    for pair in filter(None, link.values.split("&")):
        name, _, value = pair.partition("=")
        yield unquote_plus(name), unquote_plus(value)


def _documents(base: KnowledgeBase) -> dict[str, tuple[Kind[Document], Document]]:
    return {
        document.address: (kind, document)
        for kind in KINDS
        for document in base.all(kind.files.kind).values()
    }


def _dead(link: Link, what: str, mend: str) -> Problem:
    return DEAD_LINK.at(link.place, address=link.address, what=what, mend=mend)
