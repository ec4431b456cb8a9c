"""What running a command does."""

from enum import StrEnum


class Effect(StrEnum):
    """Reads; changes something in a way that can be undone; loses something for good."""

    DISCOVER = "discover"
    OPERATE = "operate"
    DESTROY = "destroy"
