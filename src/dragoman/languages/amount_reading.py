"""One match of the amount pattern as an amount: its value, kind, currency and what it counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.languages.amount import Amount
from dragoman.languages.amount_patterns import AmountPatterns
from dragoman.languages.approximate_numerals import interval
from dragoman.languages.counters import counted_unit
from dragoman.languages.english_numerals import english_ordinal
from dragoman.languages.number_words import is_dotted, numeral_value
from dragoman.languages.shares import share_in_percent

_SIGNS = "-负負"
_POINT = re.compile("point|ポイント|포인트|点|%p")
_BESIDE_AND = re.compile("(?:(?! and ).)+(?<! )")
_NO_NUMBER = frozenset(["half", "quarter", "third", "千万", "万一", "하나"])  # alone, not as a numeral


def numerals(match: re.Match[str], lang: str) -> Iterator[tuple[int, int, float]]:
    """The numerals of a match with start, end and value: none, one, or several (192.168.1.2)."""
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
    bare = piece.lstrip(_SIGNS)
    value = numeral_value(bare, lang)
    if value is None:
        named = interval(bare, lang, True)
        value = named[0] if named else None
    if value is None and lang == "en" and " and " in piece:  # five and six
        for part in _BESIDE_AND.finditer(piece):
            worth = numeral_value(part[0], lang)
            if worth is not None:
                yield start + part.start(), start + part.end(), worth
    if value is not None:
        sign = name == "num" and match["sign"]
        negative = bool(sign) or piece[0] in _SIGNS
        yield match.start("sign") if sign else start, start + len(piece), -value if negative and value else value


def read_amount(match: re.Match[str], patterns: AmountPatterns, folded: str, text: str, before: int) -> Amount | None:
    """The amount of a match, or None where it is none; `before` is where the last amount and its counter ended.

    A dash right behind another amount is the dash of a range or a score, not a minus.
    """
    if match.lastgroup == "share":
        return _share(match, patterns.lang)
    rank = english_ordinal(match["num"]) if patterns.lang == "en" else None
    if rank is not None:
        start, end = match.span("num")
        return Amount(start, end, "ordinal", rank, rank, match["num"], start, end)
    numeral = _numeral(match, patterns.lang, folded, before)
    if numeral is None:
        return None
    if match["before"] or match["after"] or match["aftersign"]:
        return _money(match, patterns, folded, numeral)
    if match["percent"] or numeral.piece.endswith("/100"):
        return _percent(match, numeral, patterns.lang)
    return _counted(patterns, folded, text, numeral)


@dataclass(frozen=True, slots=True)
class _Numeral:
    """A numeral: `start` with its sign, `body` without it; `piece` is what stands there without the sign."""

    start: int
    body: int
    end: int
    value: float
    piece: str


def _numeral(match: re.Match[str], lang: str, folded: str, before: int) -> _Numeral | None:
    found = list(numerals(match, lang))
    if not found or (len(found) > 1 and is_dotted(match["num"])):
        return None
    start, end, value = found[-1]
    body = match.start("num") if len(found) == 1 else start
    if (
        start < body
        and folded[start] == "-"
        and 0 <= before <= start <= before + 1
        and folded[before:start] in ("", " ")
    ):
        start, value = body, abs(value)
    if start == body and start and folded[body] in "十百千万億亿兆" and folded[start - 1] in "数几":
        start = body = start - 1
    return _Numeral(start, body, end, value, folded[body:end])


def _percent(match: re.Match[str], numeral: _Numeral, lang: str) -> Amount:
    word = match["percent"]
    if word is None:  # 85/100
        share = round(100 * numeral.value, 10)
        return Amount(
            numeral.start, numeral.end, "percent", share, share, numeral.piece, numeral.body, numeral.end, "%"
        )
    unit = "basis point" if "basis" in word else "point" if _POINT.search(word) else "%"
    low, high, about = _bounds(numeral.piece, numeral.value, lang, True)
    end = match.end("percent")
    return Amount(numeral.start, end, "percent", low, high, numeral.piece, numeral.body, end, unit, None, about)


def _money(match: re.Match[str], patterns: AmountPatterns, folded: str, numeral: _Numeral) -> Amount:
    worth, end = 0.0, match.end()
    if match["after"] or match["aftersign"]:
        worth, end = patterns.minor_part(folded, end)
    low, high, about = _bounds(numeral.piece, numeral.value, patterns.lang, True)
    scale = patterns.scale(match)
    low, high = low * scale + worth, None if high is None else high * scale + worth
    start = match.start("before") if match["before"] else numeral.start
    currency = patterns.currency(match, folded)
    return Amount(start, end, "money", low, high, numeral.piece, numeral.body, end, None, currency, about)


def _share(match: re.Match[str], lang: str) -> Amount | None:
    share = share_in_percent(match, lang)
    if share is None:
        return None
    per = bool(match["per"])
    start, end = match.span()
    piece = match["pernum" if per else "tenths"] or ""
    factor = 1.0 if per else 10.0
    return Amount(start, end, "percent", share, share, piece, end if per else start, end, "%", factor=factor)


def _bounds(piece: str, value: float, lang: str, counts: bool) -> tuple[float, float | None, bool]:
    """Low, high and whether it is approximate, for a numeral worth `value` (with its sign)."""
    named = interval(piece, lang, counts)
    if named is None or value < 0:
        return value, value, False
    low, high = named
    return low, high, high is not None


def _counted(patterns: AmountPatterns, folded: str, text: str, numeral: _Numeral) -> Amount | None:
    start, end, value, piece, body = numeral.start, numeral.end, numeral.value, numeral.piece, numeral.body
    minor = patterns.minor_alone.match(folded, end)
    if minor:
        unit = patterns.singular(minor["minor"])
        return Amount(start, minor.end(), "money", value, value, piece, body, minor.end(), unit)
    ordinal = patterns.ordinal.match(folded, end)
    if ordinal:
        first = start - 1 if start and folded[start - 1] in "第제" else start
        return Amount(first, ordinal.end(), "ordinal", value, value, piece, body, ordinal.end())
    if start and folded[start - 1] in "第제":
        counter = patterns.counter.match(folded, end)
        after = counter.end() if counter and patterns.lang != "en" else end
        return Amount(start - 1, end, "ordinal", value, value, piece, body, after)
    noun = end + 3 if patterns.lang == "en" and folded.startswith(" of ", end) and interval(piece, "en", True) else end
    unit_span = counted_unit(patterns, folded, noun, value)
    low, high, about = _bounds(piece, value, patterns.lang, unit_span is not None)
    if unit_span is None:
        if piece in _NO_NUMBER:
            return None
        return Amount(start, end, "number", low, high, piece, body, end, None, None, about, slight=_is_slight(piece))
    return Amount(start, end, "count", low, high, piece, body, unit_span[1], text[slice(*unit_span)], None, about)


def _is_slight(piece: str) -> bool:
    """A single Han or Hangul numeral, or the word one, that nothing is counted with: most often no number at all."""
    return (len(piece) == 1 and not piece.isdecimal()) or piece == "one"
