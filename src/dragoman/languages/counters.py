"""What a number counts: a counter in Chinese, Japanese and Korean, a noun in English."""

import re
from functools import cache

from dragoman.languages.amount_patterns import AmountPatterns
from dragoman.languages.grammar import load_data

_WORD = re.compile("[ -]([a-z][a-z-]{0,30})(?![a-z0-9])")
_NOT_PLURAL = ("ss", "us", "is", "'s")
_LONGEST_PHRASE = 4  # words between a number and its noun, the noun included


@cache
def _english_nouns() -> tuple[frozenset[str], frozenset[str]]:
    """The words that end a noun phrase, and the nouns whose plural has no s."""
    rules = load_data("amounts")["english_nouns"]
    return frozenset(map(str, rules["stop"])), frozenset(map(str, rules["collective"]))


def counted_unit(patterns: AmountPatterns, folded: str, end: int, value: float) -> tuple[int, int] | None:
    """The span of what a number that ends at `end` counts, or None where nothing is named.

    >>> from dragoman.languages.amount_patterns import amount_patterns
    >>> text = "34 chinese fishing vessels off"
    >>> text[slice(*counted_unit(amount_patterns("en"), text, 2, 34.0))]
    'vessels'
    """
    counter = patterns.counter.match(folded, end)
    if counter is None:
        return None
    if patterns.lang != "en":
        return counter.span("unit")
    stop, collective = _english_nouns()
    first = counter.span("unit")
    at, words = end, 0
    while words < _LONGEST_PHRASE:
        word = _WORD.match(folded, at) if words else counter
        if word is None or word[1] in stop:
            break
        if words == 0 and folded[end : end + 1] == "-":
            return first  # a 34-day mission
        if word[1] in collective or (word[1].endswith("s") and len(word[1]) > 2 and not word[1].endswith(_NOT_PLURAL)):
            return word.span(1)
        at, words = word.end(1), words + 1
    is_noun = value == 1 and not folded[first[0] : first[1]].endswith("ed")
    return first if is_noun else None
