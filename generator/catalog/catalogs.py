"""All catalogs of a project, and what they know of a command."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from json import loads
from pathlib import Path
from typing import Generic, TypeVar

from generator.catalog.file import Catalog, CatalogError, load
from generator.catalog.record import (
    Cmdlet,
    Option,
    OptionCommand,
    Retired,
    cmdlet,
    option,
    option_command,
)

Record = TypeVar("Record", OptionCommand, Cmdlet, Retired)

FOLDER = "glossary/catalogs"
_HERE = Path(__file__).parent


def _files(root: Path | None) -> list[Path]:
    """The catalogs that this package brings, each replaced by the project's own of that name."""
    shipped = _HERE / "shipped"  # in a wheel; a checkout has them where a project has its own
    folders = [shipped if shipped.is_dir() else _HERE.parents[1] / FOLDER]
    folders += [root / FOLDER] if root else []
    found = {path.name: path for folder in folders for path in folder.glob("*.jsonl")}
    return [found[name] for name in sorted(found)]


@dataclass(frozen=True)
class Found(Generic[Record]):
    """A record with the catalog it is from, and its line there."""

    record: Record
    catalog: Catalog
    line: str


class Tool:
    """A program with subcommands: the catalogs of itself and of its extensions."""

    def __init__(self, program: str, catalogs: tuple[Catalog, ...]) -> None:
        self.program = program
        self.catalogs = catalogs
        self._found: dict[str, Found[OptionCommand] | None] = {}

    @property
    def stamp(self) -> str:
        """`az 2.91.0 + datafactory 1.0.4`."""
        return " + ".join(catalog.stamp for catalog in self.catalogs)

    @cached_property
    def shared(self) -> tuple[Option, ...]:
        """The options that every command takes."""
        return tuple(map(option, self.catalogs[0].header.shared))

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """What can follow a group of commands; the program itself is the group ""."""
        following: dict[str, dict[str, None]] = {"": {}}
        for catalog in self.catalogs:
            for name in catalog.lines:
                words = name.split(" ")
                for end, word in enumerate(words):
                    following.setdefault(" ".join(words[:end]), {})[word] = None
        return {group: tuple(words) for group, words in following.items()}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every command, without the program."""
        return tuple(name for catalog in self.catalogs for name in catalog.lines)

    def find(self, name: str) -> Found[OptionCommand] | None:
        """The command of this name, without the program."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> Found[OptionCommand] | None:
        for catalog in self.catalogs:
            if (line := catalog.lines.get(name)) is not None:
                return Found(option_command(loads(line)), catalog, line)
        return None


def read_catalogs(root: Path | None) -> tuple["Catalogs", tuple[CatalogError, ...]]:
    """The catalogs for the project in `root`, and what is wrong with those that are left out.

    They are read once as long as no file changes: a preview builds again and again.
    """
    paths = [path for path in _files(root) if path.is_file()]
    return _read(tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in paths))


@lru_cache(maxsize=2)
def _read(
    files: tuple[tuple[Path, int, int], ...],
) -> tuple["Catalogs", tuple[CatalogError, ...]]:
    catalogs: list[Catalog] = []
    errors: list[CatalogError] = []
    for path, _, _ in files:
        try:
            catalogs.append(load(path))
        except CatalogError as error:
            errors.append(error)
    return Catalogs(tuple(catalogs)), tuple(errors)


class Catalogs:
    """Catalogs, asked together. Their lines become records when they are asked for."""

    def __init__(self, catalogs: tuple[Catalog, ...]) -> None:
        self._all = catalogs
        self._tools: dict[str, Tool | None] = {}
        self._cmdlets: dict[str, Found[Cmdlet] | None] = {}

    def tool(self, program: str) -> Tool | None:
        """The tool of which `program` is the first word; None when no catalog knows it."""
        if program not in self._tools:
            own = [c for c in self._of_kind("options") if c.header.program == program]
            own.sort(key=lambda catalog: catalog.header.extension)
            self._tools[program] = Tool(program, tuple(own)) if own else None
        return self._tools[program]

    def cmdlet(self, name: str) -> Found[Cmdlet] | None:
        """The cmdlet of this name, in any case."""
        key = name.lower()
        if key not in self._cmdlets:
            self._cmdlets[key] = self._cmdlet(key)
        return self._cmdlets[key]

    def _cmdlet(self, key: str) -> Found[Cmdlet] | None:
        for catalog in self._of_kind("cmdlets"):
            line = catalog.lines.get(key) or self._aliases.get(key)
            if line is not None:
                return Found(cmdlet(loads(line)), catalog, line)
        return None

    @cached_property
    def _aliases(self) -> Mapping[str, str]:
        return {
            alias.lower(): line
            for catalog in self._of_kind("cmdlets")
            for line in catalog.lines.values()
            for alias in loads(line).get("aliases", ())
        }

    @cached_property
    def cmdlets(self) -> tuple[str, ...]:
        """The names of all cmdlets, in lower case."""
        return tuple(name for catalog in self._of_kind("cmdlets") for name in catalog.lines)

    @property
    def cmdlet_stamp(self) -> str:
        """`Az 16.2.0`."""
        return " + ".join(catalog.stamp for catalog in self._of_kind("cmdlets"))

    def retired(self, name: str) -> Found[Retired] | None:
        """The retired name, in any case."""
        for catalog in self._of_kind("retired"):
            if (line := catalog.lines.get(name.lower())) is not None:
                row = loads(line)
                return Found(Retired(row["name"], row.get("instead", "")), catalog, line)
        return None

    def _of_kind(self, kind: str) -> Iterator[Catalog]:
        return (catalog for catalog in self._all if catalog.header.kind == kind)

    def __iter__(self) -> Iterator[Catalog]:
        return iter(self._all)
