"""Numerals that name an interval: 三四百, 十几, 数十万, 두세, "tens of thousands".

Digits side by side that count on (三四百) are the numbers from one to the other. A word for a few (几, 数, 수, several)
is two to nine of its unit, in the teens one to nine; tens of, hundreds of are two to ten of theirs.
"""

import re
from functools import cache

from dragoman.languages.grammar import load_data
from dragoman.languages.numerals import han_number, number_table

Interval = tuple[float, float | None]

_LONGEST = 40
_DIGIT = "〇零○一二两兩三四五六七八九"
_UNIT = "十百千拾佰仟万萬億亿兆"
_PAIR = re.compile(f"(?<![{_DIGIT}])([一二两兩三四五六七八])([二三四五六七八九])(?![{_DIGIT}])")
_FEW = re.compile(f"(.*?)[几幾数]([{_UNIT}]*)")
_MORE = re.compile(f"(?<=[{_UNIT}0-9])(?:余り|あまり|[余餘多])")
_KOREAN_FEW = re.compile("[수몇]([십백천만억조]+)")
_ENGLISH_FEW = re.compile("(several|a few|some|many)? ?(tens|dozens?|scores?|hundreds?|thousands?|millions?|billions?)")
_SCALES = {"ten": 10.0, "dozen": 12.0, "score": 20.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}


@cache
def korean_pairs() -> dict[str, Interval]:
    """The Korean words for two or three neighbouring numbers, as intervals."""
    return {str(word): (float(low), float(high)) for word, (low, high) in load_data("numerals")["korean_pairs"].items()}


def interval(piece: str, lang: str, counts: bool) -> Interval | None:
    """The bounds that a numeral names, or None where it names one number; `counts`: a counter follows it.

    >>> interval("三四百", "zh", True), interval("十几", "zh", True), interval("두세", "ko", True)
    ((300.0, 400.0), (11.0, 19.0), (2.0, 3.0))
    >>> interval("tens of thousands", "en", True), interval("三十余万", "zh", True), interval("三百", "zh", True)
    ((20000.0, 99999.0), (300000.0, None), None)
    """
    if len(piece) > _LONGEST or piece.isdecimal():
        return None
    if lang == "en":
        return _english(piece)
    compact = piece.replace(" ", "")
    return _korean(compact) if lang == "ko" else _han(compact, counts)


def _korean(compact: str) -> Interval | None:
    if compact in korean_pairs():
        return korean_pairs()[compact]
    few = _KOREAN_FEW.fullmatch(compact)
    if few:
        return _few("", few[1])
    value = han_number(compact.replace("여", "")) if "여" in compact[1:] and compact[0] != "여" else None
    return None if value is None else (value, None)


def _han(compact: str, counts: bool) -> Interval | None:
    few = _FEW.fullmatch(compact)
    if few and (few[1] or few[2]):
        return _few(few[1], few[2])
    if _MORE.search(compact):
        value = han_number(_MORE.sub("", compact))
        return None if value is None else (value, None)
    return _neighbours(compact, counts)


def _few(before: str, unit: str) -> Interval | None:
    low, high = han_number(f"{before}一{unit}"), han_number(f"{before}九{unit}")
    if low is None or high is None:
        return None
    return (low, high) if before else (2 * low, 10 * low - 1)


def _neighbours(compact: str, counts: bool) -> Interval | None:
    pair = _PAIR.search(compact)
    if pair is None:
        return None
    before, after = compact[: pair.start()], compact[pair.end() :]
    low, high = (number_table("digits")[pair[at]] for at in (1, 2))
    anchored = after[:1] in tuple(_UNIT) or (counts and not after and before[-1:] in ("", "十"))
    anchored = anchored or (before[-1:] == "十" and not after)
    if not anchored or (high != low + 1 and (low, high) != (3, 5)):
        return None
    first, last = han_number(before + pair[1] + after), han_number(before + pair[2] + after)
    return None if first is None or last is None else (first, last)


def _english(piece: str) -> Interval | None:
    words = re.sub(" +", " ", piece)
    for ending in (" of", " "):
        words = words.removesuffix(ending)
    scales = _ENGLISH_FEW.findall(words)
    if not scales or _ENGLISH_FEW.sub("", words).replace(" of", "").strip():
        return None
    if not scales[0][0] and not scales[0][1].endswith("s"):
        return None
    unit = 1.0
    for _, scale in scales:
        unit *= _SCALES[scale.removesuffix("s")]
    low = (3.0 if scales[0][0] == "several" else 2.0) * unit
    return low, None if scales[0][1] in ("dozens", "scores") else 10 * unit - 1
