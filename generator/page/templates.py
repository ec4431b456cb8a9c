"""The templates of pages: HTML that arranges what Python has decided."""

from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator import permalink
from generator.page import filters


def environment(overrides: Path) -> Environment:
    """Templates from the folder `kb` of the theme overrides. What an author wrote is escaped."""
    made = Environment(
        loader=FileSystemLoader(overrides),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.globals["permalink"] = permalink
    filters.install(made)
    made.filters["day"] = date.isoformat
    return made


def template(made: Environment, name: str) -> Template:
    """A page's template."""
    return made.get_template(f"kb/{name}.html")
