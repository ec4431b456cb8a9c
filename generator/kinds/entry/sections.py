"""The sections of an entry: a row each. Pages, search, `kb show` and drafts are made from it.

On another page made from it, authors read what belongs there. A section of prose needs nothing but
its row. One of parts also has a field in `model.py`, and a template of its name in
`site_overrides/kb/sections/`.
"""

from typing import NamedTuple


class Section(NamedTuple):
    """A part of an entry that has a key, and a place on the page.

    `anchor` is the end of its published address. `asked_as` are words by which people ask for what
    it says. `about` tells an author what belongs there, `draft` how a beginning of it looks.
    Sections of prose are shown by the template `prose`. What stands in the `head` of the page has
    no heading there. One that is no `heading` is shown within another section.
    """

    key: str
    title: str
    anchor: str
    about: str
    draft: str
    asked_as: str = ""
    prose: bool = False
    head: bool = False
    heading: bool = True

    @property
    def template(self) -> str:
        """The name of its template."""
        return "prose" if self.prose else self.key


def _prose(key: str, title: str, about: str, asked_as: str = "") -> Section:
    draft = f"{key}: |\n  {about}"
    return Section(key, title, key.replace("_", "-"), about, draft, asked_as, prose=True)


SECTIONS = (
    Section(
        key="aliases",
        title="Other names",
        anchor="",
        about="Other names for exactly this; one name leads to one entry.",
        draft="aliases: [Other name]",
        head=True,
        heading=False,
    ),
    Section(
        key="not_to_be_confused_with",
        title="Not the same as",
        anchor="not-the-same",
        about="An `entry` or a `term`, the `difference`, and the `consequence` of confusing them.",
        draft="""\
not_to_be_confused_with:
  - entry: other-id               # or "term:" for what has no entry
    difference: What each of the two is.
    consequence: What goes wrong when they are confused.""",
        asked_as="difference different compare versus vs",
        head=True,
    ),
    Section(
        key="symptoms",
        title="In an incident",
        anchor="in-an-incident",
        about="What an engineer sees (`error`, `alert`, `observation`), and what it means.",
        draft="""\
symptoms:
  - kind: error                   # error | alert | observation
    text: 'The message as it stands on the screen'
    meaning: What it says, and what to check first.""",
        head=True,
    ),
    _prose(
        "why_it_matters",
        "Why it matters",
        "What breaks, or what it costs, when it is misunderstood.",
        "why important",
    ),
    _prose(
        "technical_context",
        "How it works",
        "What it does inside, the fields that matter, the limits.",
    ),
    Section(
        key="where_you_see_it",
        title="Where you see it",
        anchor="where-you-see-it",
        about="A `surface` (portal, cli, incident, code, billing) and the `signal` there.",
        draft="""\
where_you_see_it:
  - surface: portal               # portal | cli | incident | code | billing
    signal: Where, and what it looks like.""",
    ),
    Section(
        key="when_relevant",
        title="When it is relevant",
        anchor="when-relevant",
        about="Situations in which a reader needs it.",
        draft="when_relevant:\n  - A situation in which a reader needs it.",
    ),
    Section(
        key="cli",
        title="Working on the command line",
        anchor="before-you-run",
        about="`why`, `use_cases`, `before_you_run`, `reading_output`.",
        draft="""\
cli:
  why: Why the command line rather than the portal.
  use_cases: [What to do with it]
  before_you_run: [What to make sure of]
  reading_output: [What a field says]""",
        asked_as="command line terminal script",
        heading=False,
    ),
    Section(
        key="commands",
        title="Commands",
        anchor="commands",
        about="Groups of commands, each with `id`, `run`, `purpose`, `effect`.",
        draft="""\
commands:
  - title: Inspect
    relation: direct              # direct | related
    commands:
      - id: show
        run: az datafactory show --resource-group <resource-group> --name <factory-name>
        purpose: What it is for.
        effect: discover          # discover; operate or destroy: with check_first and undo
        expect: What a good answer looks like.""",
    ),
    _prose("architecture", "Architecture", "Its parts, and what lies between them."),
    _prose(
        "security",
        "Security",
        "Who may do what, which secrets there are, and where they are kept.",
        "secure safe password secret credential permission role",
    ),
    _prose(
        "cost",
        "Cost",
        "What is metered, and what makes a bill grow.",
        "price pay bill billed charge expensive cheap money",
    ),
    _prose(
        "reliability",
        "Reliability",
        "What fails, what takes over, what is lost.",
        "available availability failover outage redundant",
    ),
    _prose(
        "performance",
        "Performance",
        "What makes it fast or slow, with figures.",
        "fast faster slow speed quick throughput parallel",
    ),
    _prose(
        "operations",
        "Operations",
        "What to watch, how long history is kept, what has to be done regularly.",
        "monitor watch history keep kept maintain alert",
    ),
    Section(
        key="common_mistakes",
        title="Common mistakes",
        anchor="common-mistakes",
        about="A `mistake`, and what to do `instead`.",
        draft="common_mistakes:\n  - mistake: What people do.\n    instead: What to do.",
        asked_as="wrong mistake pitfall",
    ),
    Section(
        key="case_studies",
        title="Case studies",
        anchor="case-studies",
        about="`illustrative` ones are made up; `published` ones name their `source`.",
        draft="""\
case_studies:
  - title: A short name
    kind: illustrative            # illustrative | published (needs "source: <source id>")
    scenario: |
      What happened.
    objectives: [What was to be reached]
    solution: |
      What was done.
    results: [What came of it]
    takeaway: What to remember.""",
    ),
    Section(
        key="sources",
        title="Sources",
        anchor="sources",
        about="`title`, `url` and the day each was `retrieved`.",
        draft="""\
sources:
  - id: learn
    title: 'Microsoft Learn: …'
    url: https://learn.microsoft.com/…
    retrieved: 2026-11-08         # the day you read it""",
        heading=False,
    ),
)
"""In the order of the page. A published entry has each, or says of it why it does not apply."""

BY_KEY = {section.key: section for section in SECTIONS}
PROSE = tuple(section.key for section in SECTIONS if section.prose)
