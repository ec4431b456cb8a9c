"""`python -m tests.bench.search.material_index SITE FILE`: the theme's own index of a built site.

Prints what it costs, as JSON. Reading the pages does not count: MkDocs has them in memory.
"""

import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]

from .own_peak import own_peak, own_peak_anew

FOLDERS = ("glossary", "runbooks", "guides")
"""Where the pages are that a reader searches."""
_AS_CONFIGURED = {  # what the plugin sets by itself for a site in English
    "lang": ["en"],
    "separator": r"[\s\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1e3}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}},
}
# From the heading on, as the page of a Markdown file begins: or the page would be found twice, once
# as what stands before its heading.
_ARTICLE = re.compile(r'<article class="md-content__inner.*?(<h1.*)</article>', re.DOTALL)
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
# Not text that a reader searches: forms, buttons, and definitions of other terms, shown on hover.
_ASIDE = re.compile(r'<(form|button|nav|div class="kb-definitions")(?=[\s>])')


def main(site: Path, file: Path) -> None:
    """Index the pages and write the index as the plugin does."""
    before, seconds = own_peak_anew(), 0.0
    index = SearchIndex(**_AS_CONFIGURED)
    for page in _pages(site):
        start = time.perf_counter()
        index.add_entry_from_context(page)
        seconds += time.perf_counter() - start
    start = time.perf_counter()
    file.write_text(index.generate_search_index(None), encoding="utf-8")
    seconds += time.perf_counter() - start
    figures = {"seconds": seconds, "added_mb": (own_peak() - before) / 1e6}
    sys.stdout.write(json.dumps(figures) + "\n")


def _pages(site: Path) -> Iterator[SimpleNamespace]:
    for folder in FOLDERS:
        for path in sorted((site / folder).rglob("*.html")):
            article = _ARTICLE.search(path.read_text(encoding="utf-8"))
            assert article, path
            title = _TITLE.search(article[1])
            yield SimpleNamespace(
                content=_ASIDE.sub(r"<\1 data-search-exclude", article[1]),
                title=title[1] if title else path.stem,
                url=path.relative_to(site).as_posix(),
                toc=[],  # only spares looking up anchors, which the headings have as well
                meta={},
            )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
