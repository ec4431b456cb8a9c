"""What every command needs: the project's folder, and the knowledge base in it."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from generator import report
from generator.knowledge_base import GLOSSARY, KnowledgeBase
from generator.problem import Problem
from generator.project.folder import CONFIG, nearest_project
from generator.project.read import read_project


def _named(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path | None:
    if value is not None and not (value / GLOSSARY).is_dir():
        raise click.BadParameter(f"{value} has no folder {GLOSSARY}.", context, parameter)
    return value and value.resolve()


def _root(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path:
    """The folder named, or the nearest one upwards that holds a project."""
    return _named(context, parameter, value) or required_project()


def required_project() -> Path:
    """The nearest project; without any, wrong use."""
    if (root := nearest_project(Path.cwd())) is not None:
        return root
    raise click.UsageError(
        f"No project here or above: a project has {CONFIG} and a folder {GLOSSARY}. "
        "Name one with --project."
    )


_Option = Callable[[Callable[..., Any]], Callable[..., Any]]


def _project_option(
    callback: Callable[[click.Context, click.Parameter, Path | None], Path | None],
) -> _Option:
    return click.option(
        "--project",
        "root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        callback=callback,
        metavar="FOLDER",
        help="The project's folder. Without it, the nearest one upwards from here.",
    )


project_option = _project_option(_root)
optional_project_option = _project_option(_named)


def read(root: Path) -> tuple[KnowledgeBase, list[Problem]]:
    """The knowledge base and every problem in it, sorted."""
    with progress("Reading") as advance:
        base, problems = read_project(root, advance)
    gc.freeze()  # it stays until the end; no collection needs to walk through it
    return base, problems


def give_up(problems: list[Problem]) -> None:
    """Prints the problems and ends with status 1."""
    click.echo(report.as_text(problems), nl=False)
    click.echo(report.summary(problems), err=True)
    sys.exit(1)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int], None]]:
    """A bar for people at a terminal.

    Call the function given once per step, with the number of all steps.
    """
    console = Console(stderr=True)
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn())
    # Without a thread of its own: work is shared only by a process that has none.
    with Progress(
        *columns,
        console=console,
        transient=True,
        auto_refresh=False,
        disable=not console.is_terminal,
    ) as bar:
        task = bar.add_task(what, total=None)
        steps = count(1)

        def advance(total: int) -> None:
            done = next(steps)
            if done % 20 == 0:
                bar.update(task, completed=done, total=total, refresh=True)

        yield advance
