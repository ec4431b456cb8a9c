"""Checking command lines against catalogs, and remembering that they were checked."""

from generator.verify.facts import CommandFacts, Named, State, command_facts, is_sound
from generator.verify.finding import Finding
from generator.verify.ledger import FOLDER as LEDGER
from generator.verify.ledger import (
    Evidence,
    Ledger,
    LedgerError,
    Review,
    cited,
    ledger_texts,
    read_ledger,
    write_ledger,
)
from generator.verify.line import CheckedCommand, CheckedLine, Verifier

__all__ = [
    "LEDGER",
    "CheckedCommand",
    "CheckedLine",
    "CommandFacts",
    "Evidence",
    "Finding",
    "Ledger",
    "LedgerError",
    "Named",
    "Review",
    "State",
    "Verifier",
    "cited",
    "command_facts",
    "is_sound",
    "ledger_texts",
    "read_ledger",
    "write_ledger",
]
