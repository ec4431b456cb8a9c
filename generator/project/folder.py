"""Where a project is."""

from pathlib import Path

from generator.knowledge_base import GLOSSARY

CONFIG = "mkdocs.yml"


def nearest_project(here: Path) -> Path | None:
    """The nearest folder from `here` upwards that holds a project."""
    for folder in (here, *here.parents):
        if (folder / CONFIG).is_file() and (folder / GLOSSARY).is_dir():
            return folder
    return None
