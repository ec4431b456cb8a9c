"""The JSON Schema of an entry, for editors that complete and check YAML."""

import json

from pydantic import TypeAdapter

from generator.kinds.entry.model import Entry


def json_schema() -> str:
    """The schema as text. Editors give a first check; `kb validate` decides."""
    schema = TypeAdapter(Entry).json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Glossary entry"
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
