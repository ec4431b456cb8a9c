"""A MkDocs page that arrives as HTML."""

from collections.abc import Iterable

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.page import Heading, Page


class FinishedPage(MkDocsPage):
    """One of our pages.

    Its HTML is made when MkDocs writes the page, and dropped afterwards, so that memory does not
    grow with the number of pages.
    """

    def __init__(
        self, page: Page, templates: Environment, file: File, config: MkDocsConfig
    ) -> None:
        # The theme writes titles into navigation and page as they are.
        super().__init__(escape(page.title), file, config)
        self.finished = page
        self.templates = templates
        self.edit_url = _edit_url(config, page.source)

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        titles = dict.fromkeys([self.finished.title, config.site_name])  # the home may have one
        self.meta = {
            "document_title": str(escape(" - ".join(titles))),
            "title": str(escape(self.finished.title)),
            "description": str(escape(self.finished.description)),
            "search": {"exclude": True},  # the plugin adds its own documents
        }
        if self.finished.wide:
            self.meta["hide"] = ["navigation"]

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs' own signature
        self.content = ""
        self.toc = TableOfContents(list(_toc(self.finished.toc, level=2)))
        self.present_anchor_ids = {link.id for link in self.toc}

    def finish(self) -> None:
        """Makes the HTML."""
        self.content = self.finished.render(self.templates)

    def drop(self) -> None:
        """Forgets the HTML."""
        self.content = ""


def finished_file(page: Page, templates: Environment, config: MkDocsConfig) -> File:
    """A file that MkDocs takes for one of the content folder, with its page."""
    source = page.address.removesuffix(".html") + ".md"
    file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    FinishedPage(page, templates, file, config)
    return file


def _toc(headings: Iterable[Heading], level: int) -> Iterable[AnchorLink]:
    for heading in headings:
        link = AnchorLink(str(escape(heading.title)), str(escape(heading.anchor)), level)
        link.children = list(_toc(heading.children, level + 1))
        yield link


def _edit_url(config: MkDocsConfig, source: str | None) -> str | None:
    """Where the author's file is edited; `edit_uri` leads to the content folder, beside ours."""
    if source is None or not config.repo_url or not config.edit_uri:
        return None
    to_root = config.edit_uri.rstrip("/").rpartition("/")[0]
    return f"{config.repo_url.rstrip('/')}/{to_root.strip('/')}/{source}"
