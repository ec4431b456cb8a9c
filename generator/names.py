"""Names: compared as readers compare them, and made into ids."""

import re

_ACRONYMS = re.compile(r"\b([A-Z][A-Z0-9]+)s$")  # IRs, VMs
_SEPARATORS = re.compile(r"[\s\-_]+")
_PLURAL = re.compile(r"\w\w(?<!s|u|i)s$")


def fold(name: str) -> str:
    """A name as it is compared: without case, hyphens, and the plural of its last word."""
    folded = _SEPARATORS.sub(" ", _ACRONYMS.sub(r"\1", name.strip()).casefold()).strip()
    if folded.endswith(("ies", "ie")) and len(folded) > 4:  # policies, and the cookie of cookies
        return folded.removesuffix("s")[:-2] + "y"
    if folded.endswith("s") and _PLURAL.search(folded):
        return folded[:-1]
    return folded


SLUG_LENGTH = 48


def slug(text: str) -> str:
    """The words of a text as an id: lower-case letters and digits, single hyphens, cut to length.

    A text without a letter or digit of ASCII gives "text".
    """
    whole = "-".join(re.findall(r"[a-z0-9]+", text.lower()))
    if len(whole) > SLUG_LENGTH:
        whole = whole[: SLUG_LENGTH + 1].rpartition("-")[0] or whole[:SLUG_LENGTH]
    return whole or "text"
