"""The forms of text that an author can write, each with what joins payloads in it."""

from typing import NamedTuple


class Form(NamedTuple):
    """A form of text: how long one may be, and what joins several payloads in it.

    In Markdown files a payload stands where `§` is in `around`, on one line unless that is all.
    """

    name: str
    length: int
    between: str
    around: str = "§"


TITLE = Form("title", 74, " ")  # leaves room for a number, which makes each its own
PLAIN = Form("plain", 500, " ")
DEFINITION = Form("definition", 300, " ")
EXAMPLE = Form("example", 300, " ")
LINE = Form("line", 1500, " ; ")
PROSE = Form("prose", 4000, "\n\n")
RUN = Form("run", 1500, " ")
YAML = (TITLE, PLAIN, DEFINITION, EXAMPLE, LINE, PROSE, RUN)
STEP_TITLE = Form("step title", 200, " ")
RUNBOOK = Form("runbook", 4000, "\n\n")
GUIDE = tuple(
    Form(f"guide {name}", 1200, "\n\n", around)
    for name, around in {
        "paragraph": "§",
        "heading": "## §",
        "heading's id": "## x {#§}",
        "list": "- §\n- x\n\n> §",
        "table": "| § | b |\n| --- | :-: |\n| § | § |",
        "code": "~~~ §\n§\n~~~",
        "admonition": '!!! note "§"\n    §',
        "class": "!!! note §\n    x",
        "footnote": "x[^§]\n\n[^§]: §",
        "link": '[§](https://evil.example/ "§")',
        "picture": '![§](../guides/x.png "§")',
        "definition": "[§]: https://evil.example/ '§'\n\n[§]",
        "reference": "[[pipeline|§]]",
        "diagram": "```mermaid\nflowchart TD\naccTitle: §\naccDescr: §\nA --> B\n```",
        "label": '```mermaid\nflowchart TD\naccTitle: x\naccDescr: x\nA["§"] -->|"§"| B\n```',
        "message": "```mermaid\nsequenceDiagram\naccTitle: x\naccDescr: x\nA->>B: §\n```",
    }.items()
)
MARKDOWN = (RUNBOOK, *GUIDE)
FORMS = (*YAML, STEP_TITLE, *MARKDOWN)
