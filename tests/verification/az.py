"""The real az, as a process beside this one."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_SIDE = Path(__file__).parent / "az_side.py"


class Az:
    """An installed azure-cli, started by its own interpreter; loading takes half a minute."""

    def __init__(self, python: Path) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own words
            [python, _SIDE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def examples(self) -> list[str]:
        """Every example in its help, as it stands there."""
        return [example for example in self._ask("examples") if example.strip()]

    def accepts(self, arguments: Sequence[str]) -> bool | None:
        """Whether its own parser takes these arguments; None where it asks for more than these."""
        accepted: bool | None = self._ask(list(arguments))
        return accepted

    def _ask(self, request: object) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())
