"""Pages made from many documents: lists, indexes, and what waits for somebody. A row each."""

from generator.overviews.a_to_z import A_TO_Z
from generator.overviews.commands import COMMANDS
from generator.overviews.domains import DOMAINS
from generator.overviews.home import HOME
from generator.overviews.levels import LEVELS_OVERVIEW
from generator.overviews.names import NAMES
from generator.overviews.overview import Overview
from generator.overviews.problems import PROBLEMS
from generator.overviews.runbooks import RUNBOOKS
from generator.overviews.stale import TO_LOOK_AT
from generator.overviews.symptoms import SYMPTOMS

OVERVIEWS = (
    HOME,
    A_TO_Z,
    NAMES,
    DOMAINS,
    LEVELS_OVERVIEW,
    COMMANDS,
    SYMPTOMS,
    RUNBOOKS,
    PROBLEMS,
    TO_LOOK_AT,
)

__all__ = ["OVERVIEWS", "Overview"]
