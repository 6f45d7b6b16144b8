"""Forms of English words: pasts and adverbs."""

import re
from functools import lru_cache

from dragoman.extraction.wording import irregular_pasts

_ADVERB = re.compile(r"[a-z]{3,}ly")
_NOT_ADVERBS = frozenset(
    ("family", "assembly", "ally", "supply", "italy", "july", "reply", "early", "monopoly", "likely")
)


def is_adverb(word: str) -> bool:
    """Whether a word in lower case is an adverb in -ly.

    >>> is_adverb("sharply"), is_adverb("italy")
    (True, False)
    """
    return word not in _NOT_ADVERBS and _ADVERB.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def is_past(word: str) -> bool:
    """Whether a word in lower case may be the past or participle of a verb.

    >>> is_past("met"), is_past("signed"), is_past("meets")
    (True, True, False)
    """
    return word.endswith("ed") or word in irregular_pasts()
