"""Command lines in guides."""

from collections.abc import Iterator

from generator.command import Shell
from generator.kinds.guide.model import Guide
from generator.problem import Place, Problem, Severity
from generator.prose import Fence
from generator.verify import Verifier

_SHELLS = {
    "bash": Shell.BASH,
    "sh": Shell.BASH,
    "shell": Shell.BASH,
    "powershell": Shell.POWERSHELL,
    "pwsh": Shell.POWERSHELL,
}


def check_code(guide: Guide, verifier: Verifier) -> Iterator[Problem]:
    """A guide shows no command that its tool would refuse."""
    for fence in guide.parsed().fences():
        if fence.language in _SHELLS:
            yield from _check(guide, fence, verifier)


def _check(guide: Guide, fence: Fence, verifier: Verifier) -> Iterator[Problem]:
    text = fence.text.removesuffix("\n")
    for finding in verifier.check(text, _SHELLS[fence.language]).findings:
        if finding.rule.severity is not Severity.NOTE:
            line = guide.first_line + fence.line + text.count("\n", 0, finding.start)
            column = finding.start - text.rfind("\n", 0, finding.start) + fence.indent
            yield finding.at(Place(guide.path, line, column))
