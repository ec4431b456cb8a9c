"""Reading the files of parameters."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.knowledge_base.base import ParameterFile
from generator.parameter import read_parameter
from generator.problem import Place, Problem
from generator.problem.between import ID_IS_FILE_NAME
from generator.problem.reading import STRAY_FILE
from generator.source import Document, parse, read


def load_parameters(
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
    return ParameterFile(parameter, document), problems + id_is_file_name(document, parameter.id)


def id_is_file_name(document: Document, own: str) -> list[Problem]:
    """A problem where a file is not called as the id in it."""
    path = PurePosixPath(document.path)
    if own == path.stem:
        return []
    return [ID_IS_FILE_NAME.at(document.place(("id",)), id=own, file=path.name)]
