"""Rules for command lines: KB301 to KB399."""

from generator.problem.rule import Rule

UNBALANCED = Rule(
    code="KB301",
    name="unbalanced-quotes",
    what="the command line has a quote that is never closed.",
    mend="Close it, or delete it.",
    why="A shell waits for more input when such a line is pasted.",
    bad="run: az datafactory show --name 'adf-prod",
    good="run: az datafactory show --name 'adf-prod'",
)
WRONG_PLACEHOLDER = Rule(
    code="KB303",
    name="wrong-placeholder",
    what='"{value}" is no placeholder.',
    mend='Write a name of lower-case words with hyphens between angle brackets, such as "{better}".',
    why="Placeholders become the names of shell variables and of fields to fill in, so one thing "
    "has one spelling everywhere.",
    bad="run: az datafactory show --name <Factory Name>",
    good="run: az datafactory show --name <factory-name>",
)
SEVERAL_LINES = Rule(
    code="KB304",
    name="several-lines",
    what="the command holds a line break.",
    mend="Write it in one line; the page breaks long commands before their options.",
    why="A break typed by hand is right for one shell only, and in a pasted command it can run the "
    "first half alone.",
    bad="run: |\n  az datafactory show\n  --name <factory-name>",
    good="run: az datafactory show --name <factory-name>",
)

COMMAND_LINE = (UNBALANCED, WRONG_PLACEHOLDER, SEVERAL_LINES)
