"""The values that a runbook is followed with."""

import os
from collections.abc import Callable, Iterable, Mapping

from generator.kinds.runbook.model import Runbook
from generator.knowledge_base import KnowledgeBase
from generator.parameter import Parameter, refusal
from generator.run.prepare import variable
from generator.run.walk import Values
from generator.shape import suggest

Ask = Callable[[Parameter], str | None]
"""Asks somebody for the value of a parameter; None where nobody is there."""


class WrongValueError(Exception):
    """A value that was given cannot be taken. The text says why."""


def read_pairs(pairs: Iterable[str]) -> dict[str, str]:
    """Texts such as NAME=VALUE. Raises WrongValueError."""
    found: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise WrongValueError(f'"{pair}" is not NAME=VALUE.')
        if name in found:
            raise WrongValueError(f"{name} stands there twice.")
        found[name] = value
    return found


def values_for(base: KnowledgeBase, runbook: Runbook, given: Mapping[str, str], ask: Ask) -> Values:
    """Every value, each held against its parameter; what is missing is asked for.

    Secret values come from the environment or are asked for, and are never given. Raises
    WrongValueError.
    """
    parameters = [base.parameter(name) for name in runbook.front.parameters]
    known = [parameter.id for parameter in parameters]
    if unknown := sorted({*given} - {*known}):
        mend = suggest(unknown[0], known, f"It takes: {', '.join(known) or 'none'}.")
        raise WrongValueError(f'it takes no "{unknown[0]}". {mend}')
    for parameter in parameters:
        if parameter.id in given:
            _refuse(parameter, given[parameter.id])
    values = dict(given)
    for parameter in parameters:
        if parameter.id not in given:
            own = os.environ.get(variable(parameter.id)) if parameter.secret else None
            value = own if own is not None else ask(parameter)
            values |= {} if value is None else {parameter.id: value}
    return Values(values, frozenset(one.id for one in parameters if one.secret))


def _refuse(parameter: Parameter, value: str) -> None:
    if parameter.secret:
        raise WrongValueError(
            f"{parameter.id} is secret, and stays in the history of the shell. "
            f"Set {variable(parameter.id)} in the environment."
        )
    if why := refusal(parameter, value):
        raise WrongValueError(f"{parameter.id}: {why}.")
