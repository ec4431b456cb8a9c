"""What can be found, and in which order."""

from generator.search.contract import Golden, Missed, Score, evaluate, read_golden
from generator.search.document import SearchDocument
from generator.search.query import Query, parse_query
from generator.search.rank import Ranked, rank

__all__ = [
    "Golden",
    "Missed",
    "Query",
    "Ranked",
    "Score",
    "SearchDocument",
    "evaluate",
    "parse_query",
    "rank",
    "read_golden",
]
