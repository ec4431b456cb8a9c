"""Whether a line written for bash means the same when it is pasted into PowerShell.

Only the sign that goes on in the next line differs then. On Windows `az` is a batch file, so what
PowerShell hands over is read once more by cmd.exe: what that would change is not taken either.
See https://learn.microsoft.com/cli/azure/use-azure-cli-successfully-quoting.
"""

import re

from generator.command.line import PLACEHOLDER, parse

_BARE = r"[A-Za-z0-9_./:=+-]"
# No sign that either shell, or cmd.exe, reads inside of quotes.
_QUOTED = re.compile(
    rf"""{_BARE}*
    (?: "(?P<double>[^"`$\\%^!\u2018-\u201e]*)" | '(?P<single>[^"'%^!\u2018-\u201e]*)' )""",
    re.VERBOSE,
)
_PLAIN_WORDS = re.compile(rf"(?:{_BARE}| |{PLACEHOLDER.pattern})*")
_STANDS_FOR = "X"


def is_portable(line: str) -> bool:
    """Whether every word of a bash line reaches its program unchanged from PowerShell, too."""
    if _PLAIN_WORDS.fullmatch(line):
        return True
    return all(
        _PLAIN_WORDS.fullmatch(word) or _is_portable(PLACEHOLDER.sub(_STANDS_FOR, word))
        for word in parse(line).words
    )


def _is_portable(word: str) -> bool:
    found = _QUOTED.fullmatch(word)
    if found is None:
        return False
    text = found["double"] or found["single"] or ""
    # cmd.exe acts on these unless PowerShell adds quotes, which it does where there is a space.
    return bool(text) and (" " in text or not re.search(r"[&|<>()]", text))
