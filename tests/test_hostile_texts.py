"""Texts that were once more than text: to the frame around pages, to the theme, to the clock."""

import time
from pathlib import Path

import pytest

from .project import DRAFT, base_project, kb, validate, write
from .test_build import small_project

TITLES = (
    "kb-hole-nosuch",
    "kb-hole-title",
    "<script>hit()</script>",
    "'><svg onload=hit()>",
)


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_only_a_title(title: str, tmp_path: Path) -> None:
    root = small_project(tmp_path)
    front = f'---\ntitle: "{title}"\ndescription: "{title}"\n---\n\n# One\n\n## Two\n'
    write(root, "content/guides/in-nav.md", front)
    write(root, "content/guides/other.md", front)
    write(
        root,
        "glossary/analytics/dataset.yaml",
        DRAFT.replace("title: Dataset", f'title: "{title}"'),
    )
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("nav:\n  - index.md\n  - guides/in-nav.md\n")
    assert kb("build", "--project", root).status == 0
    shown = title.replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#x27;")
    for page in ("guides/in-nav.html", "guides/other.html", "glossary/dataset.html", "a-z.html"):
        html = (root / "site" / page).read_text(encoding="utf-8")
        assert "<script>hit" not in html
        assert "<svg onload" not in html
        assert shown in html or shown.replace("x27", "39") in html


@pytest.mark.parametrize("written", ["__config", '"onclick="hit()', "'onclick='hit()"])
def test_a_heading_cannot_take_an_id_of_the_theme(written: str, tmp_path: Path) -> None:
    root = small_project(tmp_path)
    front = "---\ntitle: A\ndescription: A\n---\n\n"
    write(root, "content/guides/a.md", f"{front}# {written}\n\n## __config\n")
    assert kb("build", "--project", root).status == 0
    html = (root / "site/guides/a.html").read_text(encoding="utf-8")
    assert html.count('id="__config"') == 1
    assert '"onclick="' not in html
    write(root, "content/guides/a.md", f"{front}# A {{#{written}}}\n")
    assert f"KB215 {{#{written}}} is no id for a heading." in validate(root).out


@pytest.mark.parametrize(
    "repeated",
    ["![", "<a ", "<a:", "[a](", "[@", "[[", "](", "<!--", "<!--\n  ", "`"],
)
def test_a_long_text_is_checked_in_seconds(repeated: str, tmp_path: Path) -> None:
    root = base_project(tmp_path)
    text = repeated * (200_000 // len(repeated))
    write(root, "glossary/analytics/dataset.yaml", f"{DRAFT}cost: |2\n  {text}\n")
    began = time.process_time()
    validate(root)
    assert time.process_time() - began < 10
