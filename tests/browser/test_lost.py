"""The page for addresses that lead nowhere, at any depth, on any host, and from a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import PatientServer, QuietHandler, build

ENTRY, STEP = "glossary/linked-service.html", "#check-node?factory-name=adf-prod"
RUNBOOK = "runbooks/ir-node-offline.html"


@contextmanager
def hosting(site: Path, below: str) -> Iterator[tuple[str, list[str]]]:
    """A site below a path of a host that shows 404.html for all else; and what was not found."""
    missing: list[str] = []
    files = {f"{below}{path.relative_to(site).as_posix()}" for path in site.rglob("*.*")}

    class Handler(QuietHandler):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(site))

        def do_GET(self) -> None:  # noqa: N802 - the server's own name
            path = self.path.partition("?")[0]
            if path in files:
                self.path = "/" + self.path.removeprefix(below)
                super().do_GET()
                return
            missing.append(path)
            content = (site / "404.html").read_bytes()
            self.send_response(HTTPStatus.NOT_FOUND)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_HEAD(self) -> None:  # noqa: N802 - the server's own name
            if self.path in files:
                self.path = "/" + self.path.removeprefix(below)
                super().do_HEAD()
            else:
                self.send_error(HTTPStatus.NOT_FOUND)

    server = PatientServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{below}", missing
    server.shutdown()


@pytest.fixture(scope="module", params=["/", "/sub/path/", "/guides/"])
def host(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    with hosting(site, request.param) as (address, _):
        yield address


@pytest.fixture(scope="module", params=["server", "folder"])
def lost(request: pytest.FixtureRequest, site: Path) -> Iterator[tuple[str, str]]:
    """The site's address, and what stands before an address that leads nowhere."""
    if request.param == "folder":
        yield f"{site.as_uri()}/", f"{site.as_uri()}/404.html#"
        return
    with hosting(site, "/sub/path/") as (address, _):
        yield address, address


