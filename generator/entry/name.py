"""Names of entries, compared as readers compare them."""

import re


def fold(name: str) -> str:
    """A name as it is compared: without case, hyphens, and the plural of its last word."""
    acronyms_single = re.sub(r"\b([A-Z][A-Z0-9]+)s$", r"\1", name.strip())  # IRs, VMs
    folded = re.sub(r"[\s\-_]+", " ", acronyms_single.casefold()).strip()
    if folded.endswith("ies") and len(folded) > 4:
        return folded[:-3] + "y"
    if re.search(r"\w\ws$", folded) and not folded.endswith(("ss", "us", "is")):
        return folded[:-1]
    return folded
