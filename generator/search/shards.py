"""The index for browsers: scripts that are loaded when a query needs them, also from a folder.

`root.js` says how the keys are shared among `keys-N.js`; `pages/N.js` holds the documents of a
page. Every script calls `kbShard` with the index it belongs to, so that an old one that a browser
kept is told from a new one.
"""

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from generator import atomic, digest
from generator.search.document import SearchDocument
from generator.search.inverted_index import DIGITS, InvertedIndex
from generator.search.sources import SourceFile, Sources

SHARD = 10_000
"""Characters of a shard, which holds at least one line. A line may be longer."""

_STAMP = "stamp"


def write_index(
    sources: Sources,
    pages: Iterable[Sequence[SearchDocument]],
    read_at: float,
    folder: Path,
    cache: Path,
) -> None:
    """Writes the index of `pages` to `folder`, which may not be there.

    They were made of what the `sources` held at `read_at`, in seconds since 1970. `cache` takes a
    copy, from which the index is written as long as `is_current`; then `pages` are not asked for.
    """
    if not is_current(sources, cache):
        files = list(sources.files())
        cache.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=cache.parent, prefix=f".{cache.name}-"))
        try:
            _write(pages, made, _name(sources.root, files))
            # What is newer may have changed after it was read. Clocks of files are a little behind.
            if all(file.changed <= read_at - 0.1 for file in files):
                (made / _STAMP).write_text(_stamp(files), encoding="utf-8")
            made.chmod(0o755)  # as a server needs it
            atomic.replace_folder(made, cache)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    shutil.copytree(cache, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(_STAMP))


def is_current(sources: Sources, cache: Path) -> bool:
    """Whether the copy in `cache` would be taken for this project."""
    return _stamp_of(cache) == _stamp(sources.files())


def _stamp(files: Iterable[SourceFile]) -> str:
    """Changes with every file that an index is made of, and with the code that makes it."""
    code = [f"{path.name} {path.stat().st_mtime_ns} {path.stat().st_size}" for path in _code()]
    content = [f"{file.path} {file.stamp}" for file in files]
    return digest.whole("\n".join([*code, *content]))


def _code() -> list[Path]:
    """All of it: texts for search also come from what reads entries, runbooks and prose."""
    return sorted(Path(__file__).parents[1].rglob("*.py"))


def _stamp_of(cache: Path) -> str:
    try:
        return (cache / _STAMP).read_text(encoding="utf-8")
    except OSError:
        return ""


def _write(pages: Iterable[Sequence[SearchDocument]], folder: Path, index: str) -> None:
    keys = InvertedIndex()
    (folder / "pages").mkdir()
    for number, documents in enumerate(pages):
        keys.add(documents)
        _script(folder / "pages" / f"{number}.js", index, f"pages/{number}", _page(documents))
    shards = list(_shards(keys.lines()))
    for number, shard in enumerate(shards):
        lines = "\n".join(f"{key}\t{rest}" for key, rest in shard)
        _script(folder / f"keys-{number}.js", index, f"keys-{number}", lines)
    cuts = ["", *(_cut(one[-1][0], other[0][0]) for one, other in pairwise(shards))]
    packed = [_packed(one, other) for one, other in pairwise(cuts)]
    _script(
        folder / "root.js",
        index,
        "root",
        {"size": keys.size, "pages": keys.pages, "cuts": "\n".join(packed)},
    )


def _name(root: Path, files: Iterable[SourceFile]) -> str:
    """The same for the same files and code, wherever they lie."""
    return digest.of_files((*_code(), *(root / file.path for file in files)))[:12]


def _script(path: Path, index: str, name: str, content: object) -> None:
    """Lone halves of characters are written as escapes."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_text(f'kbShard("{index}","{name}",{text})', "utf-8", "surrogatepass")


def _page(documents: Sequence[SearchDocument]) -> dict[str, object]:
    """What all documents of a page share stands once, and what is empty is left out."""
    head = documents[0]
    contexts = list(dict.fromkeys(document.context for document in documents))
    rows = []
    for one in documents:
        row = {
            name: value for name, value in one._asdict().items() if value and name not in _SHARED
        }
        row["anchor"] = one.location.partition("#")[2]
        row["context"] = contexts.index(one.context)
        rows.append(row)
    shared = {"owner": head.owner, "address": head.location, "domain": head.domain}
    return shared | {"contexts": contexts, "documents": rows}


_SHARED = ("owner", "location", "domain", "context")


def _shards(lines: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Parts of about SHARD characters, parted where a short text tells both sides apart."""
    begin = size = 0
    for at, (key, rest) in enumerate(lines):
        size += len(key) + len(rest) + 2
        if size > SHARD and at > begin:
            first = begin + (at - begin) * 3 // 4
            where = range(max(first, begin + 1), at + 1)
            cut = min(where, key=lambda n: (len(_cut(lines[n - 1][0], lines[n][0])), -n))
            yield lines[begin:cut]
            begin = cut
            size = sum(len(key) + len(rest) + 2 for key, rest in lines[begin : at + 1])
    if begin < len(lines):
        yield lines[begin:]


def _packed(before: str, text: str) -> str:
    """A text that is sorted behind another: how many characters they share, and the others."""
    shared = min(_shared(before, text), len(DIGITS) - 1)
    return DIGITS[shared] + text[shared:]


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginnings."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _cut(last: str, first: str) -> str:
    """The shortest beginning of `first` that stands behind `last`."""
    return first[: _shared(last, first) + 1]
