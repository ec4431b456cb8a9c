"""A project in which every field of an author holds what `hostile.py` lists.

Some fields refuse some payloads, with a problem. These are found first, one payload in a file, and
left out of the fields of that form; whatever is accepted stands in every field.
"""

import re
import shlex
from collections import defaultdict
from itertools import cycle, zip_longest
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from generator.problem import Problem
from tests.project import problems, write

from .hostile import EVIL, PAYLOADS

RICH = 8
"""Documents of each kind that share among their fields what there is; others have titles only."""

Data = dict[str, Any]


class Form(NamedTuple):
    """A form of text: how long one may be, and what joins several payloads in it.

    In Markdown files a payload stands where `§` is in `around`, on one line unless that is all.
    """

    name: str
    length: int
    between: str
    around: str = "§"


TITLE = Form("title", 74, " ")  # leaves room for a number, which makes each its own
PLAIN = Form("plain", 500, " ")
DEFINITION = Form("definition", 300, " ")
EXAMPLE = Form("example", 300, " ")
LINE = Form("line", 1500, " ; ")
PROSE = Form("prose", 4000, "\n\n")
RUN = Form("run", 1500, " ")
YAML = (TITLE, PLAIN, DEFINITION, EXAMPLE, LINE, PROSE, RUN)
STEP_TITLE = Form("step title", 200, " ")
RUNBOOK = Form("runbook", 4000, "\n\n")
GUIDE = tuple(
    Form(f"guide {name}", 1200, "\n\n", around)
    for name, around in {
        "paragraph": "§",
        "heading": "## § {#§}",
        "list": "- §\n- x\n\n> §",
        "table": "| § | b |\n| --- | :-: |\n| § | § |",
        "code": "~~~ §\n§\n~~~",
        "admonition": '!!! note "§"\n    §',
        "class": "!!! note §\n    x",
        "footnote": "x[^§]\n\n[^§]: §",
        "link": '[§](https://evil.example/ "§")',
        "picture": '![§](../guides/x.png "§")',
        "definition": "[§]: https://evil.example/ '§'\n\n[§]",
        "reference": "[[pipeline|§]]",
        "diagram": "```mermaid\nflowchart TD\naccTitle: §\naccDescr: §\nA --> B\n```",
        "label": '```mermaid\nflowchart TD\naccTitle: x\naccDescr: x\nA["§"] -->|"§"| B\n```',
        "message": "```mermaid\nsequenceDiagram\naccTitle: x\naccDescr: x\nA->>B: §\n```",
    }.items()
)
MARKDOWN = (RUNBOOK, *GUIDE)
FORMS = (*YAML, STEP_TITLE, *MARKDOWN)


def _entry(entry_id: str, **fields: Any) -> Data:
    return {
        "id": entry_id,
        "title": entry_id,
        "domain": "analytics",
        "service": "data-factory",
        "status": "draft",
        "difficulty": "beginner",
        "owner": "data-platform",
        "definition": entry_id,
        **fields,
    }


def _put_entry(root: Path, entry: Data) -> None:
    write(root, f"glossary/{entry['domain']}/{entry['id']}.yaml", as_yaml(entry))


def as_yaml(data: Any) -> str:
    """YAML in which every character that is not ASCII is an escape: no reader refuses it."""
    return yaml.safe_dump(data, sort_keys=False, width=10_000)


def _put_guide(root: Path, name: str, body: str, **front: Any) -> None:
    meta = {"title": name, "description": name, **front}
    write(root, f"content/{name}.md", f"---\n{as_yaml(meta)}---\n\n{body}\n")


def _front(name: str) -> Data:
    return {
        "id": name,
        "title": name,
        "summary": name,
        "owner": "data-platform",
        "duration": "a minute",
        "symptoms": [{"kind": "observation", "text": name}],
        "applies_to": ["pipeline"],
        "escalation": ["Somebody."],
    }


def _put_runbook(root: Path, front: Data, body: str) -> None:
    write(root, f"content/runbooks/{front['id']}.md", f"---\n{as_yaml(front)}---\n\n{body}\n")


def _block(kind: str, fields: Data) -> str:
    return f"```{kind}\n{as_yaml(fields)}```\n"


_END = _block("decision", {"question": "Done?", "options": [{"when": "Yes", "go": "resolved"}]})


_SHOW = "az datafactory pipeline show"


