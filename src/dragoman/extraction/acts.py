"""The acts of a sentence: what its words report, with the operators before them taken into account."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.extraction.frames import Frame, Pattern, load_frames
from dragoman.extraction.lexicon import Lexicon
from dragoman.extraction.operators import Operator, load_operators

REACH = 34
BONUS = 0.3
FAINT, FIRM = 1.7, 2.2
MOST = 8
_BREAK = re.compile(r"[;:,.](?:\s|$)|\b(?:but|while|and|after|before|because|although|who|which)\b")


@dataclass(frozen=True, slots=True)
class Act:
    """An act at text[start:end], the operators before it included; the name leads to the lines of data."""

    start: int
    end: int
    frame: Frame
    weight: float
    name: str
    source: frozenset[str] = frozenset()
    target: frozenset[str] = frozenset()

    def asks(self, source: frozenset[str], target: frozenset[str]) -> bool:
        """Whether parties of these kinds fit."""
        return (not self.source or bool(self.source & source)) and (not self.target or bool(self.target & target))


@dataclass(frozen=True, slots=True)
class Sign:
    """An operator at text[start:end]."""

    start: int
    end: int
    operator: Operator
    line: Pattern

    def over(self, act: Act) -> Act | None:
        """The act as the operator makes it; None where it leaves no act."""
        frame = self.operator.of(act.frame)
        if frame is None or frame is act.frame:
            return act if frame else None
        both = act.weight, self.line.weight
        weight = (max(both) if act.weight >= FAINT else sum(both) / 2) + BONUS
        return Act(self.start, act.end, frame, weight, f"{self.line.name}+{act.name}", act.source, act.target)


@lru_cache(maxsize=4)
def _lines(language: str) -> tuple[Lexicon, tuple[tuple[Frame | Operator, Pattern], ...]]:
    frames = [frame for frame in load_frames().values() if frame.plover]
    lines: list[tuple[Frame | Operator, Pattern]] = []
    lines += ((frame, line) for frame in frames for line in frame.patterns.get(language, ()))
    lines += ((operator, line) for operator in load_operators(language).values() for line in operator.patterns)
    return Lexicon([line for _, line in lines]), tuple(lines)


def find_acts(text: str, language: str) -> tuple[list[Act], list[Sign]]:
    """The acts of a sentence, in order, and the operators in it that work across a target."""
    lexicon, lines = _lines(language)
    plain: list[Act] = []
    signs: list[Sign] = []
    for start, end, number in lexicon.find(text):
        what, line = lines[number]
        if line.unless and line.unless.search(text[max(0, start - 24) : start]):
            continue
        if isinstance(what, Operator):
            signs.append(Sign(start, end, what, line))
        else:
            weight = line.weight + BONUS * bool(line.source or line.target)
            plain.append(Act(start, end, what, weight, line.name, line.source, line.target))
    signs = _longest(signs)
    plain += [Act(s.start, s.end, s.operator.alone, s.line.weight, s.line.name) for s in signs if s.operator.alone]
    near = [sign for sign in signs if not sign.operator.across]
    starts = [sign.start for sign in near]
    firm = sorted((act.start, act.end) for act in plain if act.weight >= FIRM)
    acts = []
    for one in plain:
        index = bisect_left(starts, one.start)
        if act := _composed(text, one, near[max(0, index - MOST) : index], firm):
            acts.append(act)
    return sorted(acts, key=lambda act: (act.start, act.end, act.name)), [s for s in signs if s.operator.across]


def _longest(signs: list[Sign]) -> list[Sign]:
    """The signs that are no part of a longer one, in order."""
    kept: list[Sign] = []
    for sign in sorted(signs, key=lambda sign: (sign.start, -sign.end)):
        if not kept or sign.end > kept[-1].end or (sign.start, sign.end) == (kept[-1].start, kept[-1].end):
            kept.append(sign)
    return kept


def _composed(text: str, act: Act | None, signs: Sequence[Sign], firm: Sequence[tuple[int, int]]) -> Act | None:
    """An act with the operators that stand before it, the nearest first; None where they leave no act."""
    for sign in reversed(signs):
        if act is None:
            return None
        gap = act.start - sign.end
        if 0 <= gap <= REACH and sign.line.name != act.name and _free(text, sign.end, act.start, firm):
            act = sign.over(act)
    return act


def _free(text: str, first: int, last: int, firm: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing parts an operator from its act: no break, and no other act."""
    nearer = firm[bisect_left(firm, (first, 0)) : bisect_left(firm, (last, 0))]
    return not any(end <= last for _, end in nearer) and not _BREAK.search(text, first, last)
