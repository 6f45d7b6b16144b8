"""Counting what a text is made of: letters, marks and digits, the characters that must not be lost."""

import unicodedata
from collections import Counter


def letter_counts(text: str) -> Counter[str]:
    """How often each letter, mark and digit stands in `text` (Unicode categories L, M and N).

    >>> sorted(letter_counts("会晤, 2018!").items())
    [('0', 1), ('1', 1), ('2', 1), ('8', 1), ('会', 1), ('晤', 1)]
    """
    return Counter({c: n for c, n in Counter(text).items() if unicodedata.category(c)[0] in "LMN"})


def kept_of(text: str, counted: Counter[str]) -> tuple[int, int]:
    """How many of the counted characters are in `text`, and how many there were.

    Each counted character is kept only as often as it stands in both, so that a character which replaces another
    does not hide the loss.

    >>> kept_of("会晤", letter_counts("会晤了"))
    (2, 3)
    """
    have = letter_counts(text)
    return sum(min(n, have[c]) for c, n in counted.items()), sum(counted.values())
