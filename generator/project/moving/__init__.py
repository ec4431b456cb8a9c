"""Ids and addresses that change: what everything that follows is, and doing it at once."""

from generator.project.moving.names import MoveError
from generator.project.moving.rename import Moved, rename
from generator.project.moving.retire import retire

__all__ = ["MoveError", "Moved", "rename", "retire"]
