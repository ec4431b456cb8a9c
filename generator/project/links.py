"""Addresses of the site in files of others, such as the rules of an alert manager."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, unquote_plus, urlsplit

from generator.address import Address
from generator.kinds import KINDS
from generator.kinds.runbook.model import Runbook
from generator.knowledge_base import KnowledgeBase
from generator.overviews.home import ADDRESS as HOME
from generator.overviews.runbooks import RUNBOOKS
from generator.page import AddressBook
from generator.parameter import refusal
from generator.problem import Place, Problem
from generator.problem.runbook import DEAD_LINK
from generator.project.site import address_book
from generator.shape import suggest
from generator.source import Document, Keys, parse

_TEMPLATE = re.compile(r"\{\{.*?\}\}|\$\{?\w+\}?")
"""What an alert manager fills in."""
_FOLDERS = "|".join(re.escape(kind.folder) for kind in KINDS if kind.folder)
_OURS = re.compile(rf"/((?:{_FOLDERS})/[^/?#]+\.html|{re.escape(RUNBOOKS.address)})$")


class Link(NamedTuple):
    """An address, where it stands, and the part of it that is ours."""

    address: str
    place: Place
    path: str
    fragment: str


def links_in(path: str, text: str, site: str) -> tuple[list[Link], list[Problem]]:
    """The addresses of the site in a YAML or JSON file, and what cannot be read of it.

    Without `site`, an address is ours if it ends like that of a runbook or an entry.
    """
    found: list[Link] = []
    problems: list[Problem] = []
    begin = 0
    lines = text.split("\n")
    for end in [*(n for n, line in enumerate(lines) if line.rstrip() == "---"), len(lines)]:
        part = "\n".join(lines[begin:end])
        if part.strip():
            # Comments in place of the documents before keep the line numbers.
            document, misfits = parse(path, "#\n" * begin + part + "\n")
            problems += misfits
            if document is not None:
                found += _links(document, site)
        begin = end + 1
    return found, problems


def _links(document: Document, site: str) -> Iterator[Link]:
    stack: list[tuple[tuple[str | int, ...], object]] = [((), document.data)]
    while stack:
        keys, value = stack.pop()
        if isinstance(value, dict):
            stack += [((*keys, key), one) for key, one in value.items()]
        elif isinstance(value, list):
            stack += [((*keys, number), one) for number, one in enumerate(value)]
        elif isinstance(value, str) and (link := _link(value.strip(), document, keys, site)):
            yield link


def _link(value: str, document: Document, keys: Keys, site: str) -> Link | None:
    if not value.startswith(("https://", "http://")):
        return None
    address, _, fragment = value.partition("#")
    if site:
        if not value.startswith(site.rstrip("/") + "/"):
            return None
        path = address.removeprefix(site.rstrip("/") + "/").partition("?")[0] or HOME
    else:
        found = _OURS.search(urlsplit(_TEMPLATE.sub("x", address)).path)
        if found is None:
            return None
        path = found[1]
    return Link(value, document.place(keys), unquote(path), fragment)


def check_links(base: KnowledgeBase, links: list[Link]) -> Iterator[Problem]:
    """Every page, step and parameter that is named exists."""
    book = address_book(base)
    runbooks = {runbook.address: runbook for runbook in base.all(Runbook).values()}
    for link in links:
        anchor, _, query = link.fragment.partition("?")
        if Address(link.path, unquote(anchor)) not in book:
            yield _nowhere(book, link, anchor)
        runbook = runbooks.get(link.path)
        if query and runbook is not None:
            yield from _values(base, runbook, link, query)


def _nowhere(book: AddressBook, link: Link, anchor: str) -> Problem:
    anchors = book.anchors.get(link.path)
    if anchors is None:
        mend = suggest(link.path, list(book.pages), "See the page of all runbooks.")
        return _dead(link, "names a page that the site does not have", mend)
    mend = suggest(anchor, sorted(anchors), "See the steps of that page.")
    return _dead(link, f"names a place that {link.path} does not have", mend)


def _values(base: KnowledgeBase, runbook: Runbook, link: Link, query: str) -> Iterator[Problem]:
    declared = list(runbook.front.parameters)
    for pair in _TEMPLATE.sub(lambda match: match[0].replace("&", ""), query).split("&"):
        name, _, value = pair.partition("=")
        name = unquote_plus(name)
        if name not in declared:
            mend = suggest(name, declared, f"It takes: {', '.join(declared) or 'none'}.")
            yield _dead(link, f'carries "{name}", which the runbook does not ask for', mend)
            continue
        parameter = base.parameter(name)
        if parameter.secret:
            mend = "Take it out; values of secrets never travel in links."
            yield _dead(link, f'carries "{name}", which is secret', mend)
        elif not _TEMPLATE.search(value) and (why := refusal(parameter, unquote_plus(value))):
            yield _dead(link, f'carries a value for "{name}" that is refused: {why}', "Correct it.")


def _dead(link: Link, what: str, mend: str) -> Problem:
    return DEAD_LINK.at(link.place, address=link.address, what=what, mend=mend)
