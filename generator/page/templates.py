"""The templates of pages: HTML that arranges what Python has decided."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.page.filters import FILTERS


def environment(overrides: Path, filters: Mapping[str, Callable[..., Any]]) -> Environment:
    """Templates from the folder `kb` of the theme overrides. What an author wrote is escaped.

    `filters` are those of the kinds of documents.
    """
    made = Environment(
        loader=FileSystemLoader(overrides),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters.update({**FILTERS, **filters, "day": date.isoformat})
    return made


def template(made: Environment, name: str) -> Template:
    """A page's template."""
    return made.get_template(f"kb/{name}.html")
