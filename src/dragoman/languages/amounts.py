"""Quantities: numbers, percentages, money, counts and ordinals, with bounds and marks of approximation.

The span of a quantity is the number with its sign, and its percent or currency words; what it counts is its unit, and
the marks beside it (about, at least, 以上, 미만) set its bounds. A number inside a time expression is no quantity.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.languages.amount_patterns import AmountPatterns, amount_patterns
from dragoman.languages.composition import composer
from dragoman.languages.number_words import is_dotted, numeral_value
from dragoman.languages.shares import share_in_percent
from dragoman.model import Quantity

_COMMA = re.compile("(?<=[0-9])，")
_SIGNS = "-负負"


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount before the marks around it are read; `after` is where marks may follow, behind its counter."""

    start: int
    end: int
    kind: str
    value: float
    unit: str | None = None
    currency: str | None = None
    after: int = 0


def numbers(text: str, lang: str) -> list[Quantity]:
    """Every numeral as a plain number; `dragoman.languages.numbers` says what goes in and comes out.

    >>> [(n.text, n.low) for n in numbers("one hundred and three items at 2.5", "en")]
    [('one hundred and three', 103.0), ('2.5', 2.5)]
    """
    return [
        Quantity(start, end, text[start:end], "number", value, value)
        for match in amount_patterns(lang).amount.finditer(_folded(text, lang))
        for start, end, value in _numerals(match, lang)
    ]


def quantities(text: str, lang: str) -> list[Quantity]:
    """Every quantity that is not part of a time; `dragoman.languages.quantities` says what goes in and comes out.

    >>> [(q.text, q.low, q.high, q.unit) for q in quantities("至少有1102项商品，约500亿美元", "zh")]
    [('1102', 1102.0, None, '项'), ('500亿美元', 50000000000.0, 50000000000.0, None)]
    """
    patterns, composing = amount_patterns(lang), composer(lang)
    folded = _folded(text, lang)
    taken = [(joined.start, joined.end) for joined in composing.join(composing.parts(folded, text), folded)]
    starts = [start for start, _ in taken]
    found: list[Quantity] = []
    for match in patterns.amount.finditer(folded):
        amount = _read(match, patterns, folded, text)
        if amount is None or (found and amount.start < found[-1].end):
            continue
        at = bisect_right(starts, amount.end - 1) - 1
        if at < 0 or taken[at][1] <= amount.start:
            found.append(_bounded(amount, patterns, folded, text))
    return found


def _folded(text: str, lang: str) -> str:
    """The text as the patterns read it; a full-width comma after a half-width digit parts two numbers."""
    return composer(lang).grammar.fold(_COMMA.sub("、", text))


def _numerals(match: re.Match[str], lang: str) -> Iterator[tuple[int, int, float]]:
    name = "num"
    if match.lastgroup == "share":
        if match["per"] and lang == "ja":
            share = share_in_percent(match, lang)
            if share is not None:
                yield match.start(), match.end(), share / 100
            return
        name = "pernum" if match["per"] else "tenths"
    piece = match[name]
    if not piece:
        return
    start = match.start(name)
    if is_dotted(piece):
        for part in re.finditer("[0-9]+", piece):
            yield start + part.start(), start + part.end(), float(part[0])
        return
    piece = piece.rstrip(" ")
    value = numeral_value(piece.lstrip(_SIGNS), lang)
    if value is not None:
        sign = name == "num" and match["sign"]
        negative = bool(sign) or piece[0] in _SIGNS
        yield match.start("sign") if sign else start, start + len(piece), -value if negative and value else value


def _read(match: re.Match[str], patterns: AmountPatterns, folded: str, text: str) -> _Amount | None:
    if match.lastgroup == "share":
        share = share_in_percent(match, patterns.lang)
        return None if share is None else _Amount(match.start(), match.end(), "percent", share, "%")
    numerals = list(_numerals(match, patterns.lang))
    if len(numerals) != 1:
        return None
    start, end, value = numerals[0]
    if match["percent"]:
        return _Amount(start, match.end("percent"), "percent", value, "%")
    if match["before"] or match["after"] or match["aftersign"]:
        start = match.start("before") if match["before"] else start
        worth, end = patterns.minor_part(folded, match.end()) if match["after"] else (0.0, match.end())
        return _Amount(start, end, "money", value + worth, None, patterns.currency(match))
    return _counted(patterns, folded, text, (start, end, value))


def _counted(patterns: AmountPatterns, folded: str, text: str, numeral: tuple[int, int, float]) -> _Amount | None:
    start, end, value = numeral
    minor = patterns.minor_alone.match(folded, end)
    if minor:
        return _Amount(start, minor.end(), "money", value, patterns.singular(minor["minor"]))
    ordinal = patterns.ordinal.match(folded, end)
    if ordinal:
        return _Amount(start, ordinal.end(), "ordinal", value)
    if start and folded[start - 1] in "第제":
        return _Amount(start - 1, end, "ordinal", value)
    counter = patterns.counter.match(folded, end)
    if counter is None:
        return None if _is_slight(folded[start:end]) else _Amount(start, end, "number", value)
    unit = text[counter.start("unit") : counter.end("unit")]
    return _Amount(start, end, "count", value, unit, None, 0 if patterns.lang == "en" else counter.end())


def _is_slight(piece: str) -> bool:
    """A single Han or Hangul numeral, or the word one, that nothing is counted with: most often no number at all."""
    return (len(piece) == 1 and not piece.isdecimal()) or piece in ("one", "half", "千万", "万一")


def _bounded(amount: _Amount, patterns: AmountPatterns, folded: str, text: str) -> Quantity:
    """The quantity with the bounds that the words beside it set."""
    start, end = amount.start, amount.end
    marks: set[str] = set()
    last = folded[max(0, start - 3) : start].rstrip(" ")[-1:]
    left = patterns.before.search(folded, max(0, start - 24), start) if last in patterns.before_ends else None
    if left and not (left[0][:1].isascii() and folded[left.start() - 1 : left.start()].isalpha()):
        marks.add((left.lastgroup or "").partition("_")[0])
    right = patterns.after.match(folded, end) or (patterns.after.match(folded, amount.after) if amount.after else None)
    if right:
        marks.add((right.lastgroup or "").partition("_")[0])
    low = None if marks & {"most", "under"} else amount.value
    high = None if marks & {"least", "above"} else amount.value
    if low is None and high is None:
        low = high = amount.value
    about = "about" in marks
    return Quantity(start, end, text[start:end], amount.kind, low, high, amount.unit, amount.currency, about)
