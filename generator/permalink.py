"""The addresses of pages and places on them. They stand in tickets: what is here never changes.

Addresses are relative to the site's root, end in `.html` and are the same on a server and in a
folder on disk.
"""

HOME = "index.html"
A_TO_Z = "a-z.html"
DOMAINS = "domains.html"
COMMANDS = "commands.html"
DIFFICULTY = "difficulty.html"
SYMPTOMS = "symptoms.html"
PROBLEMS = "problems.html"
TO_LOOK_AT = "to-look-at.html"
RUNBOOKS = "runbooks.html"

OWN = frozenset(
    {
        "glossary",
        "a-z",
        "domains",
        "commands",
        "difficulty",
        "symptoms",
        "problems",
        "to-look-at",
        "runbooks",
        "assets",
        "search",
    }
)
"""The first parts of addresses that the site makes itself, without their ending."""


def entry(entry_id: str) -> str:
    """Without the domain: an entry that moves keeps its address."""
    return f"glossary/{entry_id}.html"


def runbook(runbook_id: str) -> str:
    """The page of a runbook; its steps are anchors on it."""
    return f"runbooks/{runbook_id}.html"


def section(name: str) -> str:
    """The anchor of a section or of a sub-section on an entry's page."""
    return name.replace("_", "-")


def command(command_id: str) -> str:
    """The anchor of a command on its entry's page."""
    return f"command-{command_id}"


def source(source_id: str) -> str:
    """The anchor of a source on its entry's page."""
    return f"source-{source_id}"


def domain(domain_id: str) -> str:
    """The page of a domain."""
    return f"domains/{domain_id}.html"


def service(domain_id: str, service_id: str) -> str:
    """The page of a service; services of two domains may share a name."""
    return f"domains/{domain_id}/{service_id}.html"


def problem(code: str) -> str:
    """The page of a code."""
    return f"problems/{code.lower()}.html"


def markdown(path: str) -> str:
    """The page of a Markdown file, `path` relative to the content folder."""
    return path.removesuffix(".md") + ".html"


def difficulty(level: str) -> str:
    """The page of the entries of one level."""
    return f"difficulty/{level}.html"


def part(address: str, anchor: str) -> str:
    """The page for one group of a list too long for the page at `address`."""
    return f"{address.removesuffix('.html')}/{anchor}.html"
