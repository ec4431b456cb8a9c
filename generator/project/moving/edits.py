"""Names in a file, written anew where they stand."""

from collections.abc import Iterable

from generator.knowledge_base import Use
from generator.project.moving.names import MoveError


def edited(text: str, edits: Iterable[tuple[Use, str]]) -> str:
    """The text of a file with another text in the place of each use. Raises MoveError.

    What does not stand there as it was read is left to its author.
    """
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for use, new in sorted(edits, key=lambda edit: edit[0].place, reverse=True):
        at = starts[use.place.line - 1] + use.place.column - 1
        if not text.startswith(use.written, at):
            raise MoveError(
                f'{use.place}: "{use.id}" is written here in a way that cannot be changed safely. '
                "Change it by hand."
            )
        text = text[:at] + new + text[at + len(use.written) :]
    return text
