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
from generator.checks import load_and_check
from generator.knowledge_base import GLOSSARY, KnowledgeBase
from generator.problem import Problem

CONFIG = "mkdocs.yml"


def _root(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path:
    """The folder named, or the nearest one upwards that holds a project."""
    if value is not None:
        if not (value / GLOSSARY).is_dir():
            raise click.BadParameter(f"{value} has no folder {GLOSSARY}.", context, parameter)
        return value.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / CONFIG).is_file() and (folder / GLOSSARY).is_dir():
            return folder
    raise click.UsageError(
        f"No project here or above: a project has {CONFIG} and a folder {GLOSSARY}. "
        "Name one with --project."
    )


project_option: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--project",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=_root,
    metavar="FOLDER",
    help="The project's folder. Without it, the nearest one upwards from here.",
)


def read(root: Path) -> tuple[KnowledgeBase, list[Problem]]:
    """The knowledge base and every problem in it, sorted."""
    with progress("Reading") as advance:
        base, problems = load_and_check(root, advance)
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
