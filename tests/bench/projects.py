"""The projects that are built: the same text for our site and for plain Material for MkDocs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml as pyyaml
from mkdocs.utils.yaml import yaml_load

from .as_markdown import MarkdownPage
from .as_yaml import entry_file, yaml
from .corpus import entries
from .names import DOMAINS, LABELS, OWNERS, terms

_PAGES = {
    "index.md": ("Field guide", "Every term of the platform, and what to run when it fails."),
    "guides/index.md": ("Guides", "Answers that need more than one term."),
}


@dataclass(frozen=True)
class Projects:
    """The folders and configurations of one corpus.

    `default_nav` and `outside_nav` are two configurations for one folder of Markdown.
    """

    size: int
    words: int
    ours: Path
    default_nav: Path
    outside_nav: Path

    @property
    def root(self) -> Path:
        """The folder that `kb validate` takes."""
        return self.ours.parent


def write_projects(project: Path, folder: Path, size: int, seed: int) -> Projects:
    """Write one corpus below `folder`; `project` has the configuration of the real site.

    `words` of the result is the mean over the Markdown pages, all markup counted.
    """
    ours, plain = folder / "ours", folder / "plain"
    _write_pages(ours / "content")
    _write_pages(plain / "docs")
    _write(ours / "glossary" / "vocabulary.yaml", yaml(_vocabulary()))
    known = {term.id: term for term in terms(size)}
    words = 0
    for entry in entries(size, seed):
        page = MarkdownPage(entry, known).text()
        words += len(page.split())
        _write(ours / "glossary" / entry.domain / f"{entry.id}.yaml", entry_file(entry))
        _write(plain / "docs" / "glossary" / entry.domain / f"{entry.id}.md", page)
    return Projects(
        size,
        words // size,
        _configuration(ours / "mkdocs.yml", _ours(project, ours)),
        _configuration(plain / "default-nav.yml", _plain(project, plain, "default-nav")),
        _configuration(
            plain / "outside-nav.yml",
            _plain(project, plain, "outside-nav")
            | {"nav": [{"Home": "index.md"}, {"Guides": "guides/index.md"}]}
            | {"not_in_nav": "glossary/**"},
        ),
    )


def _ours(project: Path, folder: Path) -> dict[str, Any]:
    return {
        "INHERIT": str(project / "mkdocs.yml"),
        "docs_dir": str(folder / "content"),
        "site_dir": str(folder / "site"),
        "theme": {"custom_dir": str(project / "site_overrides")},
        # The navigation of the real site may name guides that the corpus does not have.
        "validation": {"nav": {"not_found": "info"}},
    }


def _plain(project: Path, folder: Path, name: str) -> dict[str, Any]:
    with (project / "mkdocs.yml").open(encoding="utf-8") as stream:
        real = yaml_load(stream)
    return {
        "site_name": "Field guide",
        "docs_dir": str(folder / "docs"),
        "site_dir": str(folder / f"site-{name}"),
        "use_directory_urls": False,
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "markdown_extensions": real["markdown_extensions"],
    }


def _configuration(path: Path, content: Mapping[str, Any]) -> Path:
    _write(path, pyyaml.dump(dict(content), sort_keys=False))
    return path


def _write_pages(folder: Path) -> None:
    for path, (title, description) in _PAGES.items():
        front = f"---\ntitle: {title}\ndescription: {description}\n---\n"
        _write(folder / path, f"{front}\n# {title}\n\n{description}\n")


def _vocabulary() -> dict[str, Any]:
    return {
        "domains": {
            domain: {
                **_described(domain),
                "services": {service: _described(service) for service in services},
            }
            for domain, services in DOMAINS.items()
        },
        "owners": {owner: {"title": _title(owner)} for owner in OWNERS},
        "labels": {label: _described(label) for label in LABELS},
    }


def _described(word: str) -> dict[str, str]:
    return {"title": _title(word), "definition": f"What has to do with {word.replace('-', ' ')}."}


def _title(word: str) -> str:
    return word.replace("-", " ").capitalize()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
