"""Diagrams: a picture in the page, the same in words below it, in search and in the terminal."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.diagram import draw, faults, words

from .project import DRAFT, NONE_RECORDED, base_project, kb, validate, write
from .test_build import small_project

SOURCE = """flowchart LR
  accTitle: From store to activity
  accDescr {
    A dataset names the zyxstore.
    An activity reads through it.
  }
  A[(Store)] -->|read & kept| B[Dataset <here>]
  B --> C[An activity]
"""
FENCED = "```mermaid\n" + SOURCE + "```\n"
KINDS = (
    *("flowchart TD\nA --> B", "sequenceDiagram\nA->>B: hi", "stateDiagram-v2\n[*] --> A"),
    *(
        "classDiagram\nA <|-- B\n<<interface>> A",
        "erDiagram\nA ||--o{ B : has",
        "mindmap\n  a\n    b",
    ),
    *("timeline\n2020 : a", "gantt\ndateFormat YYYY-MM-DD\nA :a1, 2024-01-01, 3d", 'pie\n"a" : 3'),
    *("gitGraph\n  commit", "flowchart TD\nA[click me] --> B[link: x] --> C[style guide]"),
)
"""Diagrams to which nobody may object."""
LINE = "\n"


def indented(text: str) -> str:
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


def entry(root: Path, section: str) -> None:
    write(root, "glossary/analytics/dataset.yaml", f"{DRAFT}architecture: |\n{indented(section)}")


def test_a_diagram_is_a_picture_for_wide_and_narrow_pages_above_its_words(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    entry(root, f"It has parts.\n\n{FENCED}\nAnd more.\n")
    assert kb("build", "--project", root).status == 0
    html = (root / "site/glossary/dataset.html").read_text(encoding="utf-8")
    figure = html[html.index('<figure class="kb-diagram">') : html.index("</figure>")]
    assert figure.count("<svg") == 2
    assert figure.count('role="img" aria-label="From store to activity"') == 2
    assert "Dataset &lt;here&gt;" in figure
    assert "read &amp; kept" in figure
    assert figure.endswith(
        "<figcaption>From store to activity</figcaption>\n"
        '<details class="kb-fold"><summary>In words</summary>\n'
        "<p>A dataset names the zyxstore.</p>\n<p>An activity reads through it.</p>\n</details>\n"
    )
    assert "accTitle" not in html


def test_runbooks_and_guides_have_diagrams_too(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    runbook = next((root / "content/runbooks").glob("*.md"))
    text = runbook.read_text(encoding="utf-8")
    first = re.search(r"^## .*\n", text, re.MULTILINE)
    assert first is not None
    text = f"{text[: first.end()]}\nIt looks like this.\n\n{FENCED}\n{text[first.end() :]}"
    runbook.write_text(text, encoding="utf-8")
    guide = f"---\ntitle: G\ndescription: G\n---\n\n# G\n\n- In a list:\n\n{indented(FENCED)}"
    write(root, "content/guides/g.md", guide)
    assert kb("build", "--project", root).status == 0
    for page in (f"runbooks/{runbook.stem}.html", "guides/g.html"):
        html = (root / "site" / page).read_text(encoding="utf-8")
        assert html.count('<figure class="kb-diagram">') == 1, page


def test_the_words_of_a_diagram_are_found_and_shown_in_the_terminal(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    entry(root, f"It has parts.\n\n{FENCED}")
    shown = kb("show", "dataset", "--project", root).out
    assert "A dataset names the zyxstore." in shown
    assert "-->" not in shown
    found = kb("search", "zyxstore", "--project", root).out
    assert "dataset" in found
    assert "-->" not in found
    assert "accDescr" not in kb("search", "accDescr", "--project", root).out


def test_what_anybody_draws_is_accepted(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    said = "\naccTitle: T\naccDescr: D\n"
    drawn = [f"```mermaid\n{kind.replace(LINE, said, 1)}\n```\n" for kind in KINDS]
    entry(root, LINE.join(drawn))
    assert validate(root).out == f"3 entries and 1 runbook, no problems.{NONE_RECORDED}"


def test_code_of_another_language_stays_code(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    entry(root, "```Mermaid\nno diagram\n```\n\n```mermaids\nno diagram\n```\n")
    assert validate(root).status == 0


def test_a_diagram_too_large_to_read_is_told_at_once(tmp_path: Path) -> None:
    root = base_project(tmp_path)
    lines = "\n".join(f"a{number} --> a{number + 1}" for number in range(401))
    entry(root, f"```mermaid\nflowchart TD\naccTitle: T\naccDescr: D\n{lines}\n```")
    assert validate(root).out.startswith(
        "glossary/analytics/dataset.yaml:11:3: KB219 the diagram is not shown as it is written: "
        "it is too large. Draw two, each of one matter.\n"
    )


LABELS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40) | st.lists(
    st.sampled_from([*"<>&\"'`#;[](){}|%@:/=-\n ", "script", "onload=", "url(", "https://", "br"]),
    max_size=25,
).map("".join)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(label=LABELS)
@example(label="<script>hit()</script>")
@example(label='x"]\n click A "javascript:hit()"')
@example(label="</text></svg><img src=x onerror=hit()>")
def test_whatever_stands_in_a_label_the_picture_holds_only_shapes_and_text(label: str) -> None:
    source = f'flowchart LR\naccTitle: {label}\naccDescr: {label}\nA["{label}"] -->|"{label}"| B\n'
    drawn = draw(source)
    if drawn is None:
        assert [*faults(source)]
        return
    figure = ET.fromstring(drawn)  # noqa: S314 - our own
    for element in figure.iter():
        assert element.tag.rpartition("}")[2] in (
            *("figure", "div", "figcaption", "details", "summary", "p", "svg", "g", "path", "rect"),
            *("text", "tspan"),
        )
        assert not [name for name in element.attrib if name.startswith("on") or "href" in name]


@given(title=st.text(st.sampled_from("ab :{}%"), min_size=1).map(str.strip).filter(bool))
def test_the_words_are_what_their_author_wrote(title: str) -> None:
    assert words(f"flowchart LR\n accTitle: {title}\n accDescr: {title}\n") == (
        title,
        " ".join(title.split()),
    )
