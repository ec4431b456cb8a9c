"""Command lines in guides."""

from collections.abc import Iterator

from generator.command import Shell
from generator.guide import Guide
from generator.knowledge_base import CONTENT, KnowledgeBase
from generator.problem import Place, Problem, Severity
from generator.source import CodeBlock
from generator.verify import Verifier

_SHELLS = {
    "bash": Shell.BASH,
    "sh": Shell.BASH,
    "shell": Shell.BASH,
    "powershell": Shell.POWERSHELL,
    "pwsh": Shell.POWERSHELL,
}


def check_guides(base: KnowledgeBase, verifier: Verifier) -> Iterator[Problem]:
    """A guide shows no command that its tool would refuse."""
    for guide in base.guides:
        for block in guide.code:
            if block.language in _SHELLS:
                yield from _check(guide, block, verifier)


def _check(guide: Guide, block: CodeBlock, verifier: Verifier) -> Iterator[Problem]:
    for finding in verifier.check(block.text, _SHELLS[block.language]).findings:
        if finding.rule.severity is not Severity.NOTE:
            line = block.text.count("\n", 0, finding.start)
            column = finding.start - block.text.rfind("\n", 0, finding.start) - 1
            path = f"{CONTENT}/{guide.path}"
            yield finding.at(Place(path, block.line + line, block.column + column))
