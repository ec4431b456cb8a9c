"""The words entries choose from: domains with their services, owners, labels."""

from pydantic import Field

from generator.problem import Problem
from generator.shape import Address, Id, Line, Title, fit, part
from generator.source import Document

PATH = "glossary/vocabulary.yaml"


@part
class Service:
    title: Title
    definition: Line


@part
class Domain:
    title: Title
    definition: Line
    services: dict[Id, Service]


@part
class Owner:
    """Who answers for an entry. `contact` is a page that says how to reach them."""

    title: Title
    contact: Address | None = None


@part
class Label:
    title: Title
    definition: Line


@part
class Vocabulary:
    domains: dict[Id, Domain]
    owners: dict[Id, Owner]
    labels: dict[Id, Label] = Field(default_factory=dict)


EMPTY = Vocabulary(domains={}, owners={})


def read_vocabulary(document: Document) -> tuple[Vocabulary | None, list[Problem]]:
    """The vocabulary in `document`, or None and what does not fit."""
    return fit(Vocabulary, document)
