"""Going through a runbook, block by block."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Protocol

from generator.clock import now
from generator.command import Effect
from generator.kinds.entry.embedded import command_at
from generator.kinds.entry.model import Command
from generator.kinds.runbook.flow import following
from generator.kinds.runbook.model import (
    ENDS,
    ESCALATE,
    CommandBlock,
    DecisionBlock,
    ManualBlock,
    Runbook,
    Step,
    Text,
)
from generator.knowledge_base import KnowledgeBase
from generator.prose import plain
from generator.run.prepare import Prepared, prepare
from generator.run.record import Record, Row, redacted


@dataclass(frozen=True)
class Outcome:
    """What came of running a command; no `status` where it was not run."""

    status: int | None
    output: str = ""


class Values(NamedTuple):
    """Values by parameter, and which of them are secret."""

    known: Mapping[str, str]
    secret: frozenset[str]


class Operator(Protocol):
    """Whoever sits at the terminal."""

    def step(self, number: int, step: Step) -> None:
        """Is shown where we are."""

    def text(self, text: str) -> None:
        """Is shown a text with markup."""

    def command(self, command: Command, prepared: Prepared, expect: str | None) -> None:
        """Is shown a command before anything is asked or run."""

    def manual(self, block: ManualBlock) -> None:
        """Is shown something to do by hand."""

    def agrees(self, question: str) -> bool:
        """Answers yes or no."""

    def chooses(self, question: str, options: list[str]) -> int:
        """Chooses one of the options, counted from 0."""

    def run(self, prepared: Prepared) -> Outcome:
        """Has the command run, and sees its output while it runs."""

    def recorded(self) -> None:
        """A row was added to the record."""


def walk(
    base: KnowledgeBase,
    runbook: Runbook,
    values: Values,
    record: Record,
    operator: Operator,
    *,
    dry: bool,
) -> str:
    """Follows the runbook to an end, which is returned: `resolved`, or `escalate`.

    With `dry`, nothing is run or asked: every step is shown in the order of the file.
    """
    walker = _Walker(base, runbook, values, record, operator, dry=dry)
    if dry:
        for number, step in enumerate(runbook.steps, 1):
            walker.step(number, step)
        return ""
    steps = {step.id: (number, step) for number, step in enumerate(runbook.steps, 1)}
    name = runbook.steps[0].id
    while name not in ENDS:
        name = walker.step(*steps[name])
    return name


class _Walker:
    def __init__(
        self,
        base: KnowledgeBase,
        runbook: Runbook,
        values: Values,
        record: Record,
        operator: Operator,
        *,
        dry: bool,
    ) -> None:
        self.base = base
        self.runbook = runbook
        self.values = values
        self.record = record
        self.operator = operator
        self.dry = dry

    def step(self, number: int, step: Step) -> str:
        """Does a step; where to go on."""
        self.operator.step(number, step)
        for part in step.parts:
            if isinstance(part, Text):
                self.operator.text(part.text)
                continue
            if isinstance(part.block, CommandBlock):
                target = self._command(step, part.block)
            elif isinstance(part.block, ManualBlock):
                target = self._manual(step, part.block)
            else:
                target = self._decision(step, part.block)
            if target is not None:
                return target
        return following(self.runbook, step) or ESCALATE

    def _command(self, step: Step, block: CommandBlock) -> str | None:
        found = command_at(self.base, block.run)
        assert found is not None  # told as a problem, and nothing is run then
        command = found.command
        prepared = prepare(command, self.values.known, self.values.secret)
        expect = block.expect or command.expect
        self.operator.command(command, prepared, expect)
        if self.dry:
            return None
        outcome = self._run(command, prepared)
        # What prints a secret leaves no trace but that it ran.
        hidden = command.reveals_secret and outcome.status is not None
        row = {
            "command": redacted(prepared.shown, self.record.secrets),
            "status": outcome.status,
            "output": "[not kept: it shows a secret]" if hidden else self._kept(outcome.output),
        }
        failed = outcome.status not in (0, None)
        met = not failed and self.operator.agrees("As expected?" if expect else "Go on?")
        told = "as expected" if met else "something else"
        if outcome.status is None:
            told = f"by hand or left out: {told}"
        elif failed:
            told = f"exit status {outcome.status}"
        self._add(step, command.purpose, told, block.record, row)
        return None if met else self._branch(step, block.if_not)

    def _run(self, command: Command, prepared: Prepared) -> Outcome:
        if not prepared.arguments:
            return Outcome(None)
        changes = command.effect is not Effect.DISCOVER
        if changes and not self.operator.agrees(f"This can {command.effect}. Run it?"):
            return Outcome(None)
        return self.operator.run(prepared)

    def _kept(self, output: str) -> str:
        return redacted(output, self.record.secrets)

    def _manual(self, step: Step, block: ManualBlock) -> str | None:
        self.operator.manual(block)
        if self.dry:
            return None
        met = self.operator.agrees("Done, and as expected?")
        told = "as expected" if met else "something else"
        self._add(step, f"By hand: {block.check}", told, block.record, {})
        return None if met else self._branch(step, block.if_not)

    def _decision(self, step: Step, block: DecisionBlock) -> str | None:
        if self.dry:
            self.operator.text(block.question)
            for option in block.options:
                self.operator.text(f"- {option.when} -> {option.go}")
            return None
        chosen = self.operator.chooses(block.question, [option.when for option in block.options])
        option = block.options[chosen]
        self._add(step, block.question, f"{option.when}: on to {option.go}", None, {})
        return option.go

    def _branch(self, step: Step, if_not: str | None) -> str:
        """Stops at what is not as expected, and offers the way from there."""
        target = if_not or ESCALATE
        if target == ESCALATE or self.operator.agrees(f'Go on to "{target}"?'):
            return target
        self._add(step, f'The way to "{target}" was refused', "stopped", None, {})
        return ESCALATE

    def _add(
        self, step: Step, what: str, outcome: str, to_record: str | None, row: Mapping[str, Any]
    ) -> None:
        at = now().isoformat(timespec="seconds")
        note = f"To record: {plain(to_record)}" if to_record else ""
        made = Row(at=at, step=step.title, what=plain(what), outcome=plain(outcome), note=note)
        self.record.rows.append(replace(made, **row))
        self.operator.recorded()
