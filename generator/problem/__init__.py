"""Problems: the one way this project tells an author that something is wrong.

Every code stands in one of the rule files here, with its wording and the text of its page.
"""

from generator.problem.address import ADDRESS
from generator.problem.between import BETWEEN
from generator.problem.command_line import COMMAND_LINE
from generator.problem.config import CONFIG
from generator.problem.effect import EFFECT
from generator.problem.evidence import EVIDENCE
from generator.problem.place import Place, shown
from generator.problem.reading import READING
from generator.problem.rule import Problem, Rule, Severity
from generator.problem.runbook import RUNBOOK
from generator.problem.shape import SHAPE
from generator.problem.tool import TOOL

RULES: tuple[Rule, ...] = tuple(
    sorted(
        READING
        + SHAPE
        + COMMAND_LINE
        + TOOL
        + EFFECT
        + EVIDENCE
        + BETWEEN
        + ADDRESS
        + CONFIG
        + RUNBOOK,
        key=lambda rule: rule.code,
    )
)

__all__ = ["RULES", "Place", "Problem", "Rule", "Severity", "shown"]
