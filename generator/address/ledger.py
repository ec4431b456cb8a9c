"""The address ledger: every address that was ever published, and where it leads today.

One line an address, sorted, so that branches merge: the address alone while it is alive; with where
it moved to; or with the day and the reason it was retired, and what to see instead. Only commands
write it. `git merge` takes the lines of both sides (see .gitattributes).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.address.address import Address

PATH = "glossary/ledger/addresses.txt"

_MOVED, _RETIRED = "moved", "retired"


class AddressLedgerError(Exception):
    """A line cannot be read; `line` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


@dataclass(frozen=True)
class Retired:
    """That something is gone for good: since when, why, and what to see instead."""

    on: date
    why: str
    see: Address | None = None


@dataclass(frozen=True)
class AddressLedger:
    """`alive` is what is published, `moved` what leads on, `retired` what says why it is gone.

    An address that moved leads to its place of today in one step, never to another that moved.
    """

    alive: frozenset[Address] = frozenset()
    moved: Mapping[Address, Address] = field(default_factory=dict)
    retired: Mapping[Address, Retired] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.alive or self.moved or self.retired)

    def __contains__(self, address: Address) -> bool:
        return address in self.alive or address in self.moved or address in self.retired

    def became(self, address: Address) -> str:
        """What is told of an address that moved or was retired; nothing of any other."""
        if (now := self.moved.get(address)) is not None:
            return f"leads to {now} since"
        return "was retired" if address in self.retired else ""

    def with_alive(self, addresses: Iterable[Address]) -> "AddressLedger":
        """The ledger with these addresses, too; what moved or was retired stays so."""
        new = {one for one in addresses if one not in self.moved and one not in self.retired}
        return AddressLedger(self.alive | new, self.moved, self.retired)

    def with_moves(self, moves: Mapping[Address, Address]) -> "AddressLedger":
        """The ledger after these moves. What led to a place that moves leads to its new one.

        A place that something moves back to is alive again.
        """
        targets = frozenset(moves.values())
        moved = {old: moves.get(new, new) for old, new in self.moved.items() if old not in targets}
        moved |= {old: new for old, new in moves.items() if old != new}
        retired = {
            old: self._seen_at(one, moves)
            for old, one in self.retired.items()
            if old not in targets
        }
        alive = (self.alive - moves.keys()) | targets
        return AddressLedger(alive, moved, retired)

    @staticmethod
    def _seen_at(one: Retired, moves: Mapping[Address, Address]) -> Retired:
        return Retired(one.on, one.why, moves.get(one.see, one.see) if one.see else None)

    def with_retired(self, addresses: Iterable[Address], retired: Retired) -> "AddressLedger":
        """The ledger with these addresses, and all that led to them, retired."""
        gone = set(addresses)
        gone |= {old for old, new in self.moved.items() if new in gone}
        return AddressLedger(
            self.alive - gone,
            {old: new for old, new in self.moved.items() if old not in gone},
            {**self.retired, **dict.fromkeys(gone, retired)},
        )

    def without(self, addresses: Iterable[Address]) -> "AddressLedger":
        """The ledger as if these addresses had never been written down."""
        gone = frozenset(addresses)
        return AddressLedger(
            self.alive - gone,
            {old: new for old, new in self.moved.items() if old not in gone},
            {old: one for old, one in self.retired.items() if old not in gone},
        )

    def former(self, page: str) -> Iterator[tuple[Address, Address | Retired]]:
        """What stood on a page, or was one, and where it is now.

        A page that moved keeps telling, at its new address, what was retired from it before.
        """
        return iter(self._former.get(page, ()))

    @cached_property
    def _former(self) -> Mapping[str, list[tuple[Address, Address | Retired]]]:
        found: dict[str, list[tuple[Address, Address | Retired]]] = {}
        for old, target in self.moved.items():
            found.setdefault(old.page, []).append((old, target))
        for old, retired in self.retired.items():
            found.setdefault(old.page, []).append((old, retired))
            if old.anchor and (now := self.moved.get(Address(old.page))) is not None:
                found.setdefault(now.page, []).append((old, retired))
        return found


def read_addresses(root: Path) -> AddressLedger:
    """The ledger of a project; empty where there is none. Raises AddressLedgerError, OSError."""
    path = root / PATH
    if not path.exists():
        return AddressLedger()
    return parse_addresses(path.read_text(encoding="utf-8"))


def parse_addresses(text: str) -> AddressLedger:
    """Reads what `as_text` writes, in any order. Raises AddressLedgerError."""
    alive: set[Address] = set()
    moved: dict[Address, Address] = {}
    retired: dict[Address, Retired] = {}
    of = Address.of
    for number, line in enumerate(text.splitlines(), 1):
        if "\t" not in line:
            if not line or line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
                raise AddressLedgerError(number)
            alive.add(of(line))
            continue
        try:
            address, state, *rest = line.split("\t")
            if state == _MOVED:
                (target,) = rest
                moved[of(address)] = of(target)
            elif state == _RETIRED:
                on, why, see = rest
                told = Retired(date.fromisoformat(on), why, of(see) if see else None)
                retired[of(address)] = told
            else:
                raise AddressLedgerError(number)
        except ValueError as error:
            raise AddressLedgerError(number) from error
    # Of two branches, one may have moved what the other left alone.
    alive -= moved.keys() | retired.keys()
    return AddressLedger(frozenset(alive), moved, retired)


def as_text(ledger: AddressLedger) -> str:
    """The lines of a ledger."""
    rows = [str(address) for address in ledger.alive]
    rows += [f"{old}\t{_MOVED}\t{new}" for old, new in ledger.moved.items()]
    rows += [
        f"{old}\t{_RETIRED}\t{one.on.isoformat()}\t{' '.join(one.why.split())}\t{one.see or ''}"
        for old, one in ledger.retired.items()
    ]
    return "".join(f"{row}\n" for row in sorted(rows))
