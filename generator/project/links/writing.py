"""How an address may be written: in JSON, in HTML, in a template, in pieces.

What stands for an address in a file is often not the address itself. Here a text is read as what
it means, sign by sign, so that each sign of the outcome still knows its place in the file.
"""

import re
from bisect import bisect_right
from html import unescape

HOLE = "\0"
"""Stands for each sign of what only the program that reads the file will know."""
SEAM = "\1"
"""Stands for each sign between two pieces of one text."""
END = "\2"
"""Stands for the last sign of an expression with which a text ends."""

_WRITTEN = re.compile(
    r"""\\{1,8}(?:/|"|u00([2-7][0-9A-Fa-f])|x([2-7][0-9A-Fa-f]))"""
    r"""|&(?:amp|lt|gt|quot|apos|nbsp|\#\d{2,4}|\#[xX][0-9A-Fa-f]{2,4});"""
)
_TEMPLATE = re.compile(
    r"\$?\{\{(?:[^{}\n]|\{(?!\{)|\}(?!\}))*\}\}"  # Prometheus, Helm, Grafana, GitHub, Jinja
    r"|<%(?:(?!<%)[^\n])*?%>"
    r"|\#\{[^{}\n]*\}\#"  # tokens of Azure DevOps
    r"|[$@]\{[^{}\n]*\}"  # Terraform, Bicep, shells; pipelines of a data factory
    r"|\$\([^()\n]*\)"
    r"|%\(\w+\)[sdr]|%[svq]"
    r"|\{(?!(?:code|color|noformat|panel|quote)\b)[\w.:-]*\}"  # but markup of Jira
    r"|(?<=[/=\#])<(?!(?:br|[abip]|td|tr|li|em|div|span|strong|code)>)[A-Za-z][\w-]*>"
    r"|\[\[\w+\]\]"
    r"|\$\w+"
)
_INSIDE = r"(?:[^()\n]|\((?:[^()\n]|\([^()\n]{0,400}\)){0,400}\)){0,400}"
_WORD = r"(?!https?:|file:)[A-Za-z_$@\0][\w.$\0]{0,200}"
_EXPRESSION = rf"{_WORD}(?:(?:\({_INSIDE}\)|\[[^\]\n]{{0,200}}\])[\w.\0]{{0,200}}){{0,9}}"
_CONCAT = re.compile(r"concat\s{0,9}\(", re.IGNORECASE)
_LONGEST_CONCAT = 5000


class Reading:
    """A text as it is meant: `text` has one sign for each that is meant."""

    def __init__(self, written: str) -> None:
        self._ends: list[int] = []
        self._shifts: list[int] = [0]
        self.text = _joined(_masked(_WRITTEN.sub(self._sign, _without_marks(written))))

    def _sign(self, match: re.Match[str]) -> str:
        sign = match[0].lstrip("\\")[0] if match[0][0] == "\\" else unescape(match[0])
        if code := match[1] or match[2]:
            sign = chr(int(code, 16))
        if len(sign) != 1 or sign in (HOLE, SEAM, END):
            return match[0]
        self._ends.append(match.start() - self._shifts[-1] + 1)
        self._shifts.append(self._shifts[-1] + len(match[0]) - 1)
        return sign

    def at(self, index: int) -> int:
        """Where a sign of `text` begins in what is written."""
        return index + self._shifts[bisect_right(self._ends, index)]


def _without_marks(text: str) -> str:
    return re.sub(f"[{HOLE}{SEAM}{END}]", "\ufffd", text)


def _holds_an_address(text: str) -> bool:
    return "://" in text or ".html" in text


def _masked(text: str) -> str:
    """With holes in place of templates; those that hold an address keep it."""
    return _TEMPLATE.sub(_mask, text)


def _mask(match: re.Match[str]) -> str:
    found = match[0]
    if _holds_an_address(found):
        return found[:2] + _masked(found[2:])
    return HOLE * len(found)


def _joined(text: str) -> str:
    """With holes and seams between the pieces of texts that a program puts together."""
    text = _joins(r"(?:\+|\|\|)").sub(_join, text)
    pieces = []
    end = 0
    for found in _CONCAT.finditer(text):
        if found.start() < end:
            continue
        pieces.append(text[end : found.end()])
        end = _closing(text, found.end())
        pieces.append(_joins(",").sub(_join, text[found.end() : end]))
    return "".join(pieces) + text[end:]


def _joins(sign: str) -> re.Pattern[str]:
    """The end of a quoted text, what is added to it, and where it goes on, if it does."""
    added = rf"{_EXPRESSION}\s{{0,99}}"
    between = rf"\s{{0,99}}(?<!\n){sign}\s{{0,99}}"  # a line of a difference begins with "+"
    return re.compile(
        rf"""(["']){between}(?:(?P<seam>\1)|{added}(?:{sign}\s{{0,99}}{added}){{0,9}}"""
        rf"""(?P<on>{sign}\s{{0,99}}\1)?)"""
    )


def _join(match: re.Match[str]) -> str:
    if _holds_an_address(match[0]):
        return match[0]
    size = len(match[0])
    if match["seam"]:
        return SEAM * size
    return HOLE * size if match["on"] else HOLE * (size - 1) + END


def _closing(text: str, begin: int) -> int:
    """Where the bracket that was opened before `begin` is closed, or has to be given up."""
    depth = 1
    last = min(len(text), begin + _LONGEST_CONCAT)
    for index in range(begin, last):
        depth += {"(": 1, ")": -1}.get(text[index], 0)
        if not depth:
            return index
    return last