@pytest.fixture
def fresh(chromium: Browser) -> Iterator[Page]:
    """A page. Its console is not looked at: the address that was asked for is an error there."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    yield page
    context.close()


def offered(page: Page) -> list[str]:
    """Where the links lead that the page offers."""
    expect(page.locator(".kb-lost__likely")).to_be_visible()
    found: list[str] = page.eval_on_selector_all(
        ".kb-lost__likely a", "all => all.map(one => one.href)"
    )
    return found


@pytest.mark.parametrize(
    "slip",
    [
        "glossary/linked-service",
        "glossary/linked-service/",
        "glossary/linked-service.htm",
        "glossary/linked-service.html/",
        "glossary/linked-service.html).",
        "glossary/Linked-Service.HTML",
        "GLOSSARY/linked-service.html",
        "glossary//linked-service.html",
        "glossary/linked-service/index.html",
    ],
)
def test_a_simple_slip_is_mended_and_what_is_behind_the_address_kept(
    fresh: Page, lost: tuple[str, str], slip: str
) -> None:
    root, before = lost
    fresh.goto(f"{before}{slip}?utm=mail#security")
    fresh.wait_for_url(f"{root}{ENTRY}?utm=mail#security")
    assert fresh.inner_text("article h1") == "Linked service"


@pytest.mark.parametrize("address", ["guides", "guides/", "commands", "go/linked-service"])
def test_pages_of_every_kind_are_mended(fresh: Page, lost: tuple[str, str], address: str) -> None:
    root, before = lost
    page = {"guides": "guides/index.html", "commands": "commands.html"}
    fresh.goto(before + address)
    fresh.wait_for_url(root + page.get(address.rstrip("/"), ENTRY))


def test_values_reach_the_commands_of_the_page_that_was_meant(
    fresh: Page, lost: tuple[str, str]
) -> None:
    root, before = lost
    for written in (STEP, STEP.replace("?", "%3F"), STEP.replace("#", "%23").replace("?", "%3F")):
        fresh.goto("about:blank")
        fresh.goto(f"{before}runbooks/IR-node-offline{written}")
        fresh.wait_for_url(f"{root}{RUNBOOK}#check-node")
        assert fresh.input_value("[data-name=factory-name] input") == "adf-prod"


def test_an_encoded_question_mark_is_one(fresh: Page, lost: tuple[str, str]) -> None:
    root, before = lost
    fresh.goto(f"{before}{ENTRY}%3Futm=mail#security")
    fresh.wait_for_url(f"{root}{ENTRY}?utm=mail#security")
    fresh.goto(f"{before}glossary/linked-service?utm=%23a%3Fb#security")
    fresh.wait_for_url(f"{root}{ENTRY}?utm=%23a%3Fb#security")


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("glossary/linked-servce.html", ENTRY),
        ("glosary/linked-service.html", ENTRY),
        ("linked-service.html", ENTRY),
        ("glossary/ir-node-offline.html", RUNBOOK),
        ("glossary/deep/er/linked-servce.html", ENTRY),
        ("runbooks/self-hosted-node-is-ofline", RUNBOOK),
    ],
)
def test_the_likely_page_is_offered_first_with_fragment_and_values(
    fresh: Page, lost: tuple[str, str], asked: str, first: str
) -> None:
    root, before = lost
    fresh.goto(f"{before}{asked}{STEP}")
    assert offered(fresh)[0] == f"{root}{first}{STEP}"
    assert fresh.inner_text(".kb-lost__told") == f"There is no page {asked}."
    fresh.locator(".kb-lost__likely a").first.click()
    fresh.wait_for_url(f"{root}{first}**")


@pytest.mark.parametrize(
    "asked", ["glossary/deep/zzqq.html", "zzqq", "runbooks/zzqq/", "glosary/x/y"]
)
def test_the_page_finds_its_site_wherever_that_is(fresh: Page, host: str, asked: str) -> None:
    answer = fresh.goto(host + asked)
    assert answer is not None
    assert answer.status == HTTPStatus.NOT_FOUND
    assert fresh.evaluate("document.baseURI") == host
    assert (
        fresh.evaluate("getComputedStyle(document.querySelector('.md-header')).position")
        == "sticky"
    )
    for name, page in (("A to Z", "a-z"), ("Runbooks", "runbooks")):
        link = fresh.locator(".kb-lost").get_by_role("link", name=name)
        assert link.evaluate("link => link.href") == f"{host}{page}.html"
    fresh.locator(".kb-home__button").click()
    fresh.keyboard.type("linked servce")
    best = fresh.locator(".md-search-result__link").first
    expect(best).to_contain_text("Linked service")
    assert str(best.evaluate("link => link.href")).startswith(f"{host}{ENTRY}")


def test_the_search_box_works_beside_the_search_for_the_address(
    fresh: Page, lost: tuple[str, str]
) -> None:
    root, before = lost
    fresh.goto(f"{before}glossary/linked-servce.html")
    fresh.keyboard.press("s")
    fresh.keyboard.type("shir offline")
    best = fresh.locator(".md-search-result__link").first
    expect(best).to_contain_text("offline")
    assert str(best.evaluate("link => link.href")).startswith(f"{root}{RUNBOOK}")
    assert offered(fresh)[0] == root + ENTRY


@pytest.mark.parametrize(
    "asked",
    [
        "glossary/<img src=x onerror=alert(1)>.html",
        "glossary/%3Cimg%20src=x%20onerror=alert(1)%3E.html#<img src=x onerror=alert(2)>",
        "javascript:alert(1)",
        "glossary/javascript:alert(1)//linked-servce.html",
        "glossary/\"'><script>alert(1)</script>linked-servce.html?a=\"'><b>#\"'><b>",
        "glossary/%E0%A4%A.html",
        "constructor",
        "glossary/__proto__.html",
    ],
)
def test_nothing_of_the_address_becomes_html(
    fresh: Page, lost: tuple[str, str], asked: str
) -> None:
    root, before = lost
    fresh.goto(before + asked)
    expect(fresh.locator(".kb-lost__told code")).not_to_be_empty()
    fresh.wait_for_timeout(300)
    assert fresh.locator(".kb-lost :is(img, script, b)").count() == 0
    assert fresh.evaluate("document.baseURI") == root
    for link in fresh.locator(".kb-lost a").all():
        assert str(link.evaluate("link => link.href")).startswith(root)


def test_a_search_without_an_answer_is_told(fresh: Page, lost: tuple[str, str]) -> None:
    fresh.goto(f"{lost[1]}glossary/zzqq.html")
    told = fresh.locator(".kb-lost__told")
    expect(told).to_have_text(
        "There is no page glossary/zzqq.html, and search finds nothing for it."
    )
    assert fresh.locator(".kb-lost__likely").is_hidden()


def test_a_host_in_the_path_is_not_asked(fresh: Page, site: Path) -> None:
    left: list[str] = []
    fresh.on("request", lambda request: left.append(request.url))
    with hosting(site, "/") as (address, _):
        fresh.goto(f"{address}/other.example/glossary/linked-servce.html")
        assert offered(fresh)[0] == f"{address}{ENTRY}"
        assert [url for url in left if not url.startswith(address)] == []


def test_the_page_alone_offers_the_ways_in_and_nothing_else(
    fresh: Page, lost: tuple[str, str]
) -> None:
    root, _ = lost
    fresh.goto(f"{root}404.html")
    fresh.wait_for_timeout(300)
    assert fresh.url == f"{root}404.html"
    assert fresh.inner_text(".kb-lost__told") == "There is no page at this address."
    assert fresh.locator(".kb-lost__likely").is_hidden()


def test_nothing_else_is_missing(fresh: Page, site: Path) -> None:
    with hosting(site, "/sub/path/") as (address, missing):
        fresh.goto(f"{address}linked-servce.html", wait_until="networkidle")
        assert missing == ["/sub/path/linked-servce.html"]


def test_a_site_that_knows_its_address_asks_for_nothing_elsewhere(
    fresh: Page, tmp_path: Path
) -> None:
    build(tmp_path / "site", KB_SITE_URL="https://kb.example/sub/path/")
    with hosting(tmp_path / "site", "/sub/path/") as (address, missing):
        fresh.goto(f"{address}glossary/deep/linked-servce.html", wait_until="networkidle")
        assert missing == ["/sub/path/glossary/deep/linked-servce.html"]
    with hosting(tmp_path / "site", "/moved/") as (address, _):
        fresh.goto(f"{address}glossary/deep/linked-servce.html")
        assert offered(fresh)[0] == address + ENTRY


def test_a_page_that_the_host_lost_is_no_endless_way(fresh: Page, site: Path) -> None:
    asked: list[str] = []

    def lose(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(path=site / "404.html", status=HTTPStatus.NOT_FOUND)

    with hosting(site, "/") as (address, _):
        fresh.route(f"**/{RUNBOOK}*", lose)
        fresh.goto(f"{address}{RUNBOOK}")
        expect(fresh.locator(".kb-lost__told")).to_contain_text(RUNBOOK)
        fresh.wait_for_timeout(300)
        assert asked == [f"{address}{RUNBOOK}"]
