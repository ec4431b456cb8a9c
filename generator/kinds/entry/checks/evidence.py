"""Commands as the ledger knows them."""

from collections.abc import Iterator

from generator.kinds.entry.file import EntryFile
from generator.problem import Problem
from generator.problem.evidence import CHANGED_SINCE
from generator.verify import Verifier, is_sound


def check_evidence(file: EntryFile, verifier: Verifier) -> Iterator[Problem]:
    """No command changed, in the entry or in the catalog, without somebody looking at it.

    One that its tool would refuse is told as that, and not looked at before it is mended.
    """
    for group_number, group in enumerate(file.entry.commands):
        for number, command in enumerate(group.commands):
            facts = file.facts[command.id]
            checked = verifier.check(command.run.strip(), command.shell)
            if facts.differences and (is_sound(checked) or not checked.findings):
                keys = ("commands", group_number, "commands", number, "run")
                yield CHANGED_SINCE.at(
                    file.document.place(keys),
                    on=facts.on,
                    difference="; ".join(facts.differences).rstrip("."),
                    command=f"{file.entry.id}/{command.id}",
                )
