"""Which payloads each form of text takes, tried one by one."""

import re
import shlex
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from tests.project import problems

from .hostile import PAYLOADS
from .hostile_documents import (
    END,
    command_of,
    entry_of,
    front_of,
    group_of,
    put_entry,
    put_guide,
    put_parameter,
    put_runbook,
)
from .hostile_forms import (
    DEFINITION,
    EXAMPLE,
    FORMS,
    GUIDE,
    LINE,
    MARKDOWN,
    PLAIN,
    PROSE,
    RUN,
    RUNBOOK,
    STEP_TITLE,
    TITLE,
    YAML,
    Form,
)

_KEYS = {
    "aliases": TITLE,
    "search_hints": PLAIN,
    "definition": DEFINITION,
    "when_relevant": LINE,
    "security": PROSE,
    "commands": RUN,
}


class _Probes:
    """Files with one payload each, in a field of every form. Problems are told apart by lines."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._forms: dict[str, list[tuple[int, Form]]] = {}
        """By path the forms, each with the line from which on it stands."""

    def write(self, name: str, texts: dict[Form, str]) -> None:
        """Writes files with these texts, which are of one payload."""
        if entry := {key: form for key, form in _KEYS.items() if form in texts}:
            shown: dict[str, Any] = {key: texts[form] for key, form in entry.items()}
            for key in shown.keys() & {"aliases", "search_hints", "when_relevant"}:
                shown[key] = [f"{shown[key]} {name}" if key == "aliases" else shown[key]]
            if "commands" in shown:
                shown["commands"] = [group_of(command_of("show", shlex.quote(shown["commands"])))]
            put_entry(self._root, entry_of(name, **shown))
            self._note(f"glossary/analytics/{name}.yaml", {f"{k}:": f for k, f in entry.items()})
        if EXAMPLE in texts:
            put_parameter(self._root, name, example=texts[EXAMPLE])
            self._note(f"glossary/parameters/{name}.yaml", {"id:": EXAMPLE})
        if RUNBOOK in texts or STEP_TITLE in texts:
            body = (
                f"{texts.get(RUNBOOK, 'x')}\n\n## {texts.get(STEP_TITLE, 'x')} {{#look}}\n\n{END}"
            )
            put_runbook(self._root, front_of(f"ways-{name}"), body)
            marks = {"---": RUNBOOK, "## ": STEP_TITLE}
            marks = {mark: form for mark, form in marks.items() if form in texts}
            self._note(f"content/runbooks/ways-{name}.md", marks)
        for form in GUIDE:  # one changes what another means, so each has a page
            if form in texts:
                page = f"{form.name.replace(' ', '-')}/{name}"
                put_guide(self._root, page, texts[form])
                self._note(f"content/{page}.md", {"": form})

    def _note(self, path: str, marks: dict[str, Form]) -> None:
        lines = (self._root / path).read_text(encoding="utf-8").split("\n")
        self._forms[path] = [
            (number, form)
            for mark, form in marks.items()
            for number in [
                max(n for n, line in enumerate(lines, 1) if line.startswith(mark) or n == 1)
            ]
        ]

    def complaints(self) -> dict[tuple[str, Form], set[str]]:
        """The codes of the problems with each name and form; the files are deleted."""
        found: dict[tuple[str, Form], set[str]] = defaultdict(set)
        for problem in problems(self._root):
            path, line, _ = problem.place
            if path not in self._forms or problem.code == _TWICE:
                continue
            before = [one for one in self._forms[path] if one[0] <= line]
            whole = problem.code in _UNREADABLE or not before or len(self._forms[path]) == 1
            for _, form in self._forms[path] if whole else [max(before, key=lambda one: one[0])]:
                found[Path(path).stem.removeprefix("ways-"), form].add(problem.code)
        for path in self._forms:
            (self._root / path).unlink()
        return found


_TWICE = "KB424"
"""Several forms on one page may give it one id twice."""
_UNREADABLE = ("KB102", "KB501")
"""Nothing more is told of such a file."""


class Accepted(NamedTuple):
    """For each form what it takes of a payload, and the codes of the problems with the rest.

    What prose refuses as it stands may be shown as code.
    """

    texts: dict[Form, dict[str, str]]
    refused: dict[Form, dict[str, frozenset[str]]]


def accepted(root: Path) -> Accepted:
    """What the base project in `root` takes of every payload."""
    found = Accepted({form: {} for form in FORMS}, {form: {} for form in FORMS})
    for written, forms in ((_raw, FORMS), (_as_code, _MARKUP)):
        probes = _Probes(root)
        tried: dict[str, dict[Form, str]] = {}
        for number, payload in enumerate(PAYLOADS):
            waiting = [form for form in forms if written is _raw or payload in found.refused[form]]
            tried[f"p-{number}"] = {form: written(payload, form) for form in waiting}
            probes.write(f"p-{number}", tried[f"p-{number}"])
        told = probes.complaints()
        for payload, (name, attempts) in zip(PAYLOADS, tried.items(), strict=True):
            for form, text in attempts.items():
                if codes := told.get((name, form)):
                    found.refused[form].setdefault(payload, frozenset(codes))
                else:
                    found.refused[form].pop(payload, None)
                    found.texts[form][payload] = text
    return found


_MARKUP = (LINE, PROSE, *MARKDOWN)


def _raw(payload: str, form: Form) -> str:
    if payload.count("`") % 2 and form in _MARKUP:
        return _as_code(payload, form)  # it would turn what follows into code
    if form in (*YAML, RUNBOOK) or form.around == "§":
        return payload
    return form.around.replace("§", " ".join(payload.split()))


def _as_code(payload: str, form: Form) -> str:
    """A payload as a reader of prose would be shown it: in backticks, on one line."""
    ticks = "`" * (1 + max((len(run) for run in re.findall("`+", payload)), default=0))
    return form.around.replace("§", f"{ticks} {' '.join(payload.split())} {ticks}")
