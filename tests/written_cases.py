"""Cases that no repository can hold, or that would be mostly filler: each writes its file."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from .project import DRAFT, ENTRY, LINES, write


class Written(NamedTuple):
    """`make` breaks the base project; `expected` is what is told of it."""

    code: str
    name: str
    make: Callable[[Path], None]
    expected: str


def _entry(content: str | bytes) -> Callable[[Path], None]:
    return lambda root: write(root, ENTRY, content)


def _link_out(root: Path) -> None:
    outside = root.parent / "dataset.yaml"
    outside.write_text(DRAFT, encoding="utf-8")
    (root / ENTRY).symlink_to(outside)


def _page_link_out(root: Path) -> None:
    outside = root.parent / "choose.md"
    outside.write_text("---\ntitle: A\ndescription: B\n---\n", encoding="utf-8")
    (root / "content/choose.md").symlink_to(outside)


def _folder_link_out(root: Path) -> None:
    outside = root.parent / "analytics"
    write(outside, "dataset.yaml", DRAFT)
    (root / "glossary/storage").symlink_to(outside)


def _asset_link_out(root: Path) -> None:
    (root.parent / "secret.txt").write_text("secret", encoding="utf-8")
    (root / "content/evil.txt").symlink_to(root.parent / "secret.txt")


def _asset_folder_link_out(root: Path) -> None:
    write(root.parent / "outside", "secret.txt", "secret")
    (root / "content/od").symlink_to(root.parent / "outside")


def _asset_link_out_by_way_of_the_project(root: Path) -> None:
    _asset_link_out(root)
    (root / "pictures").mkdir()
    (root / "content/evil.txt").rename(root / "pictures/evil.txt")
    (root / "content/pictures").symlink_to(root / "pictures")


def _asset_folder_link_loop(root: Path) -> None:
    (root / "content/again").symlink_to(root / "content")


def _dangling_link(root: Path) -> None:
    (root / ENTRY).symlink_to("gone.yaml")


def _link_loop(root: Path) -> None:
    (root / ENTRY).symlink_to("other.yaml")
    (root / ENTRY).with_name("other.yaml").symlink_to("dataset.yaml")


def _large(size: int) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        write(root, ENTRY, DRAFT)
        with (root / ENTRY).open("r+b") as stream:
            stream.truncate(size)  # the rest is a hole on the disk, zeros for a reader

    return make


def _bomb(width: int) -> str:
    """Nine lists of aliases, each repeating the one before: `width` to the ninth values."""
    lines = [f"a0: &a0 [{', '.join(['x'] * width)}]"]
    for number in range(1, 9):
        aliases = ", ".join([f"*a{number - 1}"] * width)
        lines.append(f"a{number}: &a{number} [{aliases}]")
    return "\n".join(lines) + "\n"


def lined(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


_NOT_UTF8 = "is not UTF-8. Save the file as UTF-8."
_CHARACTER = "can stand in no text. Delete it."
_DEEP = (
    "KB108 lists and mappings are nested more than 40 deep. "
    "Flatten them; an entry needs six levels."
)
_MANY = (
    "KB109 the file holds too much: more than 50,000 values, or megabytes of text. "
    "Split it, and repeat nothing with `&` and `*`."
)
CANNOT_BE_READ = "Mend its permissions or the link, or delete it."
_LEAVES = "KB111 a symbolic link leads out of the project's folder. Put the file itself here."
_NEXT = LINES + 1

WRITTEN = (
    Written(
        "KB101",
        "Latin-1",
        _entry(DRAFT.replace("Dataset", "Café", 1).encode("latin-1")),
        lined(f"{ENTRY}:2:11: KB101 byte 0xe9 {_NOT_UTF8}"),
    ),
    Written(
        "KB101",
        "UTF-16",
        _entry(DRAFT.encode("utf-16-le").join([b"\xff\xfe", b""])),
        lined(f"{ENTRY}:1:1: KB101 byte 0xff {_NOT_UTF8}"),
    ),
    Written(
        "KB101",
        "cut in the middle of a character",
        _entry((DRAFT + "security: Café").encode()[:-1]),
        lined(f"{ENTRY}:{_NEXT}:14: KB101 byte 0xc3 {_NOT_UTF8}"),
    ),
    Written(
        "KB101",
        "page in Latin-1",
        lambda root: write(root, "content/caf.md", "---\ntitle: Café\n".encode("latin-1")),
        lined(f"content/caf.md:2:11: KB101 byte 0xe9 {_NOT_UTF8}"),
    ),
    Written(
        "KB102",
        "bell",
        _entry(DRAFT.replace("Dataset", "Node\a")),
        lined(f"{ENTRY}:2:12: KB102 the character U+0007 {_CHARACTER}"),
    ),
    Written(
        "KB102",
        "terminal colors",
        _entry(DRAFT + "security: \x1b[31mKeys\x1b[0m\n"),
        lined(f"{ENTRY}:{_NEXT}:11: KB102 the character U+001B {_CHARACTER}"),
    ),
    Written(
        "KB102",
        "byte order mark in the middle",
        _entry(DRAFT + "\ufeffsecurity: Keys\n"),
        lined(f"{ENTRY}:{_NEXT}:1: KB102 the character U+FEFF {_CHARACTER}"),
    ),
    Written(
        "KB102",
        "zeros",
        _large(900_000),
        lined(f"{ENTRY}:{_NEXT}:1: KB102 the character U+0000 {_CHARACTER}"),
    ),
    Written(
        "KB102",
        "escapes",
        _entry(
            DRAFT.replace("title: Dataset", 'title: "Data\\e]52;c;eA==\\aset"')
            + 'security: "Keys\\u202esyeK"\naliases: ["a\\0"]\n'
        ),
        lined(
            f"{ENTRY}:2:8: KB102 the character U+001B {_CHARACTER}",
            f"{ENTRY}:{_NEXT}:11: KB102 the character U+202E {_CHARACTER}",
            f"{ENTRY}:{_NEXT + 1}:11: KB102 the character U+0000 {_CHARACTER}",
        ),
    ),
    Written(
        "KB102",
        "direction turned in a command of a guide",
        lambda root: write(
            root, "content/a.md", "---\ntitle: A\ndescription: A\n---\n\n`a\u2066b`\n"
        ),
        lined(f"content/a.md:6:3: KB102 the character U+2066 {_CHARACTER}"),
    ),
    Written(
        "KB104",
        "50 MB",
        _large(50_000_000),
        lined(
            f"{ENTRY}:1:1: KB104 the file has 50,000,000 bytes; at most 1,000,000 are read. "
            "Split it, or move what is not prose elsewhere."
        ),
    ),
    Written(
        "KB108",
        "brackets",
        _entry(DRAFT + "aliases: " + "[" * 100_000),
        lined(f"{ENTRY}:{_NEXT}:49: {_DEEP}"),
    ),
    Written(
        "KB108",
        "closed brackets",
        _entry(DRAFT + "aliases: " + "[" * 100_000 + "]" * 100_000),
        lined(f"{ENTRY}:{_NEXT}:49: {_DEEP}"),
    ),
    Written("KB108", "braces", _entry("{a: " * 100_000), lined(f"{ENTRY}:1:161: {_DEEP}")),
    Written("KB108", "dashes", _entry("- " * 100_000), lined(f"{ENTRY}:1:81: {_DEEP}")),
    Written("KB108", "questions", _entry("? " * 100_000), lined(f"{ENTRY}:1:81: {_DEEP}")),
    Written(
        "KB108",
        "indentation",
        _entry("".join(" " * level + "a:\n" for level in range(400))),
        lined(f"{ENTRY}:41:41: {_DEEP}"),
    ),
    Written("KB109", "six to the ninth", _entry(_bomb(6)), lined(f"{ENTRY}:1:1: {_MANY}")),
    Written("KB109", "ninety to the ninth", _entry(_bomb(90)), lined(f"{ENTRY}:1:1: {_MANY}")),
    Written("KB111", "link to an entry", _link_out, lined(f"{ENTRY}:1:1: {_LEAVES}")),
    Written("KB111", "link to a page", _page_link_out, lined(f"content/choose.md:1:1: {_LEAVES}")),
    Written(
        "KB111", "link to a folder", _folder_link_out, lined(f"glossary/storage:1:1: {_LEAVES}")
    ),
    Written(
        "KB111",
        "link to a file that is published",
        _asset_link_out,
        lined(f"content/evil.txt:1:1: {_LEAVES}"),
    ),
    Written(
        "KB111",
        "link to a folder that is published",
        _asset_folder_link_out,
        lined(f"content/od:1:1: {_LEAVES}"),
    ),
    Written(
        "KB111",
        "link by way of a folder of the project",
        _asset_link_out_by_way_of_the_project,
        lined(f"content/pictures/evil.txt:1:1: {_LEAVES}"),
    ),
    Written(
        "KB113",
        "link to the folder around it",
        _asset_folder_link_loop,
        lined(
            "content/again:1:1: KB113 the file cannot be read: the link leads back to itself. "
            f"{CANNOT_BE_READ}"
        ),
    ),
    Written(
        "KB113",
        "dangling link",
        _dangling_link,
        lined(
            f"{ENTRY}:1:1: KB113 the file cannot be read: the link leads to nothing. "
            f"{CANNOT_BE_READ}"
        ),
    ),
    Written(
        "KB113",
        "link loop",
        _link_loop,
        lined(
            f"{ENTRY}:1:1: KB113 the file cannot be read: the link leads back to itself. "
            f"{CANNOT_BE_READ}",
            "glossary/analytics/other.yaml:1:1: KB113 the file cannot be read: "
            f"the link leads back to itself. {CANNOT_BE_READ}",
        ),
    ),
)
