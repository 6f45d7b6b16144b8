"""Quantities: numbers, percentages, money, counts and ordinals, with bounds and marks of approximation.

The span of a quantity is the number with its sign, and its percent or currency words; what it counts is its unit, and
the marks beside it (about, at least, 以上, 미만) set its bounds. A number inside a time expression is no
quantity, nor is one that names or lists something (Article 5, 一带一路, （一）). Two numbers that a text joins
(5~6兆円) are one quantity.
"""

import re
from bisect import bisect_right

from dragoman.languages.amount import Amount
from dragoman.languages.amount_patterns import AmountPatterns, amount_patterns
from dragoman.languages.amount_reading import numerals, read_amount
from dragoman.languages.bounds import bound_words
from dragoman.languages.composition import composer, expressions
from dragoman.languages.labels import LabelWords, label_words
from dragoman.languages.partial_relations import related
from dragoman.languages.ranges import range_words
from dragoman.model import Quantity

_COMMA = re.compile("，(?<=[0-9]，)")
_HARD_SPACES = re.compile("[\u00a0\u2009\u202f]")
_MARKS = r"0-9,，、.:;/~ \-"
_TABLE = re.compile(f"(?<![{_MARKS}])[{_MARKS}]{{2000,}}")  # digits and marks alone: data, not prose
_PATIENCE, _TRIAL = 500, 1_000  # amounts read before any is remembered, and remembered before that is judged
_BEHIND, _AHEAD = 64, 200  # nothing that makes an amount what it is stands further off, but for what ¥ means
_YEN = re.compile("[¥￥]")


def numbers(text: str, lang: str) -> list[Quantity]:
    """Every numeral as a plain number; `dragoman.languages.numbers` says what goes in and comes out.

    >>> [(n.text, n.low) for n in numbers("one hundred and three items at 2.5", "en")]
    [('one hundred and three', 103.0), ('2.5', 2.5)]
    """
    folded = _folded(text, lang)
    return [
        Quantity(start, end, text[start:end], "number", value, value)
        for match in amount_patterns(lang).amount.finditer(folded)
        for start, end, value in numerals(match, lang)
    ]


def quantities(text: str, lang: str) -> list[Quantity]:
    """Every quantity that is not part of a time; `dragoman.languages.quantities` says what goes in and comes out.

    >>> [(q.text, q.low, q.high, q.unit) for q in quantities("至少有1102项商品，约500亿美元", "zh")]
    [('1102', 1102.0, None, '项'), ('500亿美元', 50000000000.0, 50000000000.0, None)]
    >>> [(q.text, q.low, q.high) for q in quantities("500億〜600億ドル", "ja")]
    [('500億〜600億ドル', 50000000000.0, 60000000000.0)]
    """
    patterns, labels, bounds = amount_patterns(lang), label_words(lang), bound_words(lang)
    folded = _folded(text, lang)
    read = _Reader(patterns, labels, folded, text)
    found = [
        bounds.bounded(amount, folded, text)
        for amount in range_words(lang).join(_amounts(read, patterns, folded, text), folded)
        if not (amount.label or amount.slight)
    ]
    return related(found, folded, lang)


def _folded(text: str, lang: str) -> str:
    """The text as the patterns read it; a full-width comma after a half-width digit parts two numbers."""
    if not text.isascii():
        text = _HARD_SPACES.sub(" ", _COMMA.sub("、", text))
    return composer(lang).grammar.fold(text)


class _Reader:
    """Reads the amount of a match, remembering what stands there: long texts full of amounts repeat themselves."""

    def __init__(self, patterns: AmountPatterns, labels: LabelWords, folded: str, text: str) -> None:
        self._patterns, self._labels, self._folded, self._text = patterns, labels, folded, text
        self._known: dict[tuple[str, int, int], tuple[int, Amount | None]] = {}
        self._asked = self._answered = 0

    def amount(self, match: re.Match[str], before: int) -> Amount | None:
        """The amount of a match, with its label; `before` is where the last amount and its counter ended."""
        self._asked += 1
        if self._asked < _PATIENCE or 4 * self._answered < self._asked - _TRIAL:
            return self._read(match, before)
        start, end = match.span()
        gap = start - before
        beside = self._text[max(0, start - _BEHIND) : end + _AHEAD]
        key = beside, end - start, gap if gap in (0, 1) else -1
        known = self._known.get(key)
        if known is not None:
            self._answered += 1
            at, amount = known
            return None if amount is None else amount.moved(start - at)
        amount = self._read(match, before)
        near = amount is None or amount.after < end + _AHEAD - _BEHIND
        if near and end - start < _BEHIND and not _YEN.search(match[0]):
            self._known[key] = start, amount
        return amount

    def _read(self, match: re.Match[str], before: int) -> Amount | None:
        if _is_in_code(match, self._folded):
            return None
        amount = read_amount(match, self._patterns, self._folded, self._text, before)
        return None if amount is None else self._labels.marked(amount, self._folded, self._text)


def _amounts(read: _Reader, patterns: AmountPatterns, folded: str, text: str) -> list[Amount]:
    """The amounts of a text that are not part of a time, nor of a run of figures as long as a page."""
    matches = list(patterns.amount.finditer(_TABLE.sub(lambda run: " " * len(run[0]), folded)))
    taken = [(one.start, one.end) for one in expressions(text, folded, patterns.lang)] if matches else []
    starts = [start for start, _ in taken]
    found: list[Amount] = []
    before = -1
    for match in matches:
        start, end = match.span()
        at = bisect_right(starts, end - 1) - 1
        in_time = at >= 0 and starts[at] <= start and end <= taken[at][1]
        amount = None if in_time else read.amount(match, before)
        before = end if amount is None else max(amount.end, amount.after)
        if amount is None or (found and amount.start < found[-1].end):
            continue
        at = bisect_right(starts, amount.end - 1) - 1
        if at < 0 or taken[at][1] <= amount.start:
            found.append(amount)
    return found


def _is_in_code(match: re.Match[str], folded: str) -> bool:
    """Digits right behind a letter, as in G20 or mi17, with nothing that makes them an amount."""
    start = match.start()
    if not start or not folded[start].isdecimal() or match["percent"] or match["after"]:
        return False
    return folded[start - 1].isascii() and folded[start - 1].isalpha()
