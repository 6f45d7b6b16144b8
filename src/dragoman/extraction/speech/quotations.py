"""Quotation marks paired, and sentences as they lie inside and outside of quotations."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dragoman.model import Sentence

_PAIRS = {"“": "”", "「": "」", "『": "』", "‘": "’", "«": "»"}
_OPENER = {closer: opener for opener, closer in _PAIRS.items()}
_MARKS = re.compile('[“”「」『』‘’«»"\n]')
DEEPEST = 6  # quotations within quotations that are followed
FARTHEST = 1200  # characters from a place to either end of its sentence
LONGEST = 4000  # characters; what is longer was never closed


def quotations(text: str) -> list[tuple[int, int]]:
    """The spans of the quotations of a text with their marks, each closed in its paragraph, sorted; they may nest.

    A mark without its partner is passed over. The time is linear in the text.

    >>> [text[a:b] for text in ["他说：“好。”"] for a, b in quotations(text)]
    ['“好。”']
    """
    found: list[tuple[int, int]] = []
    unclosed: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text):
        mark, place = match[0], match.start()
        if mark == "\n":
            unclosed.clear()
        elif mark in _PAIRS or (mark == '"' and _opens(text, place, unclosed)):
            unclosed = [*unclosed[-DEEPEST + 1 :], (mark, place)]
        else:
            opener = _OPENER.get(mark, '"')
            depth = next((i for i in range(len(unclosed) - 1, -1, -1) if unclosed[i][0] == opener), None)
            if depth is None:
                continue
            start = unclosed[depth][1]
            del unclosed[depth:]
            if place - start < LONGEST:
                found.append((start, place + 1))
    return sorted(found)


def _opens(text: str, place: int, unclosed: Sequence[tuple[str, int]]) -> bool:
    """Whether a straight mark opens: by the blanks beside it, else because none is open."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if after.isalnum() and not (before.isalnum() or (before and before in ".,!?")):
        return True
    if not after or after.isspace() or after in ".,;:!?)":
        return False
    return all(mark != '"' for mark, _ in unclosed)


class Layout:
    """Where the sentences of a text begin and end, a quotation inside of one taken as a single thing.

    >>> text = "他说：“好。走吧。”会议结束了。"
    >>> from dragoman.languages import sentences
    >>> layout = Layout(text, sentences(text, "zh"))
    >>> [text[slice(*layout.sentence(place))] for place in (1, 5, 11)]
    ['他说：“好。走吧。”', '好。', '会议结束了。']
    """

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.quotations = quotations(text)
        self._openings = [start for start, _ in self.quotations]
        self._closings = {end: start for start, end in self.quotations}
        self._length = len(text)
        self._places, self._owners = _owners(self.quotations)
        self._starts: dict[int, list[int]] = {}
        self._ends: dict[int, list[int]] = {}
        for sentence in sentences:
            self._starts.setdefault(self.owner(sentence.start), []).append(sentence.start)
            self._ends.setdefault(self.owner(sentence.end), []).append(sentence.end)

    def owner(self, place: int) -> int:
        """The number of the innermost quotation around the gap before a character; -1 outside of all."""
        return self._owners[bisect_right(self._places, place) - 1]

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence around a place, within its quotation; of a sentence without end, what lies near."""
        owner = self.owner(place)
        first, last = (0, self._length) if owner < 0 else self._inside(owner)
        ends, starts = self._ends.get(owner, []), self._starts.get(owner, [])
        after = bisect_right(ends, place)
        end = ends[after] if after < len(ends) else last
        floor = ends[after - 1] if after else first
        begin = bisect_left(starts, floor)
        start = starts[begin] if begin < len(starts) and starts[begin] <= place else floor
        return max(start, first, place - FARTHEST), min(end, last, place + FARTHEST)

    def opening(self, place: int) -> tuple[int, int] | None:
        """The quotation that opens at a place."""
        index = bisect_left(self._openings, place)
        if index < len(self._openings) and self._openings[index] == place:
            return self.quotations[index]
        return None

    def closing(self, place: int) -> tuple[int, int] | None:
        """The quotation that ends at a place."""
        start = self._closings.get(place)
        return None if start is None else (start, place)

    def around(self, place: int) -> tuple[int, int] | None:
        """The innermost quotation around a place."""
        owner = self.owner(place)
        return None if owner < 0 else self.quotations[owner]

    def _inside(self, owner: int) -> tuple[int, int]:
        start, end = self.quotations[owner]
        return start + 1, end - 1


def _owners(spans: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Gaps at which the innermost quotation changes, each with its number from there on."""
    places, owners, inside = [0], [-1], [-1]
    events = sorted([(start + 1, 1, number) for number, (start, _) in enumerate(spans)]
                    + [(end, 0, number) for number, (_, end) in enumerate(spans)])  # fmt: skip
    for place, opens, number in events:
        if opens:
            inside.append(number)
        else:
            inside.remove(number)
        places.append(place)
        owners.append(inside[-1])
    return places, owners
