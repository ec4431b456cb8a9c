"""Misspelt words."""

from collections.abc import Iterable


def allowed(word: str) -> int:
    """How many slips a word may hold: none below 4 letters, two from 8."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def within(one: str, other: str, limit: int) -> int | None:
    """The slips between two words, up to `limit`: letters added, lost, changed, or swapped."""
    if abs(len(one) - len(other)) > limit:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        following = [i]
        for j, right in enumerate(other, 1):
            cost = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            following.append(cost)
        if min(following) > limit:
            return None
        before, row = row, following
    return row[-1] if row[-1] <= limit else None


def nearest(word: str, known: Iterable[str]) -> list[tuple[str, int]]:
    """The known words that `word` may be meant for, with their slips; the fewest first."""
    limit = allowed(word)
    if not limit:
        return []
    found = []
    for other in known:
        if abs(len(other) - len(word)) <= limit:
            slips = within(word, other, limit)
            if slips is not None:
                found.append((other, slips))
    return sorted(found, key=lambda pair: (pair[1], pair[0]))
