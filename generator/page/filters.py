"""The HTML of the parts that stand on a page dozens of times.

They are filters and not macros of the templates: calling a macro takes ten times as long.
"""

from collections.abc import Iterable

from jinja2 import Environment
from markupsafe import Markup as Html
from markupsafe import escape

from generator.page.command_block import (
    command_block,
    command_line,
    effect,
    effect_mark,
    embedded_command,
    tool,
)
from generator.page.links import Links
from generator.prose import plain


def install(env: Environment) -> None:
    """Makes the filters known to the templates."""
    env.filters.update(
        block=_block,
        command_block=command_block,
        command_line=command_line,
        effect=effect,
        effect_mark=effect_mark,
        embedded_command=embedded_command,
        heading=_heading,
        items=_items,
        line=_line,
        page_block=_page_block,
        plain=plain,
        references=_references,
        tool=tool,
    )


def _line(text: str, links: Links) -> Html:
    return links.line(text)


def _block(text: str, links: Links) -> Html:
    return links.block(text)


def _page_block(text: str, links: Links) -> Html:
    return links.block(text, tables=True)


def _items(texts: Iterable[str], links: Links) -> Html:
    rows = "".join(f"<li>{links.line(text)}</li>\n" for text in texts)
    return Html(f"<ul>\n{rows}</ul>")  # noqa: S704 - lines are escaped


def _references(ids: Iterable[str], links: Links) -> Html:
    shown = (links.reference(entry.id) for entry in links.entries(ids))
    return Html(", ".join(shown))  # noqa: S704 - references are escaped


def _heading(title: str, level: int, anchor: str) -> Html:
    name, to = escape(title), escape(anchor)
    return Html(  # noqa: S704 - escaped above
        f'<h{level} id="{to}">{name}<a class="headerlink" href="#{to}" '
        f'aria-label="Link to: {name}">&para;</a></h{level}>'
    )
