"""The one clock: nothing else in the package asks what day it is."""

from datetime import UTC, date, datetime, timedelta


def now() -> datetime:
    """The moment, in UTC as everywhere."""
    return datetime.now(UTC)


def today() -> date:
    """The day in UTC."""
    return now().date()


def latest_day() -> date:
    """The last day that an author may have written: their calendar may be one ahead of UTC."""
    return today() + timedelta(days=1)