def _command(command_id: str, text: str, **more: Any) -> Data:
    run = f"{_SHOW} --factory-name adf --name p --resource-group rg --if-none-match {text}"
    return {"id": command_id, "run": run, "purpose": "p", "effect": "discover", **more}


def _group(*commands: Data, title: str = "Look") -> Data:
    return {"title": title, "relation": "direct", "commands": list(commands)}


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
                shown["commands"] = [_group(_command("show", shlex.quote(shown["commands"])))]
            _put_entry(self._root, _entry(name, **shown))
            self._note(f"glossary/analytics/{name}.yaml", {f"{k}:": f for k, f in entry.items()})
        if EXAMPLE in texts:
            _put_parameter(self._root, name, example=texts[EXAMPLE])
            self._note(f"glossary/parameters/{name}.yaml", {"id:": EXAMPLE})
        if RUNBOOK in texts or STEP_TITLE in texts:
            body = (
                f"{texts.get(RUNBOOK, 'x')}\n\n## {texts.get(STEP_TITLE, 'x')} {{#look}}\n\n{_END}"
            )
            _put_runbook(self._root, _front(f"ways-{name}"), body)
            marks = {"---": RUNBOOK, "## ": STEP_TITLE}
            marks = {mark: form for mark, form in marks.items() if form in texts}
            self._note(f"content/runbooks/ways-{name}.md", marks)
        for form in GUIDE:  # one changes what another means, so each has a page
            if form in texts:
                page = f"{form.name.replace(' ', '-')}/{name}"
                _put_guide(self._root, page, texts[form])
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


def _put_parameter(root: Path, name: str, **fields: Any) -> None:
    parameter = {"id": name, "label": "L", "pattern": "[^~]{1,300}", "example": "x", "allowed": "x"}
    write(root, f"glossary/parameters/{name}.yaml", as_yaml(parameter | fields))


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


def hostile_project(root: Path) -> tuple[Accepted, "Deck"]:
    """Makes the base project in `root` hostile; gives what it takes, and what stands where.

    What a guide takes alone it may refuse among others: that is left out.
    """
    found = accepted(root)
    for _ in range(4):
        deck = write_hostile_project(root, found.texts)
        told = problems(root)
        if not told:
            return found, deck
        for problem in told:
            _leave_out(root, found, problem)
    raise AssertionError([*map(str, told)])


def _leave_out(root: Path, found: Accepted, problem: Problem) -> None:
    lines = (root / problem.place.path).read_text(encoding="utf-8").split("\n")
    for form in GUIDE:
        for payload, text in [*found.texts[form].items()]:
            if lines[problem.place.line - 1] in text.split("\n"):
                del found.texts[form][payload]
                found.refused[form][payload] = frozenset({problem.code})


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


