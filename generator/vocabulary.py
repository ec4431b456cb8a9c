"""The words entries choose from: domains with their services, owners, labels."""

from pydantic import BaseModel, ConfigDict

from generator.problem import Problem
from generator.shape import Address, Id, Line, Title, fit
from generator.source import Document

PATH = "glossary/vocabulary.yaml"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Service(_Part):
    title: Title
    definition: Line


class Domain(_Part):
    title: Title
    definition: Line
    services: dict[Id, Service]


class Owner(_Part):
    """Who answers for an entry. `contact` is a page that says how to reach them."""

    title: Title
    contact: Address | None = None


class Label(_Part):
    title: Title
    definition: Line


class Vocabulary(_Part):
    domains: dict[Id, Domain]
    owners: dict[Id, Owner]
    labels: dict[Id, Label] = {}


EMPTY = Vocabulary(domains={}, owners={})


def read_vocabulary(document: Document) -> tuple[Vocabulary | None, list[Problem]]:
    """The vocabulary in `document`, or None and what does not fit."""
    return fit(Vocabulary, document)
