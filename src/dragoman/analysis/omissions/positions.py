"""Phrases that moved: before the numbered points or among them; else from one end of the document to the other.

Preamble and body are told apart where every document in question numbers its points at the head of lines (the marks are
those of `doctrine`) and no preamble is four times as long as another; elsewhere only a move between the first and the
last third is called one, as texts are reordered.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.analysis.doctrine.rows import marks
from dragoman.analysis.formulations import Text
from dragoman.analysis.omissions.carried import Carried
from dragoman.analysis.omissions.records import Expected
from dragoman.analysis.omissions.stock import is_stock
from dragoman.languages import LANGUAGES
from dragoman.model import Anchor

_LINE = re.compile(r"(?m)^[ \t\u3000]*(?=\S)")
FIRST = ("1", "一", "１", "I", "i", "one", "One")
UNLIKE = 4  # times the length of another, up to which preambles are alike
THIRDS = ("first third", "middle", "last third")


@dataclass(frozen=True, slots=True)
class Moved:
    """A phrase that stood in one part of all the last members (`was`) and stands in another now (`part`)."""

    phrase: str
    was: str
    part: str
    now: Anchor
    before: Anchor


def points_begin(text: Text) -> int | None:
    """Where the first numbered point of a text begins; None where no line opens with the first mark of a series.

    >>> points_begin(Text("do-1", "双方会谈。\\n一、双方同意。\\n二、双方重申。"))
    6
    """
    if text.language not in LANGUAGES:
        return None
    styles = [style.mark for style in marks(text.language).styles if style.at_line and "n" in style.mark.groupindex]
    for line in _LINE.finditer(text.text):
        for mark in styles:
            found = mark.match(text.text, line.end())
            if found and found["n"] in FIRST:
                return line.start()
    return None


def moved_phrases(known: Carried, now: Expected) -> list[Moved]:
    """The phrases that all the last members had in one part and the present document has in another."""
    members = list(range(known.earlier - now.last, known.earlier + 1))
    positions = _Positions(known, members)
    found = []
    for row in np.flatnonzero(now.kept & (now.carried == now.last)).tolist():
        phrase = int(now.phrases[row])
        if is_stock(known.phrases[phrase], known.texts[-1].language):
            continue
        part = positions.of(phrase, known.earlier)
        was = {positions.of(phrase, member) for member in members[:-1]} if part else set()
        place, then = known.anchor(phrase, known.earlier), known.anchor(phrase, known.earlier - 1)
        if len(was) == 1 and is_move(old := was.pop(), part) and place and then:
            found.append(Moved(known.phrases[phrase], old, part, place, then))
    return sorted(found, key=lambda one: (-len(one.phrase), one.phrase))


def is_move(was: str, now: str) -> bool:
    """Whether going from one part to another is a move.

    >>> is_move("body", "preamble"), is_move("first third", "middle"), is_move("last third", "first third")
    (True, False, True)
    """
    return bool(was and now) and was != now and "middle" not in (was, now)


class _Positions:
    """Where phrases stand in some members; which way of telling it holds is decided once for all of them."""

    def __init__(self, known: Carried, members: Sequence[int]) -> None:
        self._known = known
        begins = {member: points_begin(known.texts[member]) or 0 for member in members}
        alike = max(begins.values()) <= UNLIKE * min(begins.values())
        self._begins = begins if alike and all(begins.values()) else None

    def of(self, phrase: int, member: int) -> str:
        """The one part of a member in which all places of a phrase stand; "" where there are several, or none."""
        places = self._known.places(phrase, member)
        parts = {self._part(member, self._known.stream.span(place, 1)[0]) for place in places}
        return parts.pop() if len(parts) == 1 else ""

    def _part(self, member: int, offset: int) -> str:
        if self._begins is not None:
            return "preamble" if offset < self._begins[member] else "body"
        return THIRDS[min(2, 3 * offset // max(1, len(self._known.texts[member].text)))]
