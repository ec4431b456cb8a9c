"""Commands with options, read as Python's argparse reads them: `az`, `airflow`."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.catalog import Found, Option, OptionCommand, Status, Tool
from generator.command import Invocation, Word
from generator.problem import Rule
from generator.problem.tool import (
    ABBREVIATED,
    DEPRECATED,
    INCOMPLETE,
    MISSING_OPTION,
    NEEDS_EXTENSION,
    PREVIEW,
    STRAY_WORD,
    UNKNOWN_COMMAND,
    UNKNOWN_OPTION,
    VALUE_COUNT,
)
from generator.verify.finding import Finding, finding
from generator.verify.nearest import nearest
from generator.verify.values import check_value

_NEGATIVE = re.compile(r"-\d+|-\d*\.\d+")
_UNLIKE_ANY = "If an extension brings it, that needs a catalog of its own: see kb catalog --help."
_HELP = frozenset({"-h", "--help"})


class Given(NamedTuple):
    """An option with the word that names it, and the values that follow."""

    option: Option
    word: Word
    values: tuple[Word, ...]


class Reading(NamedTuple):
    """A command as the tool would take it; `command` is None where there is none."""

    name: str
    command: Found[OptionCommand] | None
    given: tuple[Given, ...]
    findings: tuple[Finding, ...]


def read_options(invocation: Invocation, tool: Tool) -> Reading:
    """What `tool` would make of the command."""
    words = invocation.words
    name, length = _name(words, tool)
    found = tool.find(name) if name else None
    if found is None:
        return Reading(name, None, (), tuple(_no_command(invocation, name, length, tool)))
    reader = _OptionArguments(tool, found)
    reader.read(words[length:])
    reader.finish(invocation, words[length - 1])
    full = f"{tool.program} {found.record.name}"
    reader.findings += _notes(found, invocation, words[length - 1], full)
    if found.record.deprecated is not None:
        last = words[length - 1]
        reader.findings.append(
            _deprecated(found, invocation.program.start, last.end, full, found.record.deprecated)
        )
    return Reading(full, found, tuple(reader.given), tuple(reader.findings))


def _notes(
    found: Found[OptionCommand], invocation: Invocation, last: Word, full: str
) -> Iterable[Finding]:
    start, head = invocation.program.start, found.catalog.header
    if head.extension:
        yield finding(
            NEEDS_EXTENSION,
            start,
            last.end,
            command=full,
            extension=head.extension,
            tool=head.program,
        )
    if found.record.status is not Status.STABLE:
        stamp, status = found.catalog.stamp, found.record.status.value
        yield finding(PREVIEW, start, last.end, command=full, status=status, catalog=stamp)


def _name(words: Sequence[Word], tool: Tool) -> tuple[str, int]:
    """The longest beginning that is a command, or a group of them; and its number of words."""
    group = ""
    for length, word in enumerate(words, 1):
        longer = f"{group} {word.text}" if group else word.text
        if not word.known or word.text not in tool.children.get(group, ()):
            return group, length - 1
        group = longer
    return group, len(words)


def _no_command(invocation: Invocation, name: str, length: int, tool: Tool) -> Iterable[Finding]:
    words = invocation.words
    rest = words[length:]
    if not rest or rest[0].text.startswith("-"):
        if any(word.text in _HELP for word in rest):
            return
        if not name and (not rest or rest[0].text in ("--version", "-v")):
            return  # the program itself, which tells of its commands or its version
        full = f"{tool.program} {name}".strip()
        end = words[length - 1].end if length else invocation.program.end
        children = sorted(tool.children.get(name, ()))
        following = ", ".join(children[:8]) + (", …" if len(children) > 8 else "")
        start = invocation.program.start
        yield finding(INCOMPLETE, start, end, command=full, following=following)
        return
    if not rest[0].known:
        return  # a variable or a placeholder stands for the command
    upto = [word.text for word in rest if word.known and not word.text.startswith("-")]
    written = " ".join((tool.program, *(word.text for word in words[:length]), rest[0].text))
    better = _nearest(name, upto, tool)
    mend = f'Did you mean "{better}"?' if better else _UNLIKE_ANY
    yield _unknown(rest[0].start, rest[0].end, written, tool, mend)


def _nearest(group: str, rest: Sequence[str], tool: Tool) -> str | None:
    """The real command most like what was written: mended word by word, from the group on."""
    path = group
    for word in rest:
        children = tool.children.get(path)
        if not children:
            break
        step = word if word in children else nearest(word, children)
        if step is None:
            break
        path = f"{path} {step}".strip()
    if path == group and group:
        whole = " ".join((group, *rest[:3])).strip()
        last = rest[0]
        alike = [name for name in tool.names if name.rpartition(" ")[2] == last] or tool.names
        found = nearest(whole, alike)
        return f"{tool.program} {found}" if found else None
    return f"{tool.program} {path}" if path else None


def _unknown(start: int, end: int, written: str, tool: Tool, mend: str) -> Finding:
    return finding(UNKNOWN_COMMAND, start, end, command=written, catalog=tool.stamp, mend=mend)


def _deprecated(
    found: Found[OptionCommand], start: int, end: int, name: str, instead: str
) -> Finding:
    mend = f'Use "{instead}".' if instead else "Look for another way before it goes."
    stamp = found.catalog.stamp
    return finding(DEPRECATED, start, end, name=name, catalog=stamp, mend=mend)


class _OptionArguments:
    """Goes through the words behind a command's name."""

    def __init__(self, tool: Tool, found: Found[OptionCommand]) -> None:
        self.tool = tool
        self.found = found
        self.command = f"{tool.program} {found.record.name}"
        self.by_name = {
            name: option
            for options in (tool.shared, found.record.options)
            for option in options
            for name in option.names
        }
        self.places = [option for option in found.record.options if not option.names]
        self.given: list[Given] = []
        self.findings: list[Finding] = []
        self.open = False
        """Whether a word may become any number of words, among them whatever is missed."""

    def read(self, words: Sequence[Word]) -> None:
        position = 0
        only_values = False
        while position < len(words):
            word = words[position]
            position += 1
            if not only_values and word.text == "--" and word.known:
                only_values = True
            elif not only_values and _names_option(word):
                position = self._option(word, words, position)
            else:
                position = self._value(word, words, position, only_values=only_values)

    def _option(self, word: Word, words: Sequence[Word], position: int) -> int:
        name, value = self._split(word)
        option = self._named(name, word)
        if option is None:
            while position < len(words) and not _names_option(words[position]):
                position += 1  # they belong to what is not known
            return position
        values = [value] if value is not None else []
        least, most = option.values
        while (
            value is None
            and position < len(words)
            and not _names_option(words[position])
            and (most is None or len(values) < most)
        ):
            values.append(words[position])
            position += 1
        self.given.append(Given(option, word, tuple(values)))
        if len(values) < least and not any(found.many for found in values):
            what, mend = "lacks its value", "Write it behind the option."
            self._tell(VALUE_COUNT, word, option=name, what=what, mend=mend)
        elif most == 0 and value is not None:
            what, mend = "takes no value", "Write it alone."
            self._tell(VALUE_COUNT, word, option=name, what=what, mend=mend)
        for found in values:
            self.findings += check_value(option, name, found)
        return position

    def _split(self, word: Word) -> tuple[str, Word | None]:
        """`--name=value` and `-nvalue` in two."""
        text = word.text
        if text in self.by_name:
            return text, None
        name, sign, rest = text.partition("=")
        if not sign and not text.startswith("--") and text[:2] in self.by_name:
            name, sign, rest = text[:2], "", text[2:]
        elif not sign:
            return text, None
        start = word.start + len(name) + len(sign)
        return name, word._replace(text=rest, start=min(start, word.end))

    def _named(self, name: str, word: Word) -> Option | None:
        option = self.by_name.get(name)
        if option is None and name.startswith("--"):
            full = [known for known in self.by_name if known.startswith(name)]
            options = {id(self.by_name[known]) for known in full}
            if len(options) == 1:
                option = self.by_name[full[0]]
                self._tell(ABBREVIATED, word, option=name, full=full[0])
        if option is None:
            self._unknown_option(name, word)
            return None
        instead = option.deprecated if option.deprecated is not None else option.old_names.get(name)
        if instead is not None:
            self.findings.append(_deprecated(self.found, word.start, word.end, name, instead))
        return option

    def _unknown_option(self, name: str, word: Word) -> None:
        begins = [known for known in self.by_name if known.startswith(name)]
        better = nearest(name, self.by_name)
        if name.startswith("--") and len(begins) > 1 and name != "--":
            mend = f"It could be any of {', '.join(sorted(begins)[:5])}; write one out."
        elif better:
            mend = f'Did you mean "{better}"?'
        else:
            mend = "See its options with --help."
        self._tell(
            UNKNOWN_OPTION,
            word,
            command=self.command,
            option=name,
            catalog=self.found.catalog.stamp,
            mend=mend,
        )

    def _value(self, word: Word, words: Sequence[Word], position: int, *, only_values: bool) -> int:
        if self.places:
            option = self.places.pop(0)
            values = [word]
            while (
                (option.values.most is None or len(values) < option.values.most)
                and position < len(words)
                and (only_values or not _names_option(words[position]))
            ):
                values.append(words[position])
                position += 1
            self.given.append(Given(option, word, tuple(values)))
            for found in values:
                self.findings += check_value(option, option.title, found)
        elif word.many:
            self.open = True
        else:
            self._tell(STRAY_WORD, word, command=self.command, word=word.text)
        return position

    def finish(self, invocation: Invocation, last: Word) -> None:
        """Tells what is missing."""
        misspelt = any(found.rule is UNKNOWN_OPTION for found in self.findings)
        if self.open or misspelt or any(given.word.text in _HELP for given in self.given):
            return
        given = {id(one.option) for one in self.given}
        names = {name for one in self.given for name in one.option.names}
        for option in self.found.record.options:
            least = option.values.least > 0 or bool(option.names)
            if not option.required or not least or id(option) in given or option.unless in names:
                continue
            wanted = "/".join(option.names) or option.title
            unless = f", or give {option.unless}" if option.unless else ""
            start = invocation.program.start
            self.findings.append(
                finding(
                    MISSING_OPTION,
                    start,
                    last.end,
                    command=self.command,
                    option=wanted,
                    unless=unless,
                )
            )

    def _tell(self, rule: Rule, place: Word, **values: object) -> None:
        self.findings.append(finding(rule, place.start, place.end, **values))


def _names_option(word: Word) -> bool:
    """Whether argparse takes a word for an option rather than for a value."""
    text = word.text
    if not text.startswith("-") or text == "-" or _NEGATIVE.fullmatch(text):
        return False
    return " " not in text or "=" in text.partition(" ")[0]
