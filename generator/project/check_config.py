"""mkdocs.yml: the settings without which the site would be built and not work."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.knowledge_base import CONTENT, KnowledgeBase
from generator.problem import Place, Problem
from generator.problem.config import MISSING_ASSET, WRONG_SETTING
from generator.project.folder import CONFIG
from generator.source import compose, place_at, read

PLUGIN = "knowledge-base"
ENTRY_TEMPLATE = "kb/entry.html"
_ASSETS = {"extra_css": ".css", "extra_javascript": ".js"}
INHERITED = 5
"""Files that one may inherit from by way of each other."""
DEPTH = 3
_FIRST = "assets/kb/moved.js"


class _Setting(NamedTuple):
    """The value of a key, and where it stands; of a list or a mapping its names, in order."""

    value: str
    names: tuple[str, ...]
    place: Place


def check_config(base: KnowledgeBase) -> Iterator[Problem]:
    """The settings are those that pages are made for, and name every asset of theirs."""
    if not (base.root / CONFIG).is_file():
        return
    settings = _read(base.root / CONFIG, CONFIG, INHERITED)
    if isinstance(settings, Problem):
        yield settings
        return
    yield from _values(base.root, settings)
    yield from _plugins(settings)
    yield from _theme(base.root, settings)


def _read(file: Path, path: str, left: int) -> dict[str, _Setting] | Problem:
    """The settings of a file, above those of the file that it inherits from, wherever that is.

    `path` is how problems call the file.
    """
    text = read(file.parent.resolve(), file.name)
    if isinstance(text, Problem):
        return text
    node = compose(path, text)
    if isinstance(node, Problem):
        return node
    settings = dict(_settings(path, text, node, ""))
    parent = settings.get("INHERIT")
    if parent is None or not left:
        return settings
    above = _read(file.parent / parent.value, parent.value, left - 1)
    return above if isinstance(above, Problem) else above | settings


def _settings(path: str, text: str, node: Node, before: str) -> Iterator[tuple[str, _Setting]]:
    """Every setting by its keys with dots between."""
    for key, value in node.value if isinstance(node, MappingNode) else ():
        name = f"{before}{key.value}"
        place = place_at(path, text, value.start_mark.index)
        shown = value.value if isinstance(value, ScalarNode) else ""
        if value.tag == "!ENV":
            shown = _of_environment(value)
        yield name, _Setting(shown, tuple(_names(value)), place)
        if name.count(".") < DEPTH:  # an alias may lead back to where it stands
            yield from _settings(path, text, value, f"{name}.")


def _of_environment(node: Node) -> str:
    """The first of these variables that is set; the last of several is what holds otherwise."""
    names = [node] if isinstance(node, ScalarNode) else node.value
    texts = [str(one.value) for one in names if isinstance(one, ScalarNode)]
    *names, otherwise = texts if len(texts) > 1 else [*texts, ""]
    return next((os.environ[name] for name in names if name in os.environ), otherwise)


def _names(node: Node) -> Iterator[str]:
    if isinstance(node, MappingNode):
        yield from (str(key.value) for key, _ in node.value)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            if isinstance(item, ScalarNode):
                yield str(item.value)
            else:
                yield from _names(item)


def _wrong(place: Place, what: str, mend: str) -> Problem:
    return WRONG_SETTING.at(place, what=what, mend=mend)


def _values(root: Path, settings: Mapping[str, _Setting]) -> Iterator[Problem]:
    for key, wanted, why in (
        (
            "use_directory_urls",
            "false",
            "addresses end in .html, also in a folder without a server",
        ),
        ("docs_dir", CONTENT, "pages are read from there"),
        ("theme.name", "material", "pages are made for its frame"),
    ):
        found = settings.get(key)
        if found is None or _meant(root, found.value) != wanted:
            place = found.place if found else Place(CONFIG)
            what = f'"{key}" is not "{wanted}".'
            leaf = key.rpartition(".")[2]
            yield _wrong(place, what, f'Write "{leaf}: {wanted}": {why}.')


def _meant(root: Path, value: str) -> str:
    """A value as MkDocs takes it: YAML 1.1 has more words for no, a folder several names."""
    if value.lower() in ("no", "off"):
        return "false"
    return PurePosixPath(value.removeprefix(f"{root.as_posix()}/")).as_posix().lower()


def _plugins(settings: Mapping[str, _Setting]) -> Iterator[Problem]:
    found = settings.get("plugins")
    named = found.names if found else ()
    for name, why in (
        (PLUGIN, "it makes the pages"),
        ("search", "the search box belongs to it"),
        ("offline", "search works from a folder with it"),
    ):
        if name not in named and f"material/{name}" not in named:
            place = found.place if found else Place(CONFIG)
            yield _wrong(place, f'the plugin "{name}" is missing.', f'Add "- {name}": {why}.')


def _theme(root: Path, settings: Mapping[str, _Setting]) -> Iterator[Problem]:
    own = settings.get("theme.custom_dir")
    folder = root / own.value if own and own.value else None
    if own is None or folder is None or not (folder / ENTRY_TEMPLATE).is_file():
        place = own.place if own else Place(CONFIG)
        what = f'"custom_dir" of the theme has no {ENTRY_TEMPLATE}.'
        yield _wrong(place, what, "Name the folder with the templates of pages: site_overrides.")
        return
    # What a template of the theme loads itself, every page does not have to.
    templates = "".join(one.read_text("utf-8") for one in sorted(folder.glob("*.html")))
    for key, ending in _ASSETS.items():
        found = settings.get(key)
        named = found.names if found else ()
        place = found.place if found else Place(CONFIG)
        for file in sorted((folder / "assets/kb").glob(f"*{ending}")):
            path = file.relative_to(folder).as_posix()
            if path not in named and path not in templates:
                where = ", before all others" if path == _FIRST else ""
                yield MISSING_ASSET.at(place, key=key, path=path, where=where)
        if _FIRST in named and named[0] != _FIRST:
            what = f'"{_FIRST}" is not the first script.'
            yield _wrong(place, what, "Move it up: the others read the address it leads to.")
