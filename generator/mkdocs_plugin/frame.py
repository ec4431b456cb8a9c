"""The theme around a page, rendered once for all pages that differ only in a few places.

The theme takes a millisecond to render a page, nearly all of it for what is the same on every page
outside the navigation. So it renders one page full of holes, and the pages are put into these.
"""

import copy
import re
import secrets
from collections.abc import Collection
from string import ascii_lowercase

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.mkdocs_plugin.finished_page import FinishedPage

ORIGINALS = "theme"
"""The prefix under which an override of a partial includes the theme's own."""

TEMPLATE = "kb/framed.html"


class Frames:
    """`frames` in the templates of the overrides.

    Frames differ by how far a page is from the root, by the tab it is under, and by the parts
    it has. What marks a hole is drawn anew for each build: no author can write it.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], list[str]] = {}
        self._mark = f"kb-{''.join(secrets.choice(ascii_lowercase) for _ in range(24))}-"

    def _hole(self, name: str) -> str:
        """Letters and hyphens: no filter of the theme changes them."""
        return f"{self._mark}{name}"

    def is_contents(self, title: str) -> bool:
        """Whether a line of the table of contents is the hole for all of it."""
        return title == self._hole("contents")

    def has(self, page: FinishedPage, base_url: str) -> bool:
        """Whether the frame of this page was rendered before."""
        return _key(page, base_url) in self._kept

    def keep(self, page: FinishedPage, base_url: str, html: str) -> None:
        """Keeps a page full of holes."""
        self._kept[_key(page, base_url)] = re.split(f"{self._mark}([a-z]+)", html)

    def holes(self, page: FinishedPage) -> FinishedPage:
        """A page like this one, of holes."""
        full = copy.copy(page)
        full.title = self._hole("title")
        holes = {
            "document_title": self._hole("document"),
            "title": self._hole("title"),
            "description": self._hole("description"),
        }
        full.meta = {**page.meta, **holes}
        full.content = self._hole("content")
        full.canonical_url = self._hole("canonical") if page.canonical_url else None
        full.edit_url = self._hole("edit") if page.edit_url else None
        if len(page.toc) > 0:
            full.toc = TableOfContents([AnchorLink(self._hole("contents"), self._hole("first"), 2)])
        return full

    def fill(self, page: FinishedPage, base_url: str) -> str:
        """The page in its frame."""
        filling = {
            "document": page.meta["document_title"],
            "title": page.meta["title"],
            "description": page.meta["description"],
            "content": page.content or "",
            "canonical": page.canonical_url or "",
            "edit": page.edit_url or "",
            "contents": "".join(map(_contents_item, page.toc)),
            "first": next((link.id for link in page.toc), ""),
        }
        pieces = self._kept[_key(page, base_url)].copy()
        for number in range(1, len(pieces), 2):
            pieces[number] = filling[pieces[number]]
        return "".join(pieces)


def _contents_item(link: AnchorLink) -> str:
    """A line of the table of contents, marked up as the theme does in `toc-item.html`."""
    below = "".join(map(_contents_item, link.children))
    if below:
        below = (
            f'<nav class="md-nav" aria-label="{link.title}">'
            f'<ul class="md-nav__list">{below}</ul></nav>'
        )
    return (
        f'<li class="md-nav__item"><a href="{link.url}" class="md-nav__link">'
        f'<span class="md-ellipsis">{link.title}</span></a>{below}</li>\n'
    )


def _key(page: FinishedPage, base_url: str) -> tuple[object, ...]:
    parts = (page.canonical_url, page.edit_url, len(page.toc))
    return base_url, id(page.parent), page.finished.wide, *map(bool, parts)


def install(env: Environment, pages: Collection[FinishedPage]) -> None:
    """Puts `pages` into frames. They must be outside the navigation."""
    loader = env.loader
    assert isinstance(loader, FileSystemLoader)
    overrides, *originals = loader.searchpath
    theme = PrefixLoader({ORIGINALS: FileSystemLoader(originals)})
    env.loader = ChoiceLoader([FileSystemLoader([overrides, *originals]), theme])
    env.globals["frames"] = Frames()
    for page in pages:
        page.meta["template"] = TEMPLATE
