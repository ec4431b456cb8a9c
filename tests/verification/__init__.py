"""How well command lines are checked: `make bench-verify`."""
