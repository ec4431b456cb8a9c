"""The navigation of mkdocs.yml, which knows pages by their source files."""

from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs.structure.nav import Navigation

from generator.mkdocs_plugin.finished_page import FinishedPage
from generator.project.site import listed_by


def use_titles(nav: Navigation, declared: Any) -> None:
    """Gives pages the titles that `nav` in mkdocs.yml declares.

    MkDocs does so for pages that it makes itself. The page's own title stays above the page.
    """
    titles = dict(_titles(declared))
    for page in nav.pages:
        page.title = titles.get(page.file.src_uri, page.title)


def use_tabs(nav: Navigation, pages: Iterable[FinishedPage]) -> None:
    """Puts pages outside the navigation below the tab that leads to them.

    MkDocs then lights the tab while it writes the page. A page is led to by an overview, or by the
    first page of its folder.
    """
    tabs = {page.file.dest_uri: [page, *page.ancestors][-1] for page in nav.pages}
    folders = {address.rpartition("/")[0]: tab for address, tab in reversed(tabs.items())}
    for page in pages:
        address = page.finished.address
        overview = listed_by(address)
        folder = address.rpartition("/")[0]
        tab = tabs.get(overview.address) if overview else folders.get(folder) if folder else None
        page.parent = tab  # type: ignore[assignment]  # a page may be a tab, too


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
