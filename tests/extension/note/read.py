"""Files to notes."""

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass as model

from generator.checks.prose import examine_prose
from generator.knowledge_base import CONTENT, Reading
from generator.problem import Problem
from generator.shape import Plain, Title, fit
from generator.source import Document, parse_markdown

from .model import FOLDER, Note


@model(frozen=True, config=ConfigDict(extra="ignore"))
class _FrontMatter:
    title: Title
    description: Plain


def takes(path: str) -> bool:
    return path.startswith(f"{CONTENT}/{FOLDER}/") and path.endswith(".md")


def read_note(path: str, text: str) -> tuple[Note | None, list[Problem]]:
    page, problems = parse_markdown(path, text)
    if problems:
        return None, problems
    front, problems = fit(_FrontMatter, page.meta or Document(page.path, "{}", {}))
    if front is None:
        return None, problems
    return Note(path, front.title, front.description, page.body, page.first_line), []


def finish_note(reading: Reading, note: Note) -> tuple[Note, list[Problem]]:
    del reading
    return note, examine_prose(note).problems
