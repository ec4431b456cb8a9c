"""Rules for the ledger and the catalogs: KB360 to KB379."""

from generator.problem.rule import Rule

BROKEN_CATALOG = Rule(
    code="KB360",
    name="broken-catalog",
    what="this catalog {what}.",
    mend='Get it back from the repository, or write it anew with "kb catalog".',
    why="Commands are only as well checked as the catalog they are checked against.",
    bad="glossary/catalogs/az.jsonl, edited by hand",
    good='glossary/catalogs/az.jsonl, written by "kb catalog snapshot az"',
    language="text",
)
BROKEN_LEDGER = Rule(
    code="KB361",
    name="broken-ledger",
    what="this file of the ledger cannot be read.",
    mend='Get it back from the repository, or delete it and run "kb verify".',
    why='The ledger says what was checked and when; it is written by "kb verify" alone.',
    bad="glossary/ledger/analytics.jsonl with a conflict in it",
    good='glossary/ledger/analytics.jsonl, written by "kb verify"',
    language="text",
)
CHANGED_SINCE = Rule(
    code="KB362",
    name="changed-since-checked",
    what="the command changed since it was checked on {on}: {difference}.",
    mend='Look at it, and run "kb verify --accept {command}".',
    why="The page promises that a command was checked as it stands. When the command or its record in "
    "the catalog changes, somebody has to look again: what the entry says of its output and effect "
    "may no longer be true.",
    bad="an option is added to a command that was checked before",
    good='the same, after "kb verify --accept pipeline/show"',
    language="text",
)
EVIDENCE = (BROKEN_CATALOG, BROKEN_LEDGER, CHANGED_SINCE)
