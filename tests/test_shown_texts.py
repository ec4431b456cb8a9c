"""What authors write is shown as they wrote it, also where it becomes an attribute."""

import json
from pathlib import Path

import pytest

from .project import kb, write
from .test_build import small_project

EVIL = "<img src=x onerror=hit()> \" onclick=hit() '"
GUIDE = f"""\
---
title: Texts
description: All of them.
---

# Texts

A line with [[linked-service|{EVIL}]] and \\*more.

| a |
|---|
| [[linked-service\\|{EVIL}]] |

See [there](https://example.org/?a="onclick=hit() 'a " onclick=hit() <b>').

![{EVIL}](x.png)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with texts that would be markup, in an entry, a runbook and a guide."""
    root = small_project(tmp_path_factory.mktemp("texts"))
    write(root, "content/guides/texts.md", GUIDE)
    write(root, "content/guides/x.png", b"")
    for path, before, after in (
        (
            "glossary/analytics/pipeline.yaml",
            "Each run of an activity is billed.",
            f"Each [[linked-service|{EVIL}]] run of an activity is billed.",
        ),
        (
            "glossary/analytics/pipeline.yaml",
            "purpose: Delete one pipeline.",
            'purpose: Delete `<img src=x onerror=hit()> " onclick=hit()`.',
        ),
        (
            "glossary/analytics/pipeline.yaml",
            "title: 'Microsoft Learn: Pipelines and activities'",
            f"title: {json.dumps(EVIL)}",
        ),
        (
            "content/runbooks/run-failed.md",
            "of a [[pipeline]]",
            f"of a [[pipeline|{EVIL}]]",
        ),
    ):
        text = (root / path).read_text(encoding="utf-8")
        assert before in text
        write(root, path, text.replace(before, after))
    kb("verify", "--project", root)
    done = kb("build", "--project", root)
    assert done.status == 0, done.out + done.err
    return root / "site"


@pytest.mark.parametrize(
    ("page", "times"),
    [("guides/texts.html", 2), ("glossary/pipeline.html", 2), ("runbooks/run-failed.html", 1)],
)
def test_the_text_of_a_reference_is_text(site: Path, page: str, times: int) -> None:
    html = (site / page).read_text(encoding="utf-8")
    shown = ">&lt;img src=x onerror=hit()&gt; &#34; onclick=hit() &#39;</a>"
    assert html.count(shown) == times
    assert "<img src=x" not in html


def test_a_quote_ends_no_attribute(site: Path) -> None:
    guide = (site / "guides/texts.html").read_text(encoding="utf-8")
    assert ' alt="&lt;img src=x onerror=hit()&gt; &quot; onclick=hit() ' in guide
    entry = (site / "glossary/pipeline.html").read_text(encoding="utf-8")
    assert 'title="&lt;img src=x onerror=hit()&gt; &#34; onclick=hit() &#39;">[1]' in entry
    label = "Delete &lt;img src=x onerror=hit()&gt; &#34; onclick=hit()."
    other = label.replace("&#34;", "&quot;")
    assert f'aria-label="{label}"' in entry or f'aria-label="{other}"' in entry
    assert f'aria-label="Copy: {label}"' in entry or f'aria-label="Copy: {other}"' in entry
