"""Names of entries, compared as readers compare them."""

import re


def fold(name: str) -> str:
    """A name as it is compared: without case, hyphens, and the plural of its last word."""
    folded = re.sub(r"[\s\-_]+", " ", name.casefold()).strip()
    if folded.endswith("ies") and len(folded) > 4:
        return folded[:-3] + "y"
    if folded.endswith("s") and not folded.endswith(("ss", "us", "is")) and len(folded) > 3:
        return folded[:-1]
    return folded
