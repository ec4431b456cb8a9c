"""Rules for published addresses: KB420 to KB429."""

from generator.problem.rule import Rule, Severity

VANISHED = Rule(
    code="KB420",
    name="address-vanished",
    what='"{gone}" was published, and is there no more.',
    mend="{mend}",
    why="Tickets, alerts and bookmarks hold this address. Whoever follows it in an incident has to land "
    "somewhere that helps.",
    bad="# a symptom was published, and its text changed since\ntext: Pipeline run stays in Queued",
    good="# the id keeps the address\nid: pipeline-run-stays-queued\ntext: Pipeline run stays in Queued",
)
NOT_RECORDED = Rule(
    code="KB421",
    name="address-not-recorded",
    severity=Severity.WARNING,
    what="the ledger does not have {count} of this page yet, such as {example}.",
    mend='Run "kb links record" before you publish.',
    why="Only an address that was written down is missed when it vanishes.",
    bad="glossary/analytics/dataset.yaml is new, and glossary/ledger/addresses.txt knows nothing of it",
    good='the same, after "kb links record"',
    language="text",
)
LEADS_NOWHERE = Rule(
    code="KB422",
    name="address-leads-nowhere",
    what='"{gone}" leads to "{target}", which is not there.',
    mend='Run "kb rename" or "kb retire" for "{target}".',
    why="A link that was kept alive dies when the place it leads to goes.",
    bad="glossary/ir.html\\tmoved\\tglossary/runtime.html, and no page glossary/runtime.html",
    good="glossary/ir.html\\tmoved\\tglossary/integration-runtime.html",
    language="text",
)
USED_BEFORE = Rule(
    code="KB423",
    name="address-used-before",
    what='"{gone}" was published before and {since}.',
    mend="Choose another id: old links mean the other thing.",
    why="A ticket of last year would lead to something its writer never saw.",
    bad='a new entry with the id "gateway", when "gateway" was renamed to "self-hosted-integration-runtime"',
    good='the new entry gets the id "application-gateway"',
    language="text",
)
TWICE_ON_PAGE = Rule(
    code="KB424",
    name="address-twice-on-page",
    what='two things on this page have the address "{gone}".',
    mend='Give one of them an "id" of its own.',
    why="A link can lead to one of them only.",
    bad="symptoms:\n  - text: The run failed\n  - text: The run failed!",
    good="symptoms:\n  - text: The run failed\n  - id: failed-at-once\n    text: The run failed!",
)
BROKEN_ADDRESSES = Rule(
    code="KB425",
    name="broken-address-ledger",
    what="this line of the address ledger cannot be read.",
    mend="Get the file back from the repository; of a conflict, keep the lines of both sides.",
    why="The ledger holds every address that was ever published; only commands write it.",
    bad="<<<<<<< HEAD",
    good="glossary/pipeline.html#command-run-show",
    language="text",
)

ADDRESS = (
    VANISHED,
    NOT_RECORDED,
    LEADS_NOWHERE,
    USED_BEFORE,
    TWICE_ON_PAGE,
    BROKEN_ADDRESSES,
)
