"""The documented examples of Az.DataFactory, from a checkout of azure-docs-powershell."""

import re
from pathlib import Path
from typing import NamedTuple

from generator.command import Shell
from generator.problem import Severity
from generator.problem.tool import UNREADABLE_LINE
from generator.verify import CheckedLine, Verifier

_EXAMPLES = re.compile(r"^## EXAMPLES$(.*?)^## PARAMETERS$", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^```powershell\n(.*?)^```", re.MULTILINE | re.DOTALL | re.IGNORECASE)


class Documented(NamedTuple):
    """`commands` that a catalog knows, those of them `accepted`; `cut` blocks end in output."""

    commands: int
    accepted: int
    cut: int


def check_documented(verifier: Verifier, folder: Path) -> Documented:
    """Every example of the module in `folder`, such as `azps-16.2.0/Az.DataFactory`."""
    commands = accepted = cut = 0
    for page in sorted(folder.glob("*-*.md")):
        examples = _EXAMPLES.search(page.read_text("utf-8-sig"))
        for block in _BLOCK.findall(examples[1] if examples else ""):
            checked = verifier.check(block, Shell.POWERSHELL)
            if above := _above_output(checked, block):
                cut += 1
                checked = verifier.check(above, Shell.POWERSHELL)
            known = sum(command.record is not None for command in checked.commands)
            refused = sum(found.rule.severity is Severity.ERROR for found in checked.findings)
            commands += known
            accepted += max(known - refused, 0)
    return Documented(commands, accepted, cut)


def _above_output(checked: CheckedLine, block: str) -> str:
    """The commands above the output that is pasted beneath them; "" where there is none."""
    unreadable = [found for found in checked.findings if found.rule is UNREADABLE_LINE]
    if not unreadable:
        return ""
    return block[: unreadable[0].start].rpartition("\n\n")[0]
