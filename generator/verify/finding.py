"""What is wrong with a command line, before it is known which file it stands in."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.problem import Place, Problem, Rule


class Finding(NamedTuple):
    """A rule that characters `start` to `end` of a line break, with the values of its sentences."""

    rule: Rule
    start: int
    end: int
    values: Mapping[str, object]

    def at(self, place: Place) -> Problem:
        """The problem, once the place of the line is known."""
        return self.rule.at(place, **self.values)


def finding(rule: Rule, start: int, end: int, /, **values: object) -> Finding:
    """A finding, its values by name."""
    return Finding(rule, start, end, values)
