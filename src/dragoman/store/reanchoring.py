"""Following anchors from one version of a text to the next, and owning up where that cannot be done.

The texts are cut into units (lines, and sentences within them). Units that stand once in both versions are certain;
units beside certain ones that agree are carried along from both sides; a unit claimed twice is ambiguous. Inside what
is left, an anchor is followed only where its words and their surroundings leave one answer. After the idea of patience
diff (Bram Cohen, 2010): only what is unique can be trusted to be the same.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from dragoman.model import Anchor

FateWord = Literal["kept", "moved", "changed", "gone", "ambiguous"]

_UNIT = re.compile(r"[^\n。！？!?；;.]*(?:[\n。！？!?；;.]+[”’」』）)\"]*\s*|\Z)")
_LIKE = 0.6  # how alike two units must be for a change of one into the other to be believed
_LEAST, _SURE = 6, 12  # characters of agreement around a quote: the least in a unit that is alike, and in any unit
_LONGEST_COMPARED = 4000  # characters on each side that are compared letter by letter


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an anchor: `kept` (same place), `moved` (same words elsewhere), `changed` (other words at `start`
    to `end` of the new text), `gone`, or `ambiguous` (several places might be it: none is chosen)."""

    word: FateWord
    start: int | None = None
    end: int | None = None


def reanchor(old: str, new: str, anchors: Iterable[Anchor]) -> list[Fate]:
    """The fate of each anchor of `old` in `new`, in their order.

    >>> old = "双方会晤。双方签署声明。"
    >>> quote = Anchor("doc-1", 5, 11, "双方签署声明")
    >>> reanchor(old, "前言。" + old, [quote])
    [Fate(word='moved', start=8, end=14)]
    >>> reanchor(old, "双方会晤。", [quote])
    [Fate(word='gone', start=None, end=None)]
    """
    alignment = _Alignment(old, new)
    return [alignment.fate(anchor) for anchor in anchors]


@dataclass(frozen=True, slots=True)
class _Unit:
    start: int
    end: int
    text: str


def _units(text: str) -> list[_Unit]:
    return [
        _Unit(match.start(), match.end(), match.group())
        for match in _UNIT.finditer(text)
        if match.end() > match.start()
    ]


