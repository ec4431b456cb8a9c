"""The theme's parts that are the same on every page outside the navigation, rendered once.

The theme renders its navigation, tabs and search anew for each page. Outside the navigation they
differ only in how far the page is from the site's root, so they are kept by that.
"""

from collections.abc import Collection

from jinja2 import ChoiceLoader, Environment, PrefixLoader
from mkdocs.structure.pages import Page as MkDocsPage

ORIGINALS = "theme"
"""The prefix under which an override of a partial includes the theme's own."""


class Chrome:
    """`chrome` in the templates of the overrides."""

    def __init__(self, in_navigation: Collection[MkDocsPage]) -> None:
        self._in_navigation = {id(page) for page in in_navigation}
        self._kept: dict[tuple[str, str], str] = {}

    def get(self, part: str, page: MkDocsPage | None, base_url: str) -> str | None:
        """The HTML of `part`, or None when it has to be rendered for this page."""
        return self._kept.get((part, base_url)) if self._is_outside(page) else None

    def keep(self, part: str, page: MkDocsPage | None, base_url: str, html: str) -> str:
        """`html`, kept for the pages to come if it will do for them, too."""
        if self._is_outside(page):
            self._kept[part, base_url] = html
        return html

    def _is_outside(self, page: MkDocsPage | None) -> bool:
        return page is not None and id(page) not in self._in_navigation


def install(env: Environment, in_navigation: Collection[MkDocsPage]) -> None:
    """Gives the theme's templates `chrome`, and the overrides a way to the originals."""
    loader = env.loader
    assert loader is not None
    overrides_and_theme = loader.searchpath  # type: ignore[attr-defined]  # MkDocs' is a FileSystemLoader
    originals = type(loader)(overrides_and_theme[1:])  # type: ignore[call-arg]
    env.loader = ChoiceLoader([loader, PrefixLoader({ORIGINALS: originals})])
    env.globals["chrome"] = Chrome(in_navigation)
