"""The least documents that have the fields to be hostile in."""

from pathlib import Path
from typing import Any

import yaml

from tests.project import write

Data = dict[str, Any]


def entry_of(entry_id: str, **fields: Any) -> Data:
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


def put_entry(root: Path, entry: Data) -> None:
    write(root, f"glossary/{entry['domain']}/{entry['id']}.yaml", as_yaml(entry))


def as_yaml(data: Any) -> str:
    """YAML in which every character that is not ASCII is an escape: no reader refuses it."""
    return yaml.safe_dump(data, sort_keys=False, width=10_000)


def put_guide(root: Path, name: str, body: str, **front: Any) -> None:
    meta = {"title": name, "description": name, **front}
    write(root, f"content/{name}.md", f"---\n{as_yaml(meta)}---\n\n{body}\n")


def front_of(name: str) -> Data:
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


def put_runbook(root: Path, front: Data, body: str) -> None:
    write(root, f"content/runbooks/{front['id']}.md", f"---\n{as_yaml(front)}---\n\n{body}\n")


def block_of(kind: str, fields: Data) -> str:
    return f"```{kind}\n{as_yaml(fields)}```\n"


END = block_of("decision", {"question": "Done?", "options": [{"when": "Yes", "go": "resolved"}]})


SHOW = "az datafactory pipeline show"


def command_of(command_id: str, text: str, **more: Any) -> Data:
    run = f"{SHOW} --factory-name adf --name p --resource-group rg --if-none-match {text}"
    return {"id": command_id, "run": run, "purpose": "p", "effect": "discover", **more}


def group_of(*commands: Data, title: str = "Look") -> Data:
    return {"title": title, "relation": "direct", "commands": list(commands)}


def put_parameter(root: Path, name: str, **fields: Any) -> None:
    parameter = {"id": name, "label": "L", "pattern": "[^~]{1,300}", "example": "x", "allowed": "x"}
    write(root, f"glossary/parameters/{name}.yaml", as_yaml(parameter | fields))
