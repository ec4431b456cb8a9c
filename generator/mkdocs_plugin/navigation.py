"""The navigation of mkdocs.yml, which knows pages by their source files."""

from collections.abc import Iterator
from typing import Any

from mkdocs.structure.nav import Navigation


def use_titles(nav: Navigation, declared: Any) -> None:
    """Gives pages the titles that `nav` in mkdocs.yml declares.

    MkDocs does so for pages that it makes itself. The page's own title stays above the page.
    """
    titles = dict(_titles(declared))
    for page in nav.pages:
        page.title = titles.get(page.file.src_uri, page.title)


def _titles(declared: Any) -> Iterator[tuple[str, str]]:
    """The titles that are declared, by source file."""
    if isinstance(declared, list):
        for one in declared:
            yield from _titles(one)
    elif isinstance(declared, dict):
        for title, below in declared.items():
            if isinstance(below, str):
                yield below, title
            else:
                yield from _titles(below)
