"""`kb build` and `kb serve`: the site, through MkDocs."""

import logging
import os
import shutil
import sys
import tempfile
from pathlib import Path

import click
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from generator import atomic, report
from generator.cli.project import give_up, progress, project_option, read
from generator.kinds.entry.file import EntryFile
from generator.mkdocs_plugin import KnowledgeBasePlugin
from generator.project.folder import CONFIG
from generator.wording import count


@click.command()
@project_option
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where the site goes, in place of site_dir in mkdocs.yml.",
)
def build(root: Path, output: Path | None) -> None:
    """Check everything, then build the site.

    The folder is replaced only when the whole site has been built.
    """
    base, problems = read(root)
    if report.errors(problems):
        give_up(problems)
    click.echo(report.as_text(problems), err=True, nl=False)
    _log_to_terminal()
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's banner on its end of life
    try:
        config = load_config(str(root / CONFIG), strict=True)
    except ConfigurationError as error:
        raise click.UsageError(f"{CONFIG}: {error}") from None
    target = output.resolve() if output else Path(config.site_dir)
    _refuse_other_folders(target, root)
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}-new-"))
    try:
        config.site_dir = str(made)
        with progress("Building") as advance:
            _plugin(config.plugins).give(base, advance)
            number = len(base.all(EntryFile))
            del base  # the plugin keeps what it needs of it
            mkdocs_build(config)
        made.chmod(0o755)
        atomic.replace_folder(made, target)
    except Abort:
        click.echo("The site was not built.", err=True)
        sys.exit(1)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    built = count(number, "entry", "entries")
    click.echo(f"{built} built. Open {(target / 'index.html').as_uri()}")


def _refuse_other_folders(target: Path, root: Path) -> None:
    """The folder is replaced whole, so it must be a site's, or new."""
    if root.is_relative_to(target):
        raise click.UsageError(f"{target} holds the project itself.")
    if target.exists() and any(target.iterdir()) and not (target / "sitemap.xml").exists():
        raise click.UsageError(f"{target} is no site: empty it first, or name another folder.")


def _plugin(plugins: object) -> KnowledgeBasePlugin:
    found = [one for one in dict(plugins).values() if isinstance(one, KnowledgeBasePlugin)]  # type: ignore[call-overload]
    if not found:
        raise click.UsageError(f'{CONFIG} does not name the plugin "knowledge-base".')
    return found[0]


@click.command()
@project_option
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    metavar="HOST:PORT",
    help="Where the preview is served.",
)
@click.option("--open", "in_browser", is_flag=True, help="Open the browser.")
def serve(root: Path, address: str, *, in_browser: bool) -> None:
    """Preview the site; pages reload when a YAML or Markdown file changes."""
    _log_to_terminal(logging.INFO)
    try:
        mkdocs_serve(
            str(root / CONFIG),
            dev_addr=address,
            open_in_browser=in_browser,
            watch_theme=True,
        )
    except ConfigurationError as error:
        raise click.UsageError(str(error)) from None
    except Abort:
        sys.exit(1)


def _log_to_terminal(level: int = logging.WARNING) -> None:
    log = logging.getLogger("mkdocs")
    log.setLevel(level)
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(message)s"))
        log.addHandler(handler)
