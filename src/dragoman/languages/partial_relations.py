"""Parts of a whole and amounts restated in another currency, where the words say so.

"$34 billion of the $50 billion" makes the first a part (`of`) of the second; 其中545项 of the nearest preceding
quantity of its kind and unit; "$50 billion (about ¥5.5 trillion)" restates (`equals`) the first
in the second. Nothing is reckoned.
"""

import re
from dataclasses import replace
from functools import cache, lru_cache

from dragoman.languages.grammar import load_data
from dragoman.model import Quantity

_NEAR = 48  # the longest gap between two quantities whose relation is read off the gap
_REACH = 32  # how far before a part the words stand that make it one
_BACK = 40  # how many quantities back a whole is looked for
_COUNTED = ("count", "number")


class RelationWords:
    """The words of one language, from the `relations` of the data."""

    def __init__(self, lang: str) -> None:
        rules = load_data("amounts")["relations"][lang]
        self.whole_after = re.compile(rules["whole_after"])
        self.whole_before = re.compile(rules["whole_before"])
        self.among = re.compile(f"(?:{rules['among']})\\Z")
        self.among_after = re.compile(rules["among_after"])
        self.former = re.compile(rules["former"])
        self.also = re.compile(rules["also"])
        self.equals = re.compile(rules["equals"])
        self.equals_again = re.compile(rules["equals_again"])
        self.wholes = lru_cache(maxsize=4096)(self._wholes)
        self.introduced = lru_cache(maxsize=4096)(self._introduced)

    def _wholes(self, gap: str) -> tuple[bool, bool]:
        """Whether a gap makes what stands before it the whole of what stands behind it, or the other way about."""
        return self.whole_before.fullmatch(gap) is not None, self.whole_after.fullmatch(gap) is not None

    def _introduced(self, before: str) -> tuple[bool, bool]:
        """Whether the words before an amount make it a part, and one of the former of two."""
        among = self.among.search(before)
        return among is not None, among is not None and self.former.search(among[0]) is not None


@cache
def relation_words(lang: str) -> RelationWords:
    """The words of a language, compiled when first asked for."""
    return RelationWords(lang)


def related(found: list[Quantity], folded: str, lang: str) -> list[Quantity]:
    """The quantities of a text in order, with `of` and `equals` set where the words between them say so.

    >>> whole = Quantity(0, 6, "500亿美元", "money", 5e10, 5e10)
    >>> part = Quantity(9, 15, "340亿美元", "money", 3.4e10, 3.4e10)
    >>> related([whole, part], "500亿美元,其中340亿美元", "zh")[1].of
    0
    """
    reader = _Relations(relation_words(lang), folded)
    for quantity in found:
        reader.read(quantity)
    return reader.known


class _Relations:
    """Reads the quantities of a text in order; `known` has those read, with their relations."""

    def __init__(self, words: RelationWords, folded: str) -> None:
        self.known: list[Quantity] = []
        self._words = words
        self._folded = folded
        self._parts: set[int] = set()  # where the quantities stand that words like 其中 introduce

    def read(self, one: Quantity) -> None:
        last = self.known[-1] if self.known else None
        if last is not None:
            gap = self._folded[last.end : one.start] if one.start - last.end <= _NEAR else None
            before, after = self._words.wholes(gap) if gap is not None else (False, False)
            if gap is not None and self._restates(one, last, gap):
                one = replace(one, equals=last.start if last.equals is None else last.equals)
            elif before and _fits(one, last):
                one = replace(one, of=last.start)
            else:
                if after and last.of is None and _fits(last, one):
                    self.known[-1] = replace(last, of=one.start)
                one = self._part(one, last, gap)
        self.known.append(one)

    def _restates(self, one: Quantity, last: Quantity, gap: str) -> bool:
        if one.kind != "money" or last.kind != "money" or one.currency == last.currency:
            return False
        again = last.equals is not None and self._words.equals_again.fullmatch(gap)
        return bool(again or self._words.equals.fullmatch(gap))

    def _part(self, one: Quantity, last: Quantity, gap: str | None) -> Quantity:
        """The quantity, as a part of one before where words like 其中 or "of which" say so."""
        words = self._words
        among, former = words.introduced(self._folded[max(last.end, one.start - _REACH) : one.start])
        also = gap is not None and last.start in self._parts and words.also.fullmatch(_behind(last, gap))
        if one.kind in ("percent", "ordinal") or not (among or also or words.among_after.match(self._folded, one.end)):
            return one
        self._parts.add(one.start)
        whole = _whole(one, self.known, 1 if former else 0)
        return one if whole is None else replace(one, of=whole.start)


def _behind(last: Quantity, gap: str) -> str:
    """The gap without the unit of the quantity before it."""
    return gap.removeprefix(last.unit) if last.unit and gap.startswith(last.unit) else gap.removeprefix(f" {last.unit}")


def _whole(part: Quantity, known: list[Quantity], skip: int) -> Quantity | None:
    """The nearest preceding quantity of the same kind and unit that is itself no part; `skip` passes over some."""
    nearest = None
    for whole in reversed(known[-_BACK:]):
        if whole.of is None and whole.equals is None and _same_unit(part, whole) and _fits(part, whole):
            if not skip:
                return whole
            nearest, skip = nearest or whole, skip - 1
    return nearest


def _same_unit(part: Quantity, whole: Quantity) -> bool:
    if part.kind in _COUNTED and whole.kind in _COUNTED:
        one, two = _lemma(part.unit), _lemma(whole.unit)
        return one == two or not one or not two
    return (part.kind, part.currency) == (whole.kind, whole.currency) and part.unit == whole.unit


def _lemma(unit: str | None) -> str:
    return (unit or "").lower().removesuffix("s")


def _fits(part: Quantity, whole: Quantity) -> bool:
    """Whether one can be a part of the other: a share of anything, else a smaller amount of the same kind."""
    if whole.kind in ("percent", "ordinal") or part.kind == "ordinal":
        return part.kind == whole.kind == "percent" and _size(part) < _size(whole)
    if part.kind == "percent":
        return True
    alike = part.kind == whole.kind or (part.kind in _COUNTED and whole.kind in _COUNTED)
    return alike and part.currency == whole.currency and _size(part) < _size(whole)


def _size(quantity: Quantity) -> float:
    return quantity.high if quantity.high is not None else quantity.low or 0.0
