"""The form that fills a page's commands."""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup as Html
from markupsafe import escape

from generator.command import parse
from generator.kinds.entry.embedded import candidates
from generator.kinds.entry.model import Command
from generator.knowledge_base import KnowledgeBase
from generator.page import Links
from generator.parameter import Parameter
from generator.prose import plain


def fields(base: KnowledgeBase, names: Iterable[str], links: Links) -> list[Html]:
    """A field for each parameter, with a link to the command that lists values for it."""
    return [_field(base.parameter(name), _listed_by(base, name, links)) for name in names]


def _listed_by(base: KnowledgeBase, name: str, links: Links) -> str:
    found = base.derived(candidates).get(name)
    return links.href(found.file.address, found.command.anchor) if found else ""


@lru_cache(maxsize=1024)  # most pages ask for the same few
def _field(parameter: Parameter, listed_by: str) -> Html:
    name, label = escape(parameter.id), escape(parameter.label)
    allowed = escape(plain(parameter.allowed))
    begin = (
        f'<div class="kb-fill__field" data-name="{name}" '
        f'data-pattern="{escape(parameter.pattern)}" data-allowed="{allowed}"'
    )
    if parameter.secret:
        return Html(  # noqa: S704 - every part is escaped
            f'{begin} data-secret><span class="kb-fill__label">{label}</span> '
            '<span class="kb-fill__secret">Secret: set it in the shell, never here.</span>'
            '<span class="kb-fill__why" hidden></span></div>'
        )
    listing = ""
    if listed_by:
        listing = (
            f' <a class="kb-fill__list" href="{escape(listed_by)}" '
            f'aria-label="List values for {label}">list</a>'
        )
    return Html(  # noqa: S704 - every part is escaped
        f'{begin}><label class="kb-fill__label" for="kb-value-{name}">{label}</label>{listing}'
        f'<input id="kb-value-{name}" type="text" placeholder="{escape(parameter.example)}" '
        f'title="{allowed}" spellcheck="false" autocapitalize="off" '
        f'aria-describedby="kb-why-{name}">'
        f'<span class="kb-fill__why" id="kb-why-{name}" role="status"></span></div>'
    )


def placeholders(commands: Iterable[Command]) -> list[str]:
    """The parameters that commands take, each once, those used most first."""
    uses: dict[str, int] = {}
    for command in commands:
        for name in parse(command.run.strip()).placeholders:
            uses[name] = uses.get(name, 0) + 1
    return sorted(uses, key=lambda name: -uses[name])
