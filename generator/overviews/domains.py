"""Entries by domain and service."""

from collections import defaultdict
from collections.abc import Iterable

from jinja2 import Environment

from generator.kinds.entry.file import EntryFile
from generator.kinds.entry.model import Entry
from generator.knowledge_base import KnowledgeBase
from generator.overviews.listing import LINES_ON_A_PAGE, Line, Listing, by_letter, listing_pages
from generator.overviews.overview import Overview
from generator.page import Heading, Links, Page, template
from generator.wording import count

ADDRESS = "domains.html"

ByService = defaultdict[tuple[str, str], list[Entry]]
"""Entries by the ids of domain and service."""


def address_of(*ids: str) -> str:
    """The page of a domain, or of a service: two domains may have services of one name."""
    return f"domains/{'/'.join(ids)}.html"


def entries_of(base: KnowledgeBase) -> ByService:
    """The entries of every service, by title. Empty for a service without any."""
    found: ByService = defaultdict(list)
    for file in base.all(EntryFile).values():
        found[file.entry.domain, file.entry.service].append(file.entry)
    return found


def _pages(base: KnowledgeBase) -> Iterable[Page]:
    found = entries_of(base)
    for listing in _services(base, found):
        yield from listing_pages(base, listing)
    yield _domains_page(base, found)
    for domain_id in base.vocabulary.domains:
        yield _domain_page(base, found, domain_id)


def _services(base: KnowledgeBase, entries: ByService) -> Iterable[Listing]:
    for domain_id, domain in base.vocabulary.domains.items():
        for service_id, service in domain.services.items():
            found = entries[domain_id, service_id]
            yield Listing(
                address=address_of(domain_id, service_id),
                title=service.title,
                lead=service.definition,
                description=f"{service.title}: {count(len(found), 'entry', 'entries')}. "
                f"{service.definition}",
                groups=by_letter(Line(entry.title, entry) for entry in found),
                trail=(("Domains", ADDRESS), (domain.title, address_of(domain_id))),
            )


def _domains_page(base: KnowledgeBase, found: ByService) -> Page:
    def render(templates: Environment) -> str:
        return template(templates, "domains").render(
            domains=base.vocabulary.domains,
            counts={key: len(entries) for key, entries in found.items()},
            links=Links(base, ADDRESS),
        )

    domains = base.vocabulary.domains
    return Page(
        address=ADDRESS,
        title="Domains",
        description=f"{count(len(domains), 'domain')} and their services: "
        + ", ".join(domain.title for domain in domains.values()),
        toc=tuple(Heading(domain.title, name) for name, domain in domains.items()),
        render=render,
    )


def _domain_page(base: KnowledgeBase, found: ByService, domain_id: str) -> Page:
    domain = base.vocabulary.domains[domain_id]
    address = address_of(domain_id)

    def render(templates: Environment) -> str:
        return template(templates, "domain").render(
            domain_id=domain_id,
            domain=domain,
            entries={service: found[domain_id, service] for service in domain.services},
            limit=LINES_ON_A_PAGE // 10,
            links=Links(base, address),
        )

    toc = tuple(Heading(service.title, name) for name, service in domain.services.items())
    return Page(address, domain.title, f"{domain.title}: {domain.definition}", toc, render)


DOMAINS = Overview("domains", ADDRESS, _pages, address_of)
