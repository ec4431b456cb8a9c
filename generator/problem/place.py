"""Where something stands in the author's files."""

import re
from typing import NamedTuple

# Whatever could move the cursor, forge a second complaint or hide text in a terminal or a CI log.
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\ud800-\udfff\U000e0000-\U000e0fff]"
)


class Place(NamedTuple):
    """A position in a file; compares by path, line, column.

    `path` is relative to the project, with forward slashes. `line` and `column` count from 1,
    columns in characters; what concerns the whole file stands at 1:1.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{shown(self.path, limit=400)}:{self.line}:{self.column}"


def shown(text: str, limit: int = 80) -> str:
    """`text` fit for one line of a complaint: control characters visible, length bounded."""
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
