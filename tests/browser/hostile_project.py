"""A project in which every field of an author holds what `hostile.py` lists.

Some fields refuse some payloads, with a problem (`hostile_probes.py`); whatever is accepted stands
in every field of its form.
"""

import shlex
from collections import defaultdict
from itertools import cycle, zip_longest
from pathlib import Path

import yaml

from generator.problem import Problem
from tests.project import problems, write

from .hostile import EVIL
from .hostile_documents import (
    END,
    Data,
    as_yaml,
    block_of,
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
    GUIDE,
    LINE,
    PLAIN,
    PROSE,
    RUN,
    RUNBOOK,
    STEP_TITLE,
    TITLE,
    Form,
)
from .hostile_probes import Accepted, accepted

RICH = 8
"""Documents of each kind that share among their fields what there is; others have titles only."""


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
        put_entry(root, _rich_entry(root, deck, number))
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
        put_entry(
            root,
            entry_of(f"stub-{number}", title=f"{entry} {number}", definition=definition, **words),
        )
        see = f"[[stub-{number}]] [[ways-{number}]]"
        put_guide(root, f"guides/stub-{number}", see, title=guide, description=description)
        front = front_of(f"ways-{number}") | {
            "title": runbook,
            "summary": summary,
            "duration": duration,
            "owner": f"owner-{number}",
            "applies_to": [f"stub-{number}"],
        }
        put_runbook(root, front, f"{see}\n\n## Look {{#look}}\n\n{END}")


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
        command_of(f"look-{n}", shlex.quote(text), purpose="Look.", permission=permission)
        for n, (text, permission) in enumerate(
            zip_longest(deck.share(RUN, "command line", number), plain("permission"), fillvalue="x")
        )
    ]
    looks[0] |= {"purpose": line("purpose"), "expect": line("expect"), "needs": lines("needs")}
    delete = _with_values(root, deck, number)
    deletes = {**delete, "id": "deletes", "irreversible": line("irreversible")}
    delete["undo"] = line("undo")
    groups = [group_of(*looks, delete, deletes)]
    groups += [
        group_of(command_of(f"c-{n}", "x"), title=f"{title} {n}")
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
    entry = entry_of(f"rich-{number}", related=[f"stub-{number}"])
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
        put_parameter(root, name, label=label, example=example, allowed=allowed)
    values = "-".join(f"<{name}>" for name in names)
    command = command_of("delete", "x", effect="destroy", check_first="look-0")
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
    put_guide(root, f"guides/rich-{number}", f"# {title}\n\n" + "\n\n".join(body))


def _rich_runbook(root: Path, deck: Deck, number: int) -> None:
    def line(field: str) -> str:
        return deck.one(LINE, f"runbook {field}", number)

    front = front_of(f"rich-runbook-{number}") | {
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
        block_of("command", command),
        block_of("manual", manual | {"undo": line("undo")}),
        block_of("manual", manual | {"irreversible": line("irreversible")}),
        *steps,
        block_of(
            "decision",
            {
                "question": line("question"),
                "options": [{"when": line("option"), "go": "resolved"}],
            },
        ),
    )
    put_runbook(root, front, "\n\n".join(body))
