"""Words, as this field writes them: `--factory-name`, `diahost.exe.config`, `Set-AzDataFactoryV2`.

The words of an index and of a query are made here alone; `site_overrides/search/words.js` is the
same for browsers.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from generator.names import fold

_AROUND = "\"'`\u00b4\u2018\u2019\u201c\u201d\u201e()[]{}<>,;!?*|\u2026"
_BEHIND = ".:"
_RUN = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"[A-Z]{2,}s(?![A-Za-z])|[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+")
_ENDS_LIKE_A_PLURAL = re.compile(r"(?<!s)(?<!u)(?<!i)s$")
_VOWEL = re.compile(r"[aeiouy]")
LONGEST = 100
"""Characters of a word. What is longer is a key, a path or noise, and is cut."""


def words(text: str) -> Iterator[str]:
    """Every word in lower case: a compound as a whole, and then its parts.

    `diahost.exe.config` gives itself, `diahost`, `exe`, `config`; an option keeps its dashes as a
    whole and loses them in its parts.
    """
    for chunk in unicodedata.normalize("NFKC", text).split():
        yield from words_of(chunk)


@lru_cache(maxsize=65536)
def words_of(chunk: str) -> tuple[str, ...]:
    """The words of a normalized text without spaces."""
    whole = chunk.strip(_AROUND).rstrip(_BEHIND)[:LONGEST]
    inside = tuple(_parts(whole))
    lowered = whole.lower()
    return inside if not lowered or inside == (lowered,) else (lowered, *inside)


def parts(text: str) -> list[str]:
    """The words without the compounds."""
    return [part[:LONGEST] for part in _parts(unicodedata.normalize("NFKC", text))]


def _parts(text: str) -> Iterator[str]:
    for run in _RUN.findall(text):
        if run.isascii():
            yield from (part.lower() for part in _CAMEL.findall(run))
        else:
            yield run.lower()


@lru_cache(maxsize=65536)
def squeeze(text: str) -> str:
    """A name without spaces, hyphens and the like: `selfhosted IR` is `Self-hosted IR`."""
    return "".join(parts(fold(text)))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word of prose without its ending, so that `queues` finds `queue`. Rules, no dictionary."""
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif _ENDS_LIKE_A_PLURAL.search(word):
        word = word[:-1]
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 3 and _VOWEL.search(base):
            doubled = len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz"
            return base[:-1] if doubled else base
    return word.removesuffix("e") if len(word) > 4 else word
