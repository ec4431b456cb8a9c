"""Rules for runbooks and parameters: KB501 to KB549."""

from generator.problem.rule import Rule

STEP_WITHOUT_ID = Rule(
    code="KB501",
    name="step-without-id",
    what='the step "{title}" has no id.',
    mend="{mend}",
    why="A link in a ticket leads to the step by its id. One made from the title would die with the next "
    "better title.",
    bad="## Check the node",
    good="## Check the node {#check-node}",
    language="markdown",
)
STEP_ID_TAKEN = Rule(
    code="KB502",
    name="step-id-taken",
    what='the id "{id}" {taken}.',
    mend="Choose another id for this step.",
    why="A link leads to one step. `resolved` and `escalate` are the two ends of every runbook, and "
    "what the page adds itself begins with `kb-`.",
    bad="## Restart the service {#restart}\n\n## Restart the machine {#restart}",
    good="## Restart the service {#restart-service}\n\n## Restart the machine {#restart-machine}",
    language="markdown",
)
UNKNOWN_COMMAND_ID = Rule(
    code="KB503",
    name="unknown-command-id",
    what='the glossary has no command "{id}".',
    mend="{mend}",
    why="Runbooks and parameters name commands of entries, as entry/command, so that a command is written and "
    "checked in one place.",
    bad="run: self-hosted-integration-runtime/get-statu",
    good="run: self-hosted-integration-runtime/get-status",
)
UNKNOWN_STEP = Rule(
    code="KB504",
    name="unknown-step",
    what='this runbook has no step "{id}".',
    mend="{mend}",
    why="Whoever follows the branch at night must not end up nowhere.",
    bad="if_not: deplyo",
    good="if_not: deploy",
)
UNREACHABLE_STEP = Rule(
    code="KB505",
    name="unreachable-step",
    what='no way leads to the step "{id}".',
    mend='Name it in an "if_not", "then" or "go", or delete it.',
    why="A step that nobody is sent to is not done when it is needed.",
    bad="# the step before ends in a decision that does not name this one\n## Restart the service {#restart-service}",
    good='# the decision of the step before has\n- when: "Offline"\n  go: restart-service',
    language="markdown",
)
NO_WAY_OUT = Rule(
    code="KB506",
    name="no-way-out",
    what='from the step "{id}" no way leads to an end.',
    mend='Let a branch of it go to "resolved" or "escalate".',
    why="A loop without an exit keeps somebody busy while nobody else is told.",
    bad="## Wait {#wait}\n# then: wait",
    good="## Wait {#wait}\n# then: wait, if_not: escalate",
    language="markdown",
)
UNDECLARED_PARAMETER = Rule(
    code="KB507",
    name="undeclared-parameter",
    what='"{command}" needs <{name}>, and the runbook does not declare it.',
    mend='Add {name} under "parameters".',
    why="The page asks for the declared parameters and fills the commands with them.",
    bad="parameters: [resource-group]",
    good="parameters: [resource-group, factory-name]",
)
UNUSED_PARAMETER = Rule(
    code="KB508",
    name="unused-parameter",
    what="no command of this runbook uses <{name}>.",
    mend="Delete it, or embed the command that needs it.",
    why="Nobody should look up a value in an incident that goes nowhere.",
    bad="parameters: [factory-name, region, resource-group, pipeline-name]",
    good="parameters: [factory-name, resource-group, pipeline-name]",
)
UNKNOWN_PARAMETER = Rule(
    code="KB509",
    name="unknown-parameter",
    what='glossary/parameters has no "{name}".',
    mend="{mend}",
    why="What a value may look like is said once, for all pages; values from a link are held against it.",
    bad="parameters: [factory-name, resource-group, pipeline-nme]",
    good="parameters: [factory-name, resource-group, pipeline-name]",
)
CHANGE_BEFORE_CHECK = Rule(
    code="KB510",
    name="change-before-check",
    what="a way leads here on which nothing was looked at before, and this is to {effect}.",
    mend="Put a command or a manual check that only reads before it.",
    why="The wrong factory looks the same as the right one. Whoever changes something must have seen it.",
    bad="## Stop the runtime {#stop}\n# the first step runs azure-ssis-integration-runtime/stop",
    good="## Look at the runtime {#look}\n# runs azure-ssis-integration-runtime/get-status\n\n## Stop the runtime {#stop}",
    language="markdown",
)
CHANGE_WITHOUT_UNDO = Rule(
    code="KB511",
    name="change-without-undo",
    what="{what}",
    mend="{mend}",
    why="Before a change somebody wants to know the way back.",
    bad="where: machine\neffect: operate\ndo: Restart the host service.\ncheck: The node shows Online.",
    good="where: machine\neffect: operate\ndo: Restart the host service.\ncheck: The node shows Online.\n"
    "irreversible: Jobs that ran on the node fail; their activities retry.",
)
NOT_VERIFIED = Rule(
    code="KB512",
    name="not-verified",
    what='"{command}" {what}.',
    mend="{mend}",
    why="A runbook shows only commands that were checked against the tool's own reference.",
    bad="run: pipeline/show\n# and the ledger does not know the command",
    good="run: pipeline/show\n# after kb verify",
)
TYPED_COMMAND = Rule(
    code="KB513",
    name="typed-command",
    what="a command stands here as plain {language}.",
    mend="Write it into an entry, and embed it by its id in a `command` block.",
    why="A command typed into a runbook is checked by nobody, and takes no values.",
    bad="```bash\naz datafactory list\n```",
    good="```command\nrun: integration-runtime/list\n```",
    language="markdown",
)
OUT_OF_PLACE = Rule(
    code="KB514",
    name="block-out-of-place",
    what="{what}",
    mend="{mend}",
    why="The page, and whoever follows it, goes from block to block; every block belongs to one step, and "
    "what decides where to go on ends it.",
    bad="- in a list:\n\n    ```command\n    run: pipeline/show\n    ```",
    good="```command\nrun: pipeline/show\n```",
    language="markdown",
)
WRONG_LABEL = Rule(
    code="KB515",
    name="wrong-label",
    what='the label "{label}" {what}.',
    mend="{mend}",
    why="The labels of an alert become the values in the link that the alert carries.",
    bad="labels: {factory: factry-name}",
    good="labels: {factory: factory-name}",
)
EXAMPLE_REFUSED = Rule(
    code="KB516",
    name="example-refused",
    what='"{value}" would be refused: {reason}.',
    mend="Correct the example or the pattern.",
    why="The example stands in the empty field; a reader who types the like must get through.",
    bad='pattern: "[a-z]{3,24}"\nexample: Logs-2026',
    good='pattern: "[a-z0-9]{3,24}"\nexample: logs2026',
)
NOT_READING = Rule(
    code="KB517",
    name="not-reading",
    what='"{command}" does more than read.',
    mend="Name a command that lists values and changes nothing.",
    why="Readers run it to find a value, without a second thought.",
    bad="candidates: pipeline/delete",
    good="candidates: pipeline/list",
)
NO_STEPS = Rule(
    code="KB518",
    name="no-steps",
    what="the runbook has no step.",
    mend="Write one: a heading such as `## Check the node {{#check-node}}`, and a block below it.",
    why="A runbook is what to do, step by step.",
    bad="---\nid: run-failed\n---\n\nRestart it.",
    good="---\nid: run-failed\n---\n\n## Restart it {#restart}",
    language="markdown",
)
DEAD_LINK = Rule(
    code="KB519",
    name="dead-link",
    what='"{address}" {what}.',
    mend="{mend}",
    why="The link of an alert is followed when there is least time to search.",
    bad="runbook_url: https://kb.example.com/runbooks/ir-offline.html",
    good="runbook_url: https://kb.example.com/runbooks/ir-node-offline.html#check-node",
)

RUNBOOK = (
    STEP_WITHOUT_ID,
    STEP_ID_TAKEN,
    UNKNOWN_COMMAND_ID,
    UNKNOWN_STEP,
    UNREACHABLE_STEP,
    NO_WAY_OUT,
    UNDECLARED_PARAMETER,
    UNUSED_PARAMETER,
    UNKNOWN_PARAMETER,
    CHANGE_BEFORE_CHECK,
    CHANGE_WITHOUT_UNDO,
    NOT_VERIFIED,
    TYPED_COMMAND,
    OUT_OF_PLACE,
    WRONG_LABEL,
    EXAMPLE_REFUSED,
    NOT_READING,
    NO_STEPS,
    DEAD_LINK,
)