class Deck:
    """Deals the payloads of each form to fields, and writes down which went where."""

    def __init__(self, texts: dict[Form, dict[str, str]]) -> None:
        self._texts = {form: list(found.items()) for form, found in texts.items()}
        self.placed: dict[tuple[str, Form], set[str]] = defaultdict(set)

    def all(self, form: Form, field: str) -> list[str]:
        """Texts in which all payloads stand."""
        return self._packed(form, field, self._texts[form])

    def share(self, form: Form, field: str, number: int) -> list[str]:
        """The same of the part that document `number` has."""
        known = self._texts[form]
        size, number = -(-len(known) // RICH), number % RICH
        mine = known[size * number : size * (number + 1)]
        mine.sort(key=lambda one: one[1].rfind("<") > one[1].rfind(">"))  # open tags come last
        return self._packed(form, field, mine)

    def one(self, form: Form, field: str, number: int) -> str:
        """The same in one text, however long."""
        return form.between.join(self.share(form, field, number))

    def _packed(self, form: Form, field: str, known: list[tuple[str, str]]) -> list[str]:
        packs: list[str] = []
        for payload, text in known:
            joined = f"{packs[-1]}{form.between}{text}" if packs else text
            if packs and len(joined) <= form.length:
                packs[-1] = joined
            else:
                packs.append(text)
            self.placed[field, form].add(payload)
        return packs


def write_hostile_project(root: Path, texts: dict[Form, dict[str, str]]) -> Deck:
    """Adds to the base project documents in whose fields all these texts stand."""
    deck = Deck(texts)
    _vocabulary(root, deck)
    _stubs(root, deck)
    for number in range(RICH):
        _put_entry(root, _rich_entry(root, deck, number))
        _rich_guide(root, deck, number)
        _rich_runbook(root, deck, number)
    return deck


def _vocabulary(root: Path, deck: Deck) -> None:
    path = "glossary/vocabulary.yaml"
    words = yaml.safe_load((root / path).read_text(encoding="utf-8"))
    titles = zip_longest(
        deck.all(TITLE, "domain title"),
        deck.all(TITLE, "service title"),
        deck.all(TITLE, "owner title"),
        deck.all(TITLE, "label title"),
        deck.all(LINE, "word definition"),
        fillvalue="x",
    )
    for number, (domain, service, owner, label, definition) in enumerate(titles):
        services = {f"service-{number}": {"title": service, "definition": definition}}
        words["domains"][f"domain-{number}"] = {
            "title": domain,
            "definition": definition,
            "services": services,
        }
        contact = f"https://{EVIL}/{number}"
        words["owners"][f"owner-{number}"] = {"title": owner, "contact": contact}
        words["labels"][f"label-{number}"] = {"title": label, "definition": definition}
    write(root, path, as_yaml(words))


def _stubs(root: Path, deck: Deck) -> None:
    """Documents for what each of them has one of."""
    titles = zip(
        deck.all(TITLE, "entry title"),
        deck.all(TITLE, "guide title"),
        deck.all(TITLE, "runbook title"),
        cycle(deck.all(DEFINITION, "entry definition")),
        cycle(deck.all(PLAIN, "guide description")),
        cycle(deck.all(DEFINITION, "runbook summary")),
        cycle(deck.all(PLAIN, "runbook duration")),
        strict=False,
    )
    for number, (entry, guide, runbook, definition, description, summary, duration) in enumerate(
        titles
    ):
        words = {
            "domain": f"domain-{number}",
            "service": f"service-{number}",
            "owner": f"owner-{number}",
            "labels": [f"label-{number}"],
        }
        _put_entry(
            root,
            _entry(f"stub-{number}", title=f"{entry} {number}", definition=definition, **words),
        )
        see = f"[[stub-{number}]] [[ways-{number}]]"
        _put_guide(root, f"guides/stub-{number}", see, title=guide, description=description)
        front = _front(f"ways-{number}") | {
            "title": runbook,
            "summary": summary,
            "duration": duration,
            "owner": f"owner-{number}",
            "applies_to": [f"stub-{number}"],
        }
        _put_runbook(root, front, f"{see}\n\n## Look {{#look}}\n\n{_END}")


def _rich_entry(root: Path, deck: Deck, number: int) -> Data:
    """An entry with payloads in all its fields."""

    def lines(field: str) -> list[str]:
        return deck.share(LINE, field, number)

    def line(field: str) -> str:
        return deck.one(LINE, field, number)

    def prose(field: str) -> str:
        return deck.one(PROSE, field, number)

    def plain(field: str) -> list[str]:
        return deck.share(PLAIN, field, number)

    def titles(field: str) -> list[str]:
        return deck.share(TITLE, field, number)

    sections = (
        *("technical_context", "why_it_matters", "security", "cost", "operations"),
        *("reliability", "performance"),
    )
    looks = [
        _command(f"look-{n}", shlex.quote(text), purpose="Look.", permission=permission)
        for n, (text, permission) in enumerate(
            zip_longest(deck.share(RUN, "command line", number), plain("permission"), fillvalue="x")
        )
    ]
    looks[0] |= {"purpose": line("purpose"), "expect": line("expect"), "needs": lines("needs")}
    delete = _with_values(root, deck, number)
    deletes = {**delete, "id": "deletes", "irreversible": line("irreversible")}
    delete["undo"] = line("undo")
    groups = [_group(*looks, delete, deletes)]
    groups += [
        _group(_command(f"c-{n}", "x"), title=f"{title} {n}")
        for n, title in enumerate(titles("group title"))
    ]
    case = {
        "kind": "published",
        "source": "s-0",
        "scenario": prose("scenario"),
        "objectives": lines("objective"),
        "solution": prose("solution"),
        "results": lines("result"),
        "takeaway": line("takeaway"),
    }
    entry = _entry(f"rich-{number}", related=[f"stub-{number}"])
    entry |= {key: prose(key) for key in sections}
    return entry | {
        "aliases": [f"{text} a{number}" for text in titles("alias")],
        "search_hints": plain("search hint"),
        "definition_source": "s-0",
        "not_to_be_confused_with": [
            {
                "term": term,
                "difference": line("difference"),
                "consequence": line("consequence"),
            }
            for term in plain("confused term")
        ],
        "symptoms": [
            {"kind": "error", "text": text, "meaning": prose("symptom meaning")}
            for text in plain("symptom text")
        ],
        "where_you_see_it": [{"surface": "portal", "signal": one} for one in lines("signal")],
        "when_relevant": lines("when relevant"),
        "cli": {
            "why": prose("cli why"),
            "use_cases": lines("use case"),
            "before_you_run": lines("before you run"),
            "reading_output": lines("reading output"),
        },
        "commands": groups,
        "common_mistakes": [{"mistake": line("mistake"), "instead": line("instead")}],
        "case_studies": [{"title": title, **case} for title in titles("case title")[:1]]
        + [{"title": title, **_SHORT_CASE} for title in titles("case title")],
        "not_applicable": {"architecture": line("why not applicable")},
        "sources": _sources(deck, "source title", number),
    }


_SHORT_CASE = {
    "kind": "illustrative",
    "scenario": "x",
    "objectives": ["x"],
    "solution": "x",
    "results": ["x"],
    "takeaway": "x",
}


def _with_values(root: Path, deck: Deck, number: int) -> Data:
    """A command that asks for values of parameters in whose fields payloads stand."""
    labels = deck.share(TITLE, "parameter label", number)
    examples = deck.share(EXAMPLE, "parameter example", number)
    names = [f"value-{number}-{n}" for n in range(len(labels))]
    for name, label, example in zip(names, labels, cycle(examples), strict=False):
        allowed = deck.one(LINE, "parameter allowed", number)
        _put_parameter(root, name, label=label, example=example, allowed=allowed)
    values = "-".join(f"<{name}>" for name in names)
    command = _command("delete", "x", effect="destroy", check_first="look-0")
    command["run"] = (
        f"az datafactory pipeline delete --factory-name adf --resource-group rg --name {values}"
    )
    return command


def _sources(deck: Deck, field: str, number: int) -> list[Data]:
    return [
        {
            "id": f"s-{n}",
            "title": text,
            "url": f"https://{EVIL}/{n}",
            "retrieved": "2026-11-08",
        }
        for n, text in enumerate(deck.share(PLAIN, field, number))
    ]


def _rich_guide(root: Path, deck: Deck, number: int) -> None:
    # A payload that gives a heading its id stands once on a page.
    shares = (deck.share(form, form.name, number + n) for n, form in enumerate(GUIDE))
    body = [text for share in shares for text in share]
    title = deck.share(GUIDE[0], "guide first heading", number)[0].split("\n")[0]
    _put_guide(root, f"guides/rich-{number}", f"# {title}\n\n" + "\n\n".join(body))


def _rich_runbook(root: Path, deck: Deck, number: int) -> None:
    def line(field: str) -> str:
        return deck.one(LINE, f"runbook {field}", number)

    front = _front(f"rich-runbook-{number}") | {
        "severity_hints": [line("severity hint")],
        "symptoms": [
            {"kind": kind, "text": text}
            for kind in ("error", "alert", "observation")
            for text in deck.share(PLAIN, f"runbook {kind}", number)
        ],
        "parameters": ["factory-name", "resource-group", "pipeline-name"],
        "exercised": {"on": "2026-11-08", "outcome": line("outcome")},
        "escalation": [line("escalation")],
        "sources": _sources(deck, "runbook source title", number),
    }
    command = {"run": "pipeline/show", "expect": line("expect"), "record": line("record")}
    manual = {
        "where": "portal",
        "do": deck.one(PROSE, "runbook do", number),
        "effect": "operate",
        "check": line("check"),
        "record": line("manual record"),
    }
    steps = (
        f"## {title} {{#step-{n}}}"
        for n, title in enumerate(deck.share(STEP_TITLE, "step title", number))
    )
    body = (
        deck.one(RUNBOOK, "runbook intro", number),
        "## Begin {#begin}",
        deck.one(RUNBOOK, "runbook text", number),
        _block("command", command),
        _block("manual", manual | {"undo": line("undo")}),
        _block("manual", manual | {"irreversible": line("irreversible")}),
        *steps,
        _block(
            "decision",
            {
                "question": line("question"),
                "options": [{"when": line("option"), "go": "resolved"}],
            },
        ),
    )
    _put_runbook(root, front, "\n\n".join(body))
