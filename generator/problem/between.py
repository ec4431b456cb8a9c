"""Rules between the files of one knowledge base: KB401 to KB499."""

from generator.problem.rule import Rule

ID_IS_FILE_NAME = Rule(
    code="KB401",
    name="id-is-file-name",
    what='the id is "{id}", the file is "{file}".',
    mend="Make them equal: rename the file, or change the id.",
    why="Whoever sees the address of a page finds its file without searching.",
    bad="# glossary/analytics/data-set.yaml\nid: dataset",
    good="# glossary/analytics/dataset.yaml\nid: dataset",
)
FOLDER_IS_DOMAIN = Rule(
    code="KB402",
    name="folder-is-domain",
    what='the domain is "{domain}", the folder is "{folder}".',
    mend="Move the file, or change the domain.",
    why="Folders are how authors find entries; a second order beside them would mislead.",
    bad="# glossary/storage/dataset.yaml\ndomain: analytics",
    good="# glossary/analytics/dataset.yaml\ndomain: analytics",
)
ID_TAKEN = Rule(
    code="KB403",
    name="id-taken",
    what='the id "{id}" belongs to {other}.',
    mend="Choose another id, or join the two entries.",
    why="The id is the page's address; two pages cannot share one.",
    bad="# glossary/analytics/dataset.yaml and glossary/storage/dataset.yaml\nid: dataset",
    good="# glossary/storage/blob-dataset.yaml\nid: blob-dataset",
)
NAME_TAKEN = Rule(
    code="KB404",
    name="name-taken",
    what='"{name}" already names the entry "{owner}" ({other}).',
    mend="Keep it on one of them; on the other, make it a search hint or say the difference "
    'under "not_to_be_confused_with". Of two domains, both may have it with a "distinction" each.',
    why="A name leads to one page, or to one that tells its meanings apart. Names are compared without regard to case, hyphens and plural.",
    bad="# self-hosted-integration-runtime.yaml and integration-runtime.yaml both have\n"
    "aliases: [SHIR]",
    good="# self-hosted-integration-runtime.yaml alone has\naliases: [SHIR]",
)
UNKNOWN_ENTRY = Rule(
    code="KB405",
    name="unknown-entry",
    what='no entry has the id "{id}".',
    mend="{mend}",
    why="A reference becomes a link; this one would lead nowhere.",
    bad="related: [linked-servce]",
    good="related: [linked-service]",
)
REFERS_TO_ITSELF = Rule(
    code="KB406",
    name="refers-to-itself",
    what='"{key}" names the entry itself.',
    mend="Delete it.",
    why="A reader who follows the link stays where they were.",
    bad="id: dataset\nrelated: [dataset]",
    good="id: dataset\nrelated: [linked-service]",
)
UNKNOWN_WORD = Rule(
    code="KB407",
    name="not-in-vocabulary",
    what='"{value}" is no {kind} in glossary/vocabulary.yaml.',
    mend="{mend}",
    why="Domains, services, owners and labels have pages and titles; a misspelt one would open a "
    "group of its own.",
    bad="service: data-factry",
    good="service: data-factory",
)
CIRCLE = Rule(
    code="KB408",
    name="circle",
    what='"{key}" leads in a circle: {path}.',
    mend="Delete one of these steps.",
    why="What must be understood first, or what is more general, cannot lead back to where it began.",
    bad="# pipeline.yaml\nprerequisites: [activity]\n# activity.yaml\nprerequisites: [pipeline]",
    good="# pipeline.yaml\nprerequisites: []\n# activity.yaml\nprerequisites: [pipeline]",
)
HINT_IS_NAME = Rule(
    code="KB409",
    name="hint-is-name",
    what='the search hint "{hint}" is already a title or alias of this entry.',
    mend="Delete the hint.",
    why="Search finds titles and aliases anyway. Hints are for what should be found and not shown.",
    bad="aliases: [IR]\nsearch_hints: [ir]",
    good="aliases: [IR]\nsearch_hints: [intergration runtime]",
)
NO_VOCABULARY = Rule(
    code="KB410",
    name="no-vocabulary",
    what="there is no glossary/vocabulary.yaml.",
    mend="Write one: it names the domains with their services, the owners and the labels.",
    why="Without it no entry has a place in the order of the site.",
    bad="# glossary/ holds entries only",
    good="# glossary/vocabulary.yaml\ndomains: {analytics: {title: Analytics, definition: …, services: {}}}",
)
ADDRESS_TAKEN = Rule(
    code="KB411",
    name="address-taken",
    what='"{address}" is an address of the site itself.',
    mend='Move the file out of "{first}"; "guides" is free.',
    why="Two pages with one address: one of them would overwrite the other.",
    bad="# content/glossary/dataset.md",
    good="# content/guides/choose-a-dataset.md",
)
NO_HOME_PAGE = Rule(
    code="KB412",
    name="no-home-page",
    what="there is no content/index.md.",
    mend="Write one: it is the page that the site opens with, and says what readers find here.",
    why="The site's own address, and the name at the top of every page, would lead nowhere.",
    bad="# content/ holds guides only",
    good="# content/index.md\n---\ntitle: Field guide\ndescription: What our services are, and what to do when they fail.\n---",
    language="markdown",
)
DEAD_DESTINATION = Rule(
    code="KB413",
    name="dead-destination",
    what='"{value}" leads to nothing in this project.',
    mend="{mend}",
    why="A link is followed when somebody needs what it promises.",
    bad="[parameters](write-a-runbok.md#parameters)",
    good="[parameters](write-a-runbook.md#parameters)",
    language="markdown",
)
AMBIGUOUS = Rule(
    code="KB414",
    name="ambiguous",
    what='"{name}" is the name of several entries, and none of them belongs to the domain here.',
    mend="{mend}",
    why="In the domain of one of them, the name means that one. Elsewhere a reader could not tell.",
    bad="# a guide, which belongs to no domain\nWait for the [[job]].",
    good="Wait for the [[kubernetes-job]].",
    language="markdown",
)

BETWEEN = (
    ID_IS_FILE_NAME,
    FOLDER_IS_DOMAIN,
    ID_TAKEN,
    NAME_TAKEN,
    UNKNOWN_ENTRY,
    REFERS_TO_ITSELF,
    UNKNOWN_WORD,
    CIRCLE,
    HINT_IS_NAME,
    NO_VOCABULARY,
    ADDRESS_TAKEN,
    NO_HOME_PAGE,
    DEAD_DESTINATION,
    AMBIGUOUS,
)
