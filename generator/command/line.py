"""A command line as program, words, options and placeholders.

Nothing here is run. A placeholder, such as `<factory-name>`, stands for a value of the reader's.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

PLACEHOLDER = re.compile(r"<([a-z][a-z0-9]*(?:-[a-z0-9]+)*)>")
# What an author meant as a placeholder: words between angle brackets, no redirection (`2> file`).
_MEANT = re.compile(r"<[^<>|&;]{0,60}[^<>|&;\s]>")
_WORD = re.compile(
    r"""(?: "(?:[^"\\]|\\.)*" | '[^']*' | \\. | \\$ | <[^<>|&;\s][^<>|&;]*> | [^\s"'\\] )+""",
    re.VERBOSE | re.DOTALL,
)
_BEGINS_ROW = re.compile(r"--?[A-Za-z]|(?:\||&&|\|\|)$")


@dataclass(frozen=True)
class CommandLine:
    """`words` are the line's words as written, quotes and placeholders kept."""

    line: str
    words: tuple[str, ...]

    @property
    def program(self) -> str:
        """The first word: `az`, or a cmdlet."""
        return self.words[0] if self.words else ""

    @property
    def name(self) -> str:
        """The words before the first option, value or placeholder: `az datafactory show`."""
        named = []
        for word in self.words:
            if not re.fullmatch(r"[A-Za-z][\w.-]*", word):
                break
            named.append(word)
        return " ".join(named)

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Each name once, in order."""
        return tuple(dict.fromkeys(PLACEHOLDER.findall(self.line)))

    def rows(self, width: int = 76) -> list[list[str]]:
        """The words in rows: one, if the line fits `width` characters, else one per option."""
        if len(self.line) <= width:
            return [list(self.words)]
        rows: list[list[str]] = [[]]
        for word in self.words:
            if rows[-1] and _BEGINS_ROW.match(word):
                rows.append([])
            rows[-1].append(word)
        return rows


@lru_cache(maxsize=256)  # a page asks for its placeholders, its rows and its name
def parse(line: str) -> CommandLine:
    """Words as a shell would split them, except that a placeholder is one word."""
    return CommandLine(line, tuple(_WORD.findall(line)))


def unbalanced(line: str) -> int | None:
    """The position of a quote that nothing closes."""
    if "'" not in line and '"' not in line:
        return None
    rest = _WORD.sub(lambda match: " " * len(match[0]), line)
    found = re.search(r"[\"']", rest)
    return found.start() if found else None


def wrong_placeholders(line: str) -> list[tuple[str, str]]:
    """What was meant as a placeholder and is none, each with the right spelling."""
    found = []
    for match in _MEANT.finditer(line):
        if PLACEHOLDER.fullmatch(match[0]):
            continue
        words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", match[0]).lower())
        name = "-".join(words).lstrip("0123456789-")
        found.append((match[0], f"<{name or 'name'}>"))
    return found
