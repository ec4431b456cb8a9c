"""How much a runbook's page weighs beyond the theme, and how soon it can be used.

`python -m tests.bench.pages --report FILE` builds the project's site, serves it and opens every
runbook with a value in its link. A page can be used when the form shows that value.
"""

import argparse
import gzip
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import build, executable, serving

RUNS = 5
WEIGHT = 60_000
"""Bytes, as a server sends them compressed."""
DELAY = 200
"""Milliseconds after the load event."""
_WATCH = """
  const look = () => {
    const fields = [...document.querySelectorAll('.kb-fill input')];
    if (fields.some((one) => one.value)) globalThis.kbUsable = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
"""


class Measured(NamedTuple):
    """Bytes of the page's own HTML, styles and scripts; milliseconds from the first request."""

    name: str
    raw: int
    compressed: int
    loaded: float
    usable: float


def main() -> None:
    """Measures and writes the report; status 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path, required=True)
    report = parser.parse_args().report
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build(site)
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        with serving(site) as address:
            found = list(_measured(browser, site, address))
        version = browser.version
        browser.close()
    report.write_text(_report(found, version), encoding="utf-8")
    heavy = [one.name for one in found if one.compressed > WEIGHT]
    slow = [one.name for one in found if one.usable - one.loaded > DELAY]
    sys.exit(f"Missed: {', '.join(heavy + slow)}" if heavy or slow else 0)


def _measured(browser: Browser, site: Path, address: str) -> Iterator[Measured]:
    for path in sorted(site.glob("runbooks/*.html")):
        html = path.read_text(encoding="utf-8")
        own = html[html.index('<div class="kb-runbook"') :].partition("</article>\n            ")[0]
        files = [own.encode(), *(one.read_bytes() for one in (site / "assets/kb").glob("*.*s"))]
        raw, compressed = (sum(map(len, some)) for some in (files, map(gzip.compress, files)))
        times = [_times(browser, f"{address}runbooks/{path.name}") for _ in range(RUNS)]
        loaded, usable = (median(one[n] for one in times) for n in (0, 1))
        yield Measured(path.stem, raw, compressed, loaded, usable)


def _times(browser: Browser, address: str) -> tuple[float, float]:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(_WATCH)
    page.goto(f"{address}#x?factory-name=adf-prod")
    page.wait_for_function("globalThis.kbUsable")
    loaded, usable = page.evaluate(
        "[performance.getEntriesByType('navigation')[0].loadEventEnd, globalThis.kbUsable]"
    )
    page.wait_for_load_state("networkidle")
    context.close()
    return float(loaded), float(usable)


def _report(found: list[Measured], version: str) -> str:
    lines = [
        "# Pages of runbooks",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} with Chromium {version}, from a local server, "
        f"on 2 cores; times are medians of {RUNS} fresh loads.",
        "",
        f"Wanted: under {WEIGHT // 1000} kB beyond the theme as a server sends it (gzip), and "
        f"usable within {DELAY} ms of the load event. Beyond the theme are the runbook's own HTML "
        "and all of our styles and scripts. Usable means that the value in the link stands in its "
        "field and in the commands; a negative figure is before the load event.",
        "",
        "| runbook | uncompressed | compressed | loaded | usable after load |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {one.name} | {one.raw / 1000:.0f} kB | {one.compressed / 1000:.0f} kB "
        f"| {one.loaded:.0f} ms | {one.usable - one.loaded:+.0f} ms |"
        for one in found
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
