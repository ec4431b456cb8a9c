"""Whatever an author writes, in any field: no page runs it, none asks another host for anything."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.test_build import small_project

from .conftest import build, serving
from .hostile import EVIL, PAYLOADS, RUN
from .hostile_probes import Accepted
from .hostile_project import RICH, Deck, hostile_project

INSPECT = (Path(__file__).parent / "inspect.js").read_text(encoding="utf-8")
COUNT = """
if (window === top) window.hits = 0;
window.hit = () => { top.hits += 1; return 1; };
"""
IN_NAV = 8
LINKED = [EVIL, "learn.microsoft.com"]
ASKED_FOR = (
    *("script", "onerror", "svg onload hit", "<svg onload=hit()>", "javascript", "kb-hole"),
    *('"><img src=x onerror=hit()>', "</title>", "{{ 7*7 }}", "title textarea iframe"),
)


class Hostile(NamedTuple):
    """The site, and what of the payloads stands in which field."""

    site: Path
    accepted: Accepted
    deck: Deck

    @property
    def opened(self) -> list[str]:
        """The pages that a browser opens: those with all fields, some with titles, the lists."""
        kinds = ("glossary/{}-{}.html", "guides/{}-{}.html", "runbooks/{}-runbook-{}.html")
        pages = [kind.format("rich", number) for kind in kinds for number in range(RICH)]
        pages += ["glossary/stub-3.html", "guides/stub-0.html", "guides/stub-9.html"]
        pages += ["runbooks/ways-3.html", "go/stub-2.html", "domains/domain-0.html"]
        pages += ["domains/domain-1/service-1.html", "difficulty/beginner.html"]
        return [*pages, *sorted(path.name for path in self.site.glob("*.html"))]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """The site of a project that is hostile wherever it can be."""
    root = small_project(tmp_path_factory.mktemp("hostile"))
    (root / "content/guides").mkdir()
    (root / "content/guides/x.png").write_bytes(b"")
    found, deck = hostile_project(root)
    in_nav = "".join(f"  - guides/stub-{number}.md\n" for number in range(IN_NAV))
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write(f"nav:\n  - index.md\n{in_nav}")
    build(root / "site", root)
    return Hostile(root / "site", found, deck)


class Guarded:
    """A browser's page that counts what ran, and keeps what it asked for and every dialog."""

    def __init__(self, context: BrowserContext) -> None:
        self.dialogs: list[str] = []
        self.asked: list[str] = []
        context.add_init_script(COUNT)
        context.on("request", lambda request: self.asked.append(request.url))
        context.on("dialog", self._dismiss)
        context.route(f"**//{EVIL}/**", lambda route: route.abort())
        self.page: Page = context.new_page()

    def _dismiss(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    @property
    def hits(self) -> int:
        """How often a payload ran on the page that is open."""
        number: int = self.page.evaluate("window.hits")
        return number

    def asked_others(self, base: str) -> list[str]:
        """The requests that went elsewhere."""
        own = (base, "data:image/", "blob:null/", f"blob:{base}")
        return [url for url in self.asked if not url.startswith(own)]


@pytest.fixture
def guarded(chromium: Browser) -> Iterator[Guarded]:
    """A fresh page under guard."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    yield Guarded(context)
    context.close()


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, hostile: Hostile) -> Iterator[str]:
    """The address of the hostile site, on a server and as a folder."""
    if request.param == "file":
        yield hostile.site.as_uri() + "/"
        return
    with serving(hostile.site) as address:
        yield address


@pytest.fixture(scope="module")
def own(site: Path, chromium: Browser) -> list[str]:
    """The inline scripts and styles of the theme: those of a site without a hostile author."""
    page = chromium.new_page()
    texts: list[str] = []
    for name in ("index.html", "404.html"):
        page.goto((site / name).as_uri())
        texts += page.locator("script:not([src]), style").all_text_contents()
    page.close()
    return texts


def wrong_on(page: Page, own: list[str]) -> list[str]:
    """What is wrong on the page that is open, as it stands after its scripts ran."""
    found: list[str] = page.evaluate(
        f"([own, hosts]) => ({INSPECT})(document, location.href, own, hosts)", [own, LINKED]
    )
    return found


def test_there_are_more_than_three_hundred_payloads() -> None:
    assert len(PAYLOADS) == len(set(PAYLOADS))
    assert len(PAYLOADS) > 300


def test_every_field_holds_every_payload_that_it_does_not_refuse(hostile: Hostile) -> None:
    taken, refused = hostile.accepted
    for form, texts in taken.items():
        assert texts.keys() | refused[form].keys() == {*PAYLOADS}, form
        assert not texts.keys() & refused[form].keys()
    assert len(hostile.deck.placed) > 70
    for (field, form), placed in hostile.deck.placed.items():
        assert placed == taken[form].keys(), field


def test_the_payloads_are_hostile_where_nothing_escapes_them(guarded: Guarded) -> None:
    """Otherwise the other tests would prove nothing."""
    page = guarded.page
    page.goto("data:text/html,<title>x</title>")
    wrong = page.evaluate(
        f"""([payloads, hosts]) => payloads.filter((payload) => {{
          const raw = [payload, `<p title="${{payload}}">`, `<p title='${{payload}}'>`]
            .concat(`<a href="${{payload}}">x</a>`);
          const inspected = (text) => ({INSPECT})(
            new DOMParser().parseFromString(text, "text/html"), "http://127.0.0.1/", [], hosts);
          return raw.some((text) => inspected(text).length);
        }}).length""",
        [PAYLOADS, LINKED],
    )
    assert wrong > 250
    page.set_content(f"{RUN}<img src=x onerror='alert(1)'><img src=https://{EVIL}/a.png>")
    page.wait_for_function("window.hits > 0")
    page.wait_for_timeout(300)
    assert guarded.dialogs == ["1"]
    assert any(EVIL in url for url in guarded.asked)


def test_every_page_that_is_opened_is_inert(
    hostile: Hostile, guarded: Guarded, base: str, own: list[str]
) -> None:
    wrong = []
    for address in hostile.opened:
        if address == "404.html" and base.startswith("file:"):
            continue  # a server shows it for any address
        guarded.page.goto(base + address)
        wrong += [f"{address}: {one}" for one in wrong_on(guarded.page, own)]
        wrong += [f"{address}: ran"] * guarded.hits
    assert wrong == []
    assert guarded.dialogs == []
    assert guarded.asked_others(base) == []


def test_every_page_there_is_parses_to_something_inert(
    hostile: Hostile, guarded: Guarded, own: list[str]
) -> None:
    pages = [path.relative_to(hostile.site).as_posix() for path in hostile.site.rglob("*.html")]
    written = sorted(one for one in pages if not one.startswith("problems/"))
    assert len(written) > 1000
    with serving(hostile.site) as base:
        guarded.page.goto(base + "problems.html")
        wrong = guarded.page.evaluate(
            f"""async ([pages, own, hosts]) => {{
              const wrong = [];
              for (const page of pages) {{
                const text = await (await fetch(page)).text();
                const parsed = new DOMParser().parseFromString(text, "text/html");
                const found = ({INSPECT})(parsed, new URL(page, location), own, hosts);
                wrong.push(...found.map((one) => `${{page}}: ${{one}}`));
              }}
              return wrong;
            }}""",
            [written, own, LINKED],
        )
    assert wrong == []


def test_search_and_definitions_show_payloads_as_text(
    guarded: Guarded, base: str, own: list[str]
) -> None:
    page = guarded.page
    page.goto(base + "guides/stub-0.html")
    for link in page.locator("a.kb-reference").all():
        link.dispatch_event("pointerover", {"pointerType": "mouse"})
        expect(page.locator(".kb-popup")).to_be_visible()
        assert wrong_on(page, own) == []
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    for text in ASKED_FOR:
        page.locator(".md-search__input").fill(text)
        expect(page.locator(".kb-found__typed")).to_have_text(text)
        assert wrong_on(page, own) == []
    assert guarded.hits == 0
    assert guarded.dialogs == []
    assert guarded.asked_others(base) == []
