"""The pages of the codes that `kb validate` gives, made from the rules themselves."""

from collections.abc import Iterable

from jinja2 import Environment

from generator.knowledge_base import KnowledgeBase
from generator.overviews.overview import Overview
from generator.page import Heading, Links, Page, summary, template
from generator.problem import RULES

CHAPTERS = {
    "KB1": "Files",
    "KB2": "What one entry holds",
    "KB3": "Command lines",
    "KB4": "Between files",
    "KB5": "Runbooks, parameters and links",
}

ADDRESS = "problems.html"


def address_of(code: str) -> str:
    """The page of a code."""
    return f"problems/{code.lower()}.html"


def _pages(base: KnowledgeBase) -> Iterable[Page]:
    """The list of all codes, and a page for each."""

    def render(templates: Environment) -> str:
        return template(templates, "problems").render(
            chapters=[
                (start, title, [rule for rule in RULES if rule.code.startswith(start)])
                for start, title in CHAPTERS.items()
            ],
            links=Links(base, ADDRESS),
        )

    yield Page(
        address=ADDRESS,
        title="Problems",
        description=f"The {len(RULES)} codes of kb validate: what each means and how to mend it.",
        toc=tuple(Heading(title, start.lower()) for start, title in CHAPTERS.items()),
        render=render,
        of_the_tool=True,
    )
    for rule in RULES:
        address = address_of(rule.code)

        def render_rule(templates, rule=rule, address=address) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001
            return template(templates, "problem").render(rule=rule, links=Links(base, address))

        yield Page(
            address=address,
            title=f"{rule.code} {rule.name}",
            description=summary(f"{rule.code}: {rule.why}"),
            toc=(Heading("Wrong", "wrong"), Heading("Right", "right")),
            render=render_rule,
            of_the_tool=True,
        )


PROBLEMS = Overview("problems", ADDRESS, _pages, address_of)
