"""Values on the command line, as --param NAME=VALUE."""

from collections.abc import Mapping, Sequence

import click

from generator.parameter import Parameter, refusal
from generator.run import variable
from generator.shape import suggest


def given_pairs(pairs: tuple[str, ...]) -> dict[str, str]:
    """The values by their names."""
    found = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise click.BadParameter(f'"{pair}" is not NAME=VALUE.', param_hint="--param")
        if name in found:
            raise click.BadParameter(f"{name} stands there twice.", param_hint="--param")
        found[name] = value
    return found


def refuse(parameters: Sequence[Parameter], given: Mapping[str, str], secret: str) -> None:
    """Ends where a value was given that none of the parameters takes.

    `secret` is what is said of a value that nobody should type; it may name the `{variable}`.
    """
    known = [parameter.id for parameter in parameters]
    if unknown := sorted({*given} - {*known}):
        mend = suggest(unknown[0], known, f"It takes: {', '.join(known) or 'none'}.")
        raise click.BadParameter(f'it takes no "{unknown[0]}". {mend}', param_hint="--param")
    for parameter in parameters:
        if parameter.id in given:
            _refuse(parameter, given[parameter.id], secret)


def _refuse(parameter: Parameter, value: str, secret: str) -> None:
    why = refusal(parameter, value)
    if parameter.secret:
        told = f"{parameter.id} is secret, and {secret.format(variable=variable(parameter.id))}"
        raise click.BadParameter(told, param_hint="--param")
    if why:
        raise click.BadParameter(f"{parameter.id}: {why}.", param_hint="--param")
