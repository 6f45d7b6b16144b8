"""Phrases that say nothing but when, how much or which point: "last year", "5万亿元", a date cut in two, "一、"."""

import re

_CUT_DATE = re.compile(r"^[年月日]\d|^\d+[月日]?$|\d[年月]$")
_POINT = re.compile(r"^[一二三四五六七八九十]{1,3}、")


def is_stock(phrase: str, language: str) -> bool:
    """Whether a phrase is a time or a quantity, begins or ends inside a date, or begins with the number of a point.

    >>> [is_stock(one, "zh") for one in ("5万亿元", "年3月5日在第十", "一、双方", "半岛无核化")]
    [True, True, True, False]
    """
    from dragoman import languages

    if _CUT_DATE.search(phrase) or _POINT.match(phrase):
        return True
    if language not in languages.LANGUAGES:
        return False
    if not any(character.isnumeric() for character in phrase) and language != "en":
        return False
    spans = [(time.start, time.end) for time in languages.times(phrase, language)]
    spans += [(quantity.start, quantity.end) for quantity in languages.quantities(phrase, language)]
    return any(end - start >= len(phrase) - 1 for start, end in spans)
