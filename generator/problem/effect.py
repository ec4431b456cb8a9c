"""Rules for what a command does to the reader's resources: KB340 to KB359."""

from generator.problem.rule import Rule

WRONG_EFFECT = Rule(
    code="KB340",
    name="wrong-effect",
    what='"{command}" {does}, and the entry says "{effect}".',
    mend='Write "effect: {better}", or look at the command again.',
    why="Readers run what only reads without a second thought. An effect that is told too harmless "
    "costs somebody a resource.",
    bad="run: az datafactory delete --name <factory-name> --resource-group <resource-group>\n"
    "effect: operate",
    good="run: az datafactory delete --name <factory-name> --resource-group <resource-group>\n"
    "effect: destroy",
)
SECRET_NOT_TOLD = Rule(
    code="KB341",
    name="secret-not-told",
    what='"{command}" prints a secret, and the entry does not say so.',
    mend='Add "reveals_secret: true".',
    why="Whoever copies the output into a ticket or a chat gives the secret away.",
    bad="run: az datafactory integration-runtime list-auth-key --factory-name <factory-name> "
    "--name <runtime-name> --resource-group <resource-group>",
    good="run: az datafactory integration-runtime list-auth-key --factory-name <factory-name> "
    "--name <runtime-name> --resource-group <resource-group>\nreveals_secret: true",
)
NO_CHECK_FIRST = Rule(
    code="KB342",
    name="no-check-first",
    what="a command that is to {effect} names no check to run first.",
    mend='Add "check_first" with the id of a command of this entry that only reads.',
    why="A reader should see what is there before changing it: the wrong factory looks the same as the "
    "right one.",
    bad="effect: operate\nundo: Stop it again.",
    good="effect: operate\ncheck_first: show\nundo: Stop it again.",
)
WRONG_CHECK_FIRST = Rule(
    code="KB343",
    name="wrong-check-first",
    what='"{id}" {what}.',
    mend="Name a command of this entry that only reads.",
    why="A check that changes something, or that is not there, checks nothing.",
    bad="check_first: gone",
    good="check_first: show",
)
SECRET_SHOWN = Rule(
    code="KB344",
    name="secret-shown",
    what='"{excerpt}" looks like a secret.',
    mend="Put a placeholder in its place, and renew the secret if it was a real one.",
    why="What is published stays in the history of the repository for ever.",
    bad="run: az storage blob list --container-name logs --account-key 7kUP4dTOfUjyyUSR9Aa2wKx1rmFJdmJXVHQ7zYb0l3Qw==",
    good="run: az storage blob list --container-name logs --account-key <account-key>",
)

EFFECT = (WRONG_EFFECT, SECRET_NOT_TOLD, NO_CHECK_FIRST, WRONG_CHECK_FIRST, SECRET_SHOWN)
