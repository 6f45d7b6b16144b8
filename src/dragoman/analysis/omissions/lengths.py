"""What the length of a phrase counts for when findings are put in order."""

from math import log2


def size(phrase: str, language: str) -> float:
    """log2 of a phrase's words, in Chinese, Japanese and Korean of half its characters, and one.

    >>> size("稳健的货币政策法", "zh"), size("complete denuclearisation now", "en")
    (2.321928094887362, 2.0)
    """
    words = phrase.count(" ") + 1 if language == "en" else len(phrase) / 2
    return log2(1 + words)
