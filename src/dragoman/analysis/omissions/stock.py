"""Phrases that say nothing but when or how much: "last year", "5万亿元", a date cut at its month."""

import re

_CUT_DATE = re.compile(r"^[年月日]\d|^\d+[月日]?$|\d[年月]$")


def is_time_or_quantity(phrase: str, language: str) -> bool:
    """Whether a phrase is nothing else than a time or a quantity, or begins or ends inside a date.

    >>> [is_time_or_quantity(one, "zh") for one in ("5万亿元", "年3月5日在第十", "半岛无核化")]
    [True, True, False]
    """
    from dragoman import languages

    if _CUT_DATE.search(phrase):
        return True
    if language not in languages.LANGUAGES:
        return False
    if not any(character.isnumeric() for character in phrase) and language != "en":
        return False
    spans = [(time.start, time.end) for time in languages.times(phrase, language)]
    spans += [(quantity.start, quantity.end) for quantity in languages.quantities(phrase, language)]
    return any(end - start >= len(phrase) - 1 for start, end in spans)
