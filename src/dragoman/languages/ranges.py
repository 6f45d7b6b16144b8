"""Two amounts that the text joins into one: 5~6兆円, "$50-$60 billion", 500亿至600亿美元, "between 50 and 60".

A multiplier after the second number holds for the first where the first has none of its own and is the smaller: 5-6兆
is 5兆 to 6兆, but 3千-5万 is 3,000 to 50,000. A change ("from 10% to 25%", 10%から25%に) stays two amounts.
"""

import re
from functools import cache, lru_cache

from dragoman.languages.amount import Amount
from dragoman.languages.grammar import load_data
from dragoman.languages.number_words import numeral_value

_LONGEST_GAP = 16
_HAN_UNITS = "[十百千拾佰仟万萬億亿兆십백천만억조]"
_SCALE = {
    "en": re.compile(
        "(?:(?<=[0-9])|[ -]+)"
        "(?:(?:hundred|thousand|million|billion|trillion|mil|lakh|crore|bn|mn|tn|[kmbt])(?![a-z]) ?)+"
    ),
    "zh": re.compile(f"(?:{_HAN_UNITS} ?)+"),
}
_SCALE_WORDS = {"en": re.compile("[a-z]+"), "zh": re.compile(_HAN_UNITS)}


class RangeWords:
    """The words of one language that join two amounts, from the `ranges` of the data."""

    def __init__(self, lang: str) -> None:
        rules = load_data("amounts")["ranges"][lang]
        change = rules["change"]
        self.lang = lang
        self._gap = re.compile(rules["gap"])
        self._adjacent = re.compile(rules["adjacent"])
        self._between = [
            (re.compile(before + r"\Z"), re.compile(gap), re.compile(after)) for before, gap, after in rules["between"]
        ]
        self._change_before = re.compile(f"(?:{change['before']})\\Z")
        self._change_gap = re.compile(change["gap"])
        self._change_after = re.compile(change["after"])
        self._no_change_before = re.compile(f"(?:{change['unless_before']})\\Z")
        self._no_change_after = re.compile(change["unless_after"])
        self._joins = lru_cache(maxsize=4096)(self._joined_by)

    def join(self, amounts: list[Amount], folded: str) -> list[Amount]:
        """The amounts of a text in order, with those that make a range put together, each used once."""
        found: list[Amount] = []
        at = 0
        while at < len(amounts):
            one = amounts[at]
            two = amounts[at + 1] if at + 1 < len(amounts) else None
            joined = self._joined(one, two, folded) if two and two.start - one.end <= _LONGEST_GAP + 8 else None
            at += 2 if joined else 1
            found.append(joined or one)
        return found

    def _joined(self, one: Amount, two: Amount, folded: str) -> Amount | None:
        gap = folded[min(one.after, two.start) : two.start]
        if not gap or len(gap) > _LONGEST_GAP:
            return None
        beside, _, joins = self._joins(gap)
        if not (beside or joins):
            return None
        adjacent = beside and _count_on(one, two)
        if not adjacent and not self._is_range(gap, one, two, folded):
            return None
        if "-" in gap and (folded[one.start - 1 : one.start] == "-" or folded[two.end : two.end + 1] == "-"):
            return None  # a telephone number or a code
        return _together(one, two, self.lang, bool(adjacent))

    def _is_range(self, gap: str, one: Amount, two: Amount, folded: str) -> bool:
        head = max(0, one.start - 24)
        _, plain, _ = self._joins(gap)
        for before, between, after in self._between:
            if between.fullmatch(gap) and after.match(folded, two.after) and before.search(folded, head, one.start):
                return True
        return plain and not self._is_change(gap, head, one, two, folded)

    def _joined_by(self, gap: str) -> tuple[bool, bool, bool]:
        """Whether a gap sets two numbers side by side, whether it joins by itself, and whether it can join at all."""
        plain = self._gap.fullmatch(gap) is not None
        between = any(between.fullmatch(gap) for _, between, _ in self._between)
        return self._adjacent.fullmatch(gap) is not None, plain, plain or between

    def _is_change(self, gap: str, head: int, one: Amount, two: Amount, folded: str) -> bool:
        if not self._change_gap.fullmatch(gap) or not self._change_before.search(folded, head, one.start):
            return False
        if not self._change_after.match(folded, two.after):
            return False
        unless = self._no_change_before.search(folded, head, one.start)
        return unless is None and self._no_change_after.match(folded, two.after) is None


def _count_on(one: Amount, two: Amount) -> bool:
    """Whether two numbers side by side mean one or the other: 2、3人, 五、六百."""
    first = numeral_value(two.piece[:1], "zh")
    bare = one.kind == "number" and len(one.piece) == 1 and two.body == two.start
    return bare and first == one.low + 1 and not two.piece[1:2].isdecimal() and two.kind in ("count", "money")


def _together(one: Amount, two: Amount, lang: str, adjacent: bool) -> Amount | None:
    bare = one.kind == "number"
    prefixed = one.kind == "money" and one.body > one.start and two.kind == "number"
    share = one.kind == "percent" and two.kind == "number" and one.body == one.end
    ranks = one.kind == "ordinal" and two.kind in ("number", "count") and two.body == two.start
    alike = one.kind == two.kind and (one.unit, one.currency) == (two.unit, two.currency)
    if not (bare or prefixed or share or alike or ranks) or (bare and two.kind == "ordinal"):
        return None
    factor = two.factor if bare else shared_scale(one.piece, one.low, two.piece, lang)
    if bare and two.factor == 1:
        factor = shared_scale(one.piece, one.low, two.piece, lang)
    low, high = one.low * factor, two.low * (one.factor if share else 1) if two.high is not None else None
    if two.high is not None and high == two.low:
        high = two.high
    if not low < (two.low if high is None else high) < 1e300:
        return None
    kind, currency = ("money", one.currency) if prefixed else (one.kind if share or ranks else two.kind, two.currency)
    unit = one.unit if share or ranks else two.unit
    return two._replace(
        start=one.start,
        body=one.body,
        kind=kind,
        low=low,
        high=high,
        unit=unit,
        currency=currency,
        approximate=adjacent or one.approximate or two.approximate,
        slight=False,
        label=one.label or two.label,
    )


def shared_scale(one: str, value: float, two: str, lang: str) -> float:
    """What the multiplier of the second number makes of the first: 1e12 for "5" before "6兆", 1 for 3千 before 5万.

    >>> shared_scale("50", 50, "60 billion", "en"), shared_scale("9", 9, "2万", "ja")
    (1000000000.0, 1.0)
    """
    key = "en" if lang == "en" else "zh"
    words = _SCALE_WORDS[key]
    own = set(words.findall(one)) if key == "zh" else set(words.findall(one)) & set(words.findall(two))
    for run in _SCALE[key].finditer(two):
        for start in [run.start(), *(run.start() + m.start() for m in words.finditer(run[0]) if m.start())]:
            tail = set(words.findall(two, start, run.end()))
            mantissa = numeral_value(two[:start].strip(" -"), lang) if two[:start].strip(" -") else None
            whole = numeral_value(two[: run.end()].strip(), lang)
            if mantissa and whole and not tail & own and value < mantissa:
                return whole / mantissa
    return 1.0


@cache
def range_words(lang: str) -> RangeWords:
    """The words of a language, compiled when first asked for."""
    return RangeWords(lang)
