"""`python -m tests.bench.search.build_index PROJECT FOLDER`: what our index costs, as JSON."""

import json
import sys
import time
from pathlib import Path

from generator.project.read import read_project
from generator.project.site import search_pages, search_sources
from generator.search.shards import write_index

from .own_peak import own_peak, own_peak_anew


def main(project: Path, folder: Path) -> None:
    """Write the index twice into folders below `folder`, the second time from the cache."""
    base, problems = read_project(project)
    assert not problems, problems[0]
    before = own_peak_anew()
    seconds = []
    for name in ("first", "unchanged"):
        (folder / name).mkdir(parents=True)
        start = time.perf_counter()
        sources, pages = search_sources(project), search_pages(base)
        write_index(sources, pages, base.read_at, folder / name, folder / "cache")
        seconds.append(time.perf_counter() - start)
        if name == "first":
            after = own_peak()
    first, unchanged = seconds
    added = (after - before) / 1e6
    figures = {"seconds": first, "added_mb": added, "unchanged_seconds": unchanged}
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
