"""Rules for what one entry holds: KB201 to KB299."""

from generator.problem.rule import Rule

UNKNOWN_KEY = Rule(
    code="KB201",
    name="unknown-key",
    what='the key "{key}" is not known here.',
    mend="{mend}",
    why="A key that nothing reads would be lost: its text would never reach the site.",
    bad="definiton: The compute that moves data.",
    good="definition: The compute that moves data.",
)
MISSING_KEY = Rule(
    code="KB202",
    name="missing-key",
    what='the key "{key}" is missing.',
    mend="Add it.",
    why="The site cannot place or show an entry without it.",
    bad="id: dataset\n# no title",
    good="id: dataset\ntitle: Dataset",
)
WRONG_TYPE = Rule(
    code="KB203",
    name="wrong-type",
    what="{expected} is expected, {found} is found.",
    mend="{mend}",
    why="YAML decides by the look of a value what it is: `8060` is a number, `true` a yes-or-no "
    "value, an empty value is nothing. A key says which of these it takes.",
    bad="aliases: 8060",
    good='aliases: ["8060"]',
)
NOT_A_CHOICE = Rule(
    code="KB204",
    name="not-a-choice",
    what='"{value}" is not one of {choices}.',
    mend="{mend}",
    why="The site filters, counts and colors by these words; another word would belong to no group.",
    bad="difficulty: medium",
    good="difficulty: intermediate",
)
TOO_LONG = Rule(
    code="KB205",
    name="too-long",
    what="the text has {length} characters; at most {limit} fit.",
    mend="Shorten it; details belong into the sections.",
    why="Definitions stand in pop-ups, search results and link previews, titles in breadcrumbs. "
    "Longer ones are cut off there.",
    bad="definition: The compute … (412 characters)",
    good="definition: The compute that a factory uses to move data and to dispatch activities.",
)
EMPTY_TEXT = Rule(
    code="KB206",
    name="empty-text",
    what="{expected} is empty.",
    mend="Fill it, or delete the key.",
    why="An empty text or list shows as a heading with nothing below.",
    bad='security: ""',
    good="security: Nodes encrypt stored credentials with DPAPI.",
)
WRONG_ID = Rule(
    code="KB207",
    name="wrong-id",
    what='"{value}" is no id.',
    mend="{mend}",
    why="Ids become file names, addresses and anchors that stay for years: at most 80 lower-case "
    "letters a to z, digits and single hyphens, beginning with a letter.",
    bad="id: Integration_Runtime",
    good="id: integration-runtime",
)
WRONG_DAY = Rule(
    code="KB208",
    name="wrong-day",
    what='"{value}" is no day.',
    mend="Write year-month-day, such as 2026-11-08.",
    why="`3/4/2026` is a different day in London and in New York.",
    bad="retrieved: 3/4/2026",
    good="retrieved: 2026-04-03",
)
WRONG_ADDRESS = Rule(
    code="KB209",
    name="wrong-address",
    what='"{value}" is no web address to link to.',
    mend="Write it in full, beginning with https://.",
    why="Readers follow sources. Only `https://` and `http://` addresses with a host are linked, so that a "
    "link can never run a script.",
    bad="url: learn.microsoft.com/azure/data-factory",
    good="url: https://learn.microsoft.com/azure/data-factory/",
)
INCOMPLETE = Rule(
    code="KB210",
    name="incomplete",
    what='the entry is published and has no "{section}".',
    mend='Write the section, say under "not_applicable" why there is none, or set "status: draft".',
    why="A reader may rely on a published entry: every section is there, or the entry says why "
    "it does not apply.",
    bad="status: published\n# no cost",
    good="status: published\nnot_applicable:\n  cost: A dataset is a JSON definition; it is not billed.",
)
BOTH = Rule(
    code="KB211",
    name="there-and-not-applicable",
    what='"{section}" is there and also "not_applicable".',
    mend="Keep one of the two.",
    why="The page would contradict itself.",
    bad="cost: The nodes are billed by the hour.\nnot_applicable:\n  cost: It is free.",
    good="cost: The nodes are billed by the hour.",
)
ONE_OF_TWO = Rule(
    code="KB212",
    name="one-of-two",
    what="{what}",
    mend="{mend}",
    why="Some keys depend on another: a command that changes something names its undo or says "
    "why it is irreversible; a published case study names its source; a confusion names an entry "
    "or a term.",
    bad="- id: stop\n  run: az datafactory trigger stop\n  purpose: Stop a trigger.\n  effect: operate",
    good="- id: stop\n  run: az datafactory trigger stop\n  purpose: Stop a trigger.\n"
    "  effect: operate\n  undo: Start the trigger again.",
)
REPEATED = Rule(
    code="KB213",
    name="repeated",
    what='"{value}" stands twice in "{key}".',
    mend="Delete one.",
    why="Ids of commands and sources are addresses within the page, so each can stand once; a name said twice "
    "says nothing more.",
    bad="aliases: [IR, IR]",
    good="aliases: [IR]",
)
UNKNOWN_SOURCE = Rule(
    code="KB214",
    name="unknown-source",
    what='no source here has the id "{value}".',
    mend="{mend}",
    why="A citation leads the reader to the source it names, at the foot of the same page.",
    bad="cost: Billed by the hour [@prices].\nsources: []",
    good="cost: Billed by the hour [@prices].\nsources:\n  - id: prices\n    title: Data Factory pricing\n"
    "    url: https://azure.microsoft.com/pricing/details/data-factory/\n    retrieved: 2026-11-08",
)
MARKUP = Rule(
    code="KB215",
    name="markup",
    what="{what}",
    mend="{mend}",
    why="Prose is CommonMark with tables and footnotes. HTML is never passed on, and the headings of "
    "the first two levels belong to the page, whose order readers know.",
    bad="security: |\n  ## Keys\n  Rotate them.",
    good="security: |\n  ### Keys\n  Rotate them.",
)
FUTURE_DAY = Rule(
    code="KB216",
    name="future-day",
    what="{value} is still to come.",
    mend="Write the day it was read or done.",
    why="The page tells readers how old its knowledge is; a day in the future makes it look newer "
    "than it is.",
    bad="retrieved: 2062-11-08",
    good="retrieved: 2026-11-08",
)
WRONG_PATTERN = Rule(
    code="KB217",
    name="wrong-pattern",
    what='the pattern breaks at "{excerpt}": {what}.',
    mend="Write literal signs, classes such as [a-z0-9-], (?:a|b), and the quantifiers ?, *, + and {{m,n}}.",
    why="The same pattern is read by a browser and by Python, on values that come from a link. The few signs "
    "that a pattern may hold mean the same to both, and none of them can keep a page busy.",
    bad='pattern: "\\\\w{3,24}"',
    good='pattern: "[A-Za-z0-9_]{3,24}"',
)
IMAGE_WITHOUT_TEXT = Rule(
    code="KB218",
    name="image-without-text",
    what='the image "{value}" has no text in its place.',
    mend="Say between the square brackets what it shows.",
    why="A screen reader says the text, search finds it, and it stands there when the image does not load.",
    bad="architecture: |\n  ![](../../content/images/runtimes.png)",
    good="architecture: |\n  ![Two nodes in the data center, one gateway](../../content/images/runtimes.png)",
)
DIAGRAM = Rule(
    code="KB219",
    name="diagram",
    what="the diagram is not shown as it is written: {what}",
    mend="{mend}",
    why="A diagram is drawn when the site is built, for wide and narrow pages, by day and by night. What cannot be "
    "drawn, and what would be lost without a word, is told instead.",
    bad="architecture: |\n  ```mermaid\n  flowchart LR\n    accTitle: From trigger to run\n"
    "    accDescr: A trigger starts a run.\n    T[Trigger] --> R[Run\n  ```",
    good="architecture: |\n  ```mermaid\n  flowchart LR\n    accTitle: From trigger to run\n"
    "    accDescr: A trigger starts a run.\n    T[Trigger] --> R[Run]\n  ```",
)
DIAGRAM_WITHOUT_TEXT = Rule(
    code="KB220",
    name="diagram-without-text",
    what="the diagram has no {missing}.",
    mend="Say in accTitle what it shows, and in accDescr all that can be seen in it.",
    why="The words stand below the picture. A screen reader says them, search finds them, and a terminal shows them.",
    bad="architecture: |\n  ```mermaid\n  flowchart LR\n    T[Trigger] --> R[Run]\n  ```",
    good="architecture: |\n  ```mermaid\n  flowchart LR\n    accTitle: From trigger to run\n"
    "    accDescr: A trigger starts a run.\n    T[Trigger] --> R[Run]\n  ```",
)

SHAPE = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    NOT_A_CHOICE,
    TOO_LONG,
    EMPTY_TEXT,
    WRONG_ID,
    WRONG_DAY,
    WRONG_ADDRESS,
    INCOMPLETE,
    BOTH,
    ONE_OF_TWO,
    REPEATED,
    UNKNOWN_SOURCE,
    MARKUP,
    FUTURE_DAY,
    WRONG_PATTERN,
    IMAGE_WITHOUT_TEXT,
    DIAGRAM,
    DIAGRAM_WITHOUT_TEXT,
)