class _Alignment:
    """Which unit of the new text each unit of the old one is: a number, None (no match) or -1 (ambiguous)."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.old_units, self.new_units = _units(old), _units(new)
        self.match = _match_units([unit.text for unit in self.old_units], [unit.text for unit in self.new_units])
        self.taken = {place for place in self.match if place is not None and place >= 0}

    def fate(self, anchor: Anchor) -> Fate:
        touched = [
            place for place, unit in enumerate(self.old_units) if unit.start < anchor.end and unit.end > anchor.start
        ]
        matches = [self.match[place] for place in touched]
        if not touched:
            return Fate("gone")
        if any(match == -1 for match in matches):
            return Fate("ambiguous")
        certain = [match for match in matches if match is not None]
        if len(certain) < len(matches):
            return self._in_changed_units(anchor, touched)
        start = self.new_units[certain[0]].start + anchor.start - self.old_units[touched[0]].start
        end = self.new_units[certain[-1]].start + anchor.end - self.old_units[touched[-1]].start
        if all(b == a + 1 for a, b in pairwise(certain)):
            return self._found(anchor, start)
        if all(b > a for a, b in pairwise(certain)):
            return Fate("changed", start, end)  # something was put in between
        return Fate("ambiguous")

    def _found(self, anchor: Anchor, start: int) -> Fate:
        return Fate("kept" if start == anchor.start else "moved", start, start + len(anchor.quote))

    def _in_changed_units(self, anchor: Anchor, touched: Sequence[int]) -> Fate:
        """The anchor's own unit was edited: look between the nearest certain units on both sides."""
        old_first, old_last, new_first, new_last = self._gap(touched[0], touched[-1])
        old_span = self._span(self.old_units, old_first, old_last, len(self.old))
        new_span = self._span(self.new_units, new_first, new_last, len(self.new))
        before = self.old[old_span[0] : old_span[1]]
        after = self.new[new_span[0] : new_span[1]]
        if any(self.match[place] == -1 for place in range(old_first, old_last)):
            return Fate("ambiguous")
        if self._stands_elsewhere(anchor.quote, (old_first, old_last), (new_first, new_last)):
            return Fate("ambiguous")
        if any(before.count(part) > 1 or after.count(part) > 1 for part in self._edited_parts(anchor, touched)):
            return Fate("ambiguous")
        if not after.strip():
            return Fate("gone")
        if max(len(before), len(after)) > _LONGEST_COMPARED:
            return self._in_long_gap(anchor, after, new_span[0])
        return self._compared(anchor, before, after, old_span[0], new_span[0])

    def _stands_elsewhere(self, quote: str, old_gap: tuple[int, int], new_gap: tuple[int, int]) -> bool:
        """Whether the words stand in other edited text, old or new: they may have gone there, or come from there."""
        edited_old = (
            unit.text
            for place, unit in enumerate(self.old_units)
            if self.match[place] is None and not old_gap[0] <= place < old_gap[1]
        )
        edited_new = (
            unit.text
            for place, unit in enumerate(self.new_units)
            if place not in self.taken and not new_gap[0] <= place < new_gap[1]
        )
        return any(quote in text for text in edited_old) or any(quote in text for text in edited_new)

    def _edited_parts(self, anchor: Anchor, touched: Sequence[int]) -> list[str]:
        """The quote, and what of it lies in units that were edited."""
        edited = [self.old_units[place] for place in touched if self.match[place] is None]
        parts = [self.old[max(unit.start, anchor.start) : min(unit.end, anchor.end)] for unit in edited]
        return [anchor.quote, *parts]

    def _gap(self, first: int, last: int) -> tuple[int, int, int, int]:
        """Old and new units between the certain ones on either side (half-open)."""
        left = first
        while left > 0 and self.match[left - 1] is None:
            left -= 1
        right = last + 1
        while right < len(self.match) and self.match[right] is None:
            right += 1
        low = self.match[left - 1] if left else -1
        high = self.match[right] if right < len(self.match) else len(self.new_units)
        new_first = 0 if low is None else low + 1
        new_last = len(self.new_units) if high is None or high < 0 else high
        if left and self.match[left - 1] == -1:
            new_first = 0
        return left, right, new_first, max(new_first, new_last)

    @staticmethod
    def _span(units: Sequence[_Unit], first: int, last: int, length: int) -> tuple[int, int]:
        if first >= last:
            place = units[first].start if first < len(units) else length
            return place, place
        return units[first].start, units[last - 1].end

    def _in_long_gap(self, anchor: Anchor, after: str, offset: int) -> Fate:
        place = after.find(anchor.quote)
        if place < 0 or len(anchor.quote) < 8:
            return Fate("ambiguous")
        return self._found(anchor, offset + place)

    def _compared(self, anchor: Anchor, before: str, after: str, old_offset: int, new_offset: int) -> Fate:
        """Letter by letter: the quote is found again only as one block, beside text that also agrees."""
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        start, end = anchor.start - old_offset, anchor.end - old_offset
        survivors: list[tuple[int, int]] = []
        for a, b, size in matcher.get_matching_blocks():
            low, high = max(a, start), min(a + size, end)
            if low < high:
                survivors.append((b + low - a, b + high - a))
            if a <= start and end <= a + size and (size >= _SURE or matcher.ratio() >= _LIKE) and size >= _LEAST:
                return self._found(anchor, new_offset + b + start - a)
        kept = sum(high - low for low, high in survivors)
        if anchor.quote in after:
            return Fate("ambiguous")  # the words are there, but nothing shows that they are the same ones
        if kept * 2 < end - start or not survivors:
            return Fate("gone")
        return Fate("changed", new_offset + survivors[0][0], new_offset + survivors[-1][1])


def _match_units(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """Match what is unique; what is not, only where the matches on both sides lead to the same unit."""
    old_count, new_count = Counter(old), Counter(new)
    place_in_new = {text: place for place, text in enumerate(new)}
    certain = {
        place: place_in_new[text]
        for place, text in enumerate(old)
        if text.strip() and old_count[text] == 1 and new_count[text] == 1
    }
    from_left = _carried(old, new, {-1: -1, **certain}, 1)
    from_right = _carried(old, new, {**certain, len(old): len(new)}, -1)
    matches: list[int | None] = []
    for place, text in enumerate(old):
        if place in certain:
            matches.append(certain[place])
        elif place in from_left and from_left[place] == from_right.get(place):
            matches.append(from_left[place])
        else:
            matches.append(-1 if new_count[text] and text.strip() else None)
    return matches


def _carried(old: Sequence[str], new: Sequence[str], certain: dict[int, int], step: int) -> dict[int, int]:
    """From each certain pair go `step` by `step` while the units agree and are not certain themselves."""
    carried: dict[int, int] = {}
    for old_place, new_place in certain.items():
        a, b = old_place + step, new_place + step
        while 0 <= a < len(old) and 0 <= b < len(new) and a not in certain and old[a] == new[b]:
            carried[a] = b
            a, b = a + step, b + step
    return carried
