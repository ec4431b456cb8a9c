"""Writing files so that a reader finds the old or the new, never half of one."""

import os
import shutil
import tempfile
from pathlib import Path


def write(path: Path, text: str) -> None:
    """Replaces `path` by a file with `text`, in UTF-8."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def replace_folder(new: Path, old: Path) -> None:
    """Puts the folder `new` in the place of `old`, which may not be there; both on one disk."""
    if old.exists():
        aside = Path(tempfile.mkdtemp(dir=old.parent, prefix=f".{old.name}-old-"))
        old.replace(aside / old.name)
        new.replace(old)
        shutil.rmtree(aside)
    else:
        new.replace(old)
