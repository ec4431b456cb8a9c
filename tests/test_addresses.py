"""Addresses: one book of all that is published, a ledger of all that ever was."""

import re
from pathlib import Path

import pytest

from generator.address import Address
from generator.project.read import read_project
from generator.project.site import address_book, search_pages

from .project import BASE, kb
from .test_build import copy_of_the_project, small_project

ROOT = Path(__file__).parents[1]
PAST = ROOT / "tests/past/today"
ID = re.compile(r'\sid="([^"]+)"')


def ids_on(html: str) -> set[str]:
    """The ids of a page that are addresses; those of its scripts and of the theme are not."""
    if "<article" in html:
        html = html[html.index("<article") : html.rindex("</article>")]
    return {one for one in ID.findall(html) if not one.startswith(("kb-", "__"))}


@pytest.fixture(scope="module", params=["own", "small", "past"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    if request.param == "own":
        root = copy_of_the_project(folder / "project")
    else:
        root = small_project(folder, BASE if request.param == "small" else PAST)
    assert kb("build", "--project", root).status == 0
    return root


def test_the_book_has_what_the_pages_have_and_nothing_else(built: Path) -> None:
    book = address_book(read_project(built)[0])
    site = built / "site"
    pages = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*.html")
    }
    shown = {name: ids_on(html) for name, html in pages.items() if "data-to=" not in html}
    shown.pop("404.html")
    assert {name: set(anchors) for name, anchors in book.anchors.items()} == shown
    assert sum(map(len, shown.values())) > 150


def test_every_result_of_search_is_an_address_of_the_book(built: Path) -> None:
    base, _ = read_project(built)
    book = address_book(base)
    found = [Address.of(one.location) for page in search_pages(base) for one in page]
    assert len(found) > 15
    assert [one for one in found if one not in book] == []
