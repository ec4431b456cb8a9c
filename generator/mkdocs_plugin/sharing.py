"""Large sites: pages written by other processes, while MkDocs writes the rest."""

import gc
from collections.abc import Callable, Sequence
from functools import partial

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url, write_file

from generator.mkdocs_plugin.finished_page import FinishedPage
from generator.mkdocs_plugin.frame import TEMPLATE, Frames
from generator.processes import fork, processes

WORTH_SHARING = 200
"""Pages. Writing this many takes a second."""

OWN_SHARE = 0.9
"""Of an equal share: this process also writes all other files."""

OWN_SHARE_BESIDE_THE_INDEX = 0.25
"""The same, where it also makes the search index anew: two thirds of the work of writing pages."""


def share(
    pages: Sequence[FinishedPage],
    config: MkDocsConfig,
    env: Environment,
    nav: Navigation,
    files: Files,
    own_share: float,
) -> list[Callable[[], None]]:
    """Lets other processes write some of `pages`; gives the functions that wait for them.

    For MkDocs these pages are excluded from then on.
    """
    number = processes()
    if number == 1 or len(pages) < WORTH_SHARING:
        return []
    gc.freeze()  # neither here nor there has anything so far become garbage
    own = int(len(pages) / number * own_share)
    size = -(-(len(pages) - own) // (number - 1))
    shares = [pages[start : start + size] for start in range(own, len(pages), size)]
    waiting = [fork(partial(_write, share, config, env, nav, files)) for share in shares]
    for page in pages[own:]:
        page.file.inclusion = InclusionLevel.EXCLUDED  # MkDocs leaves it alone
    return waiting


def _write(
    pages: Sequence[FinishedPage],
    config: MkDocsConfig,
    env: Environment,
    nav: Navigation,
    files: Files,
) -> None:
    """What MkDocs does for each page, for pages that no other plugin changes."""
    all_pages = files.documentation_pages()
    template = env.get_template(TEMPLATE)
    frames: Frames = env.globals["frames"]  # type: ignore[assignment]  # put there by `install`
    for page in pages:
        page.finish()
        base_url = get_relative_url(".", page.url)
        if frames.has(page, base_url):
            html = frames.fill(page, base_url)
        else:
            page.active = True
            html = template.render(get_context(nav, all_pages, config, page))
            page.active = False
        write_file(html.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)
        page.drop()
