"""The hooks. Each only calls what does the work."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator import report
from generator.kinds.entry.command_block import EFFECT_WORDS
from generator.knowledge_base import GLOSSARY, KnowledgeBase
from generator.mkdocs_plugin import frame, navigation
from generator.mkdocs_plugin.finished_page import FinishedPage, finished_file
from generator.mkdocs_plugin.sharing import OWN_SHARE, OWN_SHARE_BESIDE_THE_INDEX, share
from generator.problem import Problem
from generator.project.read import read_project
from generator.project.site import (
    FOUND_AS,
    address_book,
    addresses_script,
    beginnings,
    leading_on,
    search_pages,
    search_sources,
    templates,
)
from generator.search.engine import FOLDER, NAME, engine, search_filters
from generator.search.shards import is_current, write_index

_log = get_plugin_logger("knowledge-base")

CACHE = ".cache/search"
"""Below the project: the index of the last build."""

SITEMAP = "sitemap.xml"

NOT_FOUND = "404.html"

ADDRESSES = "assets/kb/addresses.js"

MARK = ".kb-site"
"""In every folder that was built. Only such a folder, or an empty one, is replaced by a build."""


class ContentProblemsError(PluginError):
    """The site cannot be built as its authors mean it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{report.summary(problems)}\n{report.as_text(problems)}")
        self.problems = problems


class KnowledgeBasePlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """`knowledge-base` in mkdocs.yml. The project's folder is the one mkdocs.yml is in."""

    def __init__(self) -> None:
        self.given: KnowledgeBase | None = None
        self.written: Callable[[int], None] = lambda _: None

    def give(self, base: KnowledgeBase, written: Callable[[int], None]) -> None:
        """Hands over a knowledge base without problems, so that the next build need not read it.

        `written` is called for each page written, with the number of all that are generated.
        """
        self.given = base
        self.written = written

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.base = self.given or _read(Path(config.config_file_path).parent)
        self.given = None
        (self.overrides,) = [Path(one) for one in config.theme.dirs if _has_templates(one)]
        self.templates = templates(self.overrides)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        pages = address_book(self.base).pages.values()
        for file in list(files):
            # No page is MkDocs' own; the parts of the engine are put together.
            if file.is_documentation_page() or file.src_uri.startswith(f"{FOLDER}/"):
                files.remove(file)
        script = engine(self.overrides, FOUND_AS, EFFECT_WORDS)
        files.append(File.generated(config, NAME, content=script))
        self.page_count = len(pages)
        for page in pages:
            file = finished_file(page, self.templates, config)
            # For the sitemap. MkDocs would write today, and the same input would not give the same.
            if file.page is not None and (day := page.changed or self.base.newest_day):
                file.page.update_date = day.isoformat()
            files.append(file)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        del files
        navigation.use_titles(nav, config.nav)
        self.nav = nav
        return nav

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        pages = [file.page for file in files if isinstance(file.page, FinishedPage)]
        in_nav = {id(page) for page in self.nav.pages}
        entries = [page for page in pages if id(page) not in in_nav]
        navigation.use_tabs(self.nav, entries)
        frame.install(env, entries)
        env.globals["search_filters"] = search_filters(self.base, FOUND_AS, EFFECT_WORDS)
        self.all_pages = files.documentation_pages()
        self.sources = search_sources(self.base.root)
        kept = is_current(self.sources, self.base.root / CACHE)
        own_share = OWN_SHARE if kept else OWN_SHARE_BESIDE_THE_INDEX
        self.others = share(entries, config, env, self.nav, files, own_share)
        return env

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        del config
        if template_name == NOT_FOUND:  # it may be shown at any depth
            own = {"site_root": context["base_url"], "base_url": "."}
            first = beginnings(address_book(self.base))
            cast("dict[str, Any]", context).update(own, beginnings=first)
        if template_name == SITEMAP:  # pages that other processes write belong there, too
            context["pages"] = self.all_pages
        return context

    def on_post_template(self, output: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        # A sitemap is a list of whole addresses. MkDocs writes no file for what is empty.
        return "" if template_name == SITEMAP and not config.site_url else output

    @event_priority(-100)  # after search, which would look through the whole content
    def on_page_context(
        self,
        context: TemplateContext,
        /,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        del config, nav
        if isinstance(page, FinishedPage):
            page.finish()
        return context

    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        del config
        if isinstance(page, FinishedPage):
            page.drop()
            self.written(self.page_count)
        return output

    @event_priority(-100)  # after all that other plugins do here
    def on_post_build(self, config: MkDocsConfig) -> None:
        folder, cache = Path(config.site_dir) / FOLDER, self.base.root / CACHE
        book = address_book(self.base)
        stubs = list(leading_on(self.base, book, self.templates))
        made = {stub.path: stub.html for stub in stubs}
        for name, content in {**made, ADDRESSES: addresses_script(book, stubs)}.items():
            path = Path(config.site_dir) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        (Path(config.site_dir) / MARK).write_text(
            "The whole folder is replaced by kb build.\n", "utf-8"
        )
        write_index(self.sources, search_pages(self.base), self.base.read_at, folder, cache)
        for wait in self.others:
            wait()

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        del builder
        server.watch(str(Path(config.config_file_path).parent / GLOSSARY))
        return server


def _read(root: Path) -> KnowledgeBase:
    base, problems = read_project(root)
    if report.errors(problems):
        raise ContentProblemsError(problems)
    for problem in problems:
        _log.warning("%s", problem)
    return base


def _has_templates(folder: str) -> bool:
    return (Path(folder) / "kb" / "entry.html").is_file()
