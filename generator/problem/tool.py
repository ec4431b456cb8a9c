"""Rules for commands as the tool itself takes them: KB310 to KB339."""

from generator.problem.rule import Rule, Severity

UNREADABLE_LINE = Rule(
    code="KB310",
    name="unreadable-line",
    what="{shell} cannot read this line at {where}.",
    mend="{mend}",
    why="What the shell cannot read, it refuses when the line is pasted.",
    bad="run: az datafactory list --query (name",
    good='run: az datafactory list --query "(name)"',
)
UNKNOWN_COMMAND = Rule(
    code="KB302",
    name="unknown-command",
    what='"{command}" is not in the catalog {catalog}.',
    mend="{mend}",
    why="Commands are checked against the tool's own command reference at a stated version. Whoever "
    "pastes a command that does not exist loses time when there is least of it.",
    bad="run: az datafactory integration-runtme list --factory-name <factory-name> "
    "--resource-group <resource-group>",
    good="run: az datafactory integration-runtime list --factory-name <factory-name> "
    "--resource-group <resource-group>",
)
UNKNOWN_OPTION = Rule(
    code="KB305",
    name="unknown-option",
    what='"{command}" has no option "{option}" in the catalog {catalog}.',
    mend="{mend}",
    why="The tool refuses an option it does not know, and the command does nothing.",
    bad="run: az datafactory show --name <factory-name> --resource-grup <resource-group>",
    good="run: az datafactory show --name <factory-name> --resource-group <resource-group>",
)
MISSING_OPTION = Rule(
    code="KB306",
    name="missing-option",
    what='"{command}" needs {option}.',
    mend="Add it{unless}.",
    why="The tool refuses a command that lacks a required option.",
    bad="run: az datafactory integration-runtime list --factory-name <factory-name>",
    good="run: az datafactory integration-runtime list --factory-name <factory-name> "
    "--resource-group <resource-group>",
)
WRONG_VALUE = Rule(
    code="KB307",
    name="wrong-value",
    what='"{option}" does not take "{value}".',
    mend="{mend}",
    why="The tool accepts only the values it lists.",
    bad="run: az datafactory show --name <factory-name> --resource-group <resource-group> -o yml",
    good="run: az datafactory show --name <factory-name> --resource-group <resource-group> -o yaml",
)
VALUE_COUNT = Rule(
    code="KB308",
    name="value-count",
    what='"{option}" {what}.',
    mend="{mend}",
    why="An option takes a set number of values; a word too many is taken for something else.",
    bad="run: az datafactory show --name --resource-group <resource-group>",
    good="run: az datafactory show --name <factory-name> --resource-group <resource-group>",
)
STRAY_WORD = Rule(
    code="KB309",
    name="stray-word",
    what='"{command}" takes no value here, and "{word}" belongs to no option.',
    mend="Delete it, or put the value it belongs to in quotes.",
    why="The tool refuses words it has no place for. Most often a value with spaces lacks quotes.",
    bad="run: az datafactory show --name <factory-name> prod --resource-group <resource-group>",
    good="run: az datafactory show --name <factory-name> --resource-group <resource-group>",
)
BAD_QUERY = Rule(
    code="KB311",
    name="bad-query",
    what='the JMESPath of "--query" breaks at {where}.',
    mend="Correct it; field names with other signs than letters need double quotes, texts single ones.",
    why="The tool runs the command first and fails over the query afterwards.",
    bad='run: az datafactory list --query "[].{name:name,"',
    good='run: az datafactory list --query "[].{name:name}"',
)
ABBREVIATED = Rule(
    code="KB312",
    name="abbreviated-option",
    what='"{option}" is short for "{full}".',
    mend='Write "{full}".',
    why="The tool accepts the beginning of an option as long as no other begins so. A later version "
    "may add one, and the command breaks.",
    bad="run: az datafactory show --name <factory-name> --resource <resource-group>",
    good="run: az datafactory show --name <factory-name> --resource-group <resource-group>",
    severity=Severity.WARNING,
)
DEPRECATED = Rule(
    code="KB313",
    name="deprecated",
    what='"{name}" is deprecated in the catalog {catalog}.',
    mend="{mend}",
    why="A deprecated command or option goes away in a later version.",
    bad="run: az acr connected-registry repo --name <name> --registry <registry> --add <repository>",
    good="run: az acr connected-registry permissions update --name <name> --registry <registry> "
    "--add <repository>",
    severity=Severity.WARNING,
)
RETIRED = Rule(
    code="KB314",
    name="retired",
    what='"{name}" is retired with {tool}.',
    mend="{mend}",
    why="A retired module gets no mends any more, and new installations do not have it.",
    bad="run: Get-AzureRmDataFactoryV2 -ResourceGroupName <resource-group>\nshell: powershell",
    good="run: Get-AzDataFactoryV2 -ResourceGroupName <resource-group>\nshell: powershell",
)
NO_PARAMETER_SET = Rule(
    code="KB315",
    name="no-parameter-set",
    what='no form of "{command}" takes {options} together.',
    mend="Keep to one form: {sets}.",
    why="A cmdlet has several forms (parameter sets), and PowerShell must find exactly one.",
    bad="run: Get-AzDataFactoryV2Pipeline -DataFactory $factory -ResourceGroupName <resource-group>\n"
    "shell: powershell",
    good="run: Get-AzDataFactoryV2Pipeline -DataFactory $factory\nshell: powershell",
)
INCOMPLETE = Rule(
    code="KB316",
    name="incomplete-command",
    what='"{command}" is a group of commands.',
    mend="Add one of them: {following}.",
    why="The tool prints its help, and does nothing.",
    bad="run: az datafactory integration-runtime --resource-group <resource-group>",
    good="run: az datafactory integration-runtime list --factory-name <factory-name> "
    "--resource-group <resource-group>",
)
NEEDS_EXTENSION = Rule(
    code="KB317",
    name="needs-extension",
    what='"{command}" belongs to the extension {extension} of {tool}.',
    mend='Install it first: "{tool} extension add --name {extension}".',
    why="Without the extension the tool does not know the command. The page of an entry says so by "
    "itself.",
    bad="az datafactory list",
    good="az extension add --name datafactory, and then az datafactory list",
    language="text",
    severity=Severity.NOTE,
)
PREVIEW = Rule(
    code="KB318",
    name="preview",
    what='"{command}" is {status} in the catalog {catalog}.',
    mend="Reckon with changes in the next version.",
    why="What the tool itself calls a preview may change or go without notice. The page of an entry "
    "says so by itself.",
    bad="az sql db ltr-policy show, while it is in preview",
    good="the same, with the reader told",
    language="text",
    severity=Severity.NOTE,
)

TOOL = (
    UNKNOWN_COMMAND,
    UNKNOWN_OPTION,
    MISSING_OPTION,
    WRONG_VALUE,
    VALUE_COUNT,
    STRAY_WORD,
    UNREADABLE_LINE,
    BAD_QUERY,
    ABBREVIATED,
    DEPRECATED,
    RETIRED,
    NO_PARAMETER_SET,
    INCOMPLETE,
    NEEDS_EXTENSION,
    PREVIEW,
)
