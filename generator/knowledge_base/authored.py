"""Reading Markdown pages (guides and runbooks) and parameters."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.entry import fold
from generator.guide import Guide, read_guide
from generator.knowledge_base.base import Authored, ParameterFile
from generator.parameter import read_parameter
from generator.problem import Place, Problem
from generator.problem.between import ID_IS_FILE_NAME
from generator.problem.reading import STRAY_FILE
from generator.runbook import FOLDER as RUNBOOKS
from generator.runbook import Runbook, read_runbook
from generator.source import Document, MarkdownPage, parse, parse_markdown, read

CONTENT = "content"


def load_authored(
    root: Path, pages: Iterable[str], parameters: Iterable[str]
) -> tuple[Authored, list[Problem]]:
    """Everything but entries. The paths are relative to `root`."""
    guides: list[Guide] = []
    runbooks: dict[str, Runbook] = {}
    problems: list[Problem] = []
    for path in pages:
        page, found = _page(root, path)
        problems += found
        if page is None:
            continue
        if _is_runbook(path):
            runbook, misfits = read_runbook(page)
            if runbook is not None:
                misfits += _file_name(runbook.document, runbook.id)
                runbooks[PurePosixPath(path).stem] = runbook
        else:
            guide, misfits = read_guide(page, path.removeprefix(CONTENT + "/"))
            guides += [guide] if guide is not None else []
        problems += misfits
    known, broken, misfits = _load_parameters(root, parameters)
    by_title = sorted(runbooks.values(), key=lambda one: (fold(one.front.title), one.path))
    return Authored(tuple(guides), tuple(by_title), known, broken), problems + misfits


def _is_runbook(path: str) -> bool:
    return path.startswith(f"{RUNBOOKS}/") and path != f"{RUNBOOKS}/index.md"


def _page(root: Path, path: str) -> tuple[MarkdownPage | None, list[Problem]]:
    text = read(root, path)
    if isinstance(text, Problem):
        return None, [text]
    page, problems = parse_markdown(path, text)
    return (None if problems else page), problems


def _load_parameters(
    root: Path, paths: Iterable[str]
) -> tuple[dict[str, ParameterFile], frozenset[str], list[Problem]]:
    """Parameters by name, the names of the broken ones, and the problems."""
    found: dict[str, ParameterFile] = {}
    broken: set[str] = set()
    problems: list[Problem] = []
    for path in paths:
        if not path.endswith(".yaml"):
            problems.append(STRAY_FILE.at(Place(path)))
            continue
        name = PurePosixPath(path).stem
        file, misfits = _parameter(root, path)
        problems += misfits
        if file is None:
            broken.add(name)
        else:
            found[name] = file
    return found, frozenset(broken), problems


def _parameter(root: Path, path: str) -> tuple[ParameterFile | None, list[Problem]]:
    text = read(root, path)
    if isinstance(text, Problem):
        return None, [text]
    document, problems = parse(path, text)
    if document is None:
        return None, problems
    parameter, misfits = read_parameter(document)
    problems += misfits
    if parameter is None:
        return None, problems
    return ParameterFile(parameter, document), problems + _file_name(document, parameter.id)


def _file_name(document: Document, own: str) -> list[Problem]:
    path = PurePosixPath(document.path)
    if own == path.stem:
        return []
    return [ID_IS_FILE_NAME.at(document.place(("id",)), id=own, file=path.name)]
