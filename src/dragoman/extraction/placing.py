"""How well the place of an act in its sentence fits two given parties."""

import re
from dataclasses import dataclass
from typing import Protocol

from dragoman.languages.literals import fold

Span = tuple[int, int]
_BY = re.compile(r"\b(?:[Bb]y|from)\s+(?:[\w'’-]+\s+){0,3}?$")
_ASIDE = re.compile(r"\s*,\s[^,;]{1,150},")
_PARTICIPLE = re.compile(r"\w+ed\b")
_UNSPACED = ("zh", "ja")
_MOST, _CLOSE = 20, 2
_INSIDE = -0.8
# top, fall for each word of distance, floor
_SUBJECT, _BEYOND = (2.2, 0.13, 0.3), (1.2, 0.1, -0.5)
_OBJECT, _PASSIVE, _TURNED = (1.5, 0.1, 0.0), (2.6, 0.05, -1.0), (1.6, 0.05, -1.0)
_AFTER, _AFTER_BY = (1.6, 0.1, -0.5), (0.2, 0.1, -0.5)
_AND = re.compile(r"(?:,?\s+(?:and|or)|,|\s*[-/–])\s*(?:the\s+)?")


class Placed(Protocol):
    """Something that stands at text[start:end]."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


@dataclass(frozen=True, slots=True)
class Parties:
    """A sentence with the spans of its source and target, None where one is not in it."""

    text: str
    source: Span | None
    target: Span | None
    by: bool
    joined: bool
    aside: Span | None
    spaced: bool

    @classmethod
    def of(cls, text: str, source: str, target: str, language: str = "en") -> "Parties":
        """The parties where they stand nearest to each other, not one inside the other."""
        sources, targets = _spans(text, source), _spans(text, target)
        first: Span | None = next(iter(sources), None)
        second: Span | None = None if sources else next(iter(targets), None)
        if pairs := [(s, t) for s in sources for t in targets if s[1] <= t[0] or t[1] <= s[0]]:
            first, second = min(pairs, key=lambda pair: (max(pair[0][0] - pair[1][1], pair[1][0] - pair[0][1]), pair))
        by = first is not None and _BY.search(text, 0, first[0]) is not None
        joined = first is not None and second is not None and _AND.fullmatch(text, first[1], second[0]) is not None
        aside = _ASIDE.match(text, first[1]) if first else None
        told = aside is None or (second is not None and aside.start() <= second[0] < aside.end())
        return cls(
            text, first, second, by, joined, None if told or aside is None else aside.span(), language not in _UNSPACED
        )

    def words(self, first: int, last: int) -> int:
        """How many words lie between two places; where words are not parted by blanks, one for two characters."""
        return self.text.count(" ", first, last) if self.spaced else max(0, last - first) // 2


def _spans(text: str, name: str) -> list[Span]:
    """Where a name stands in a text, as whole words if it does; case counts only where it helps."""
    name = name.strip()
    if not name:
        return []
    found = _found(text, name) or _found(fold(text), fold(name))
    whole = [(a, b) for a, b in found if not (text[max(0, a - 1) : a].isalnum() or text[b : b + 1].isalnum())]
    return whole or found


def _found(text: str, name: str) -> list[Span]:
    spans: list[Span] = []
    first = text.find(name)
    while first >= 0 and len(spans) < _MOST:
        spans.append((first, first + len(name)))
        first = text.find(name, first + 1)
    return spans


def place(parties: Parties, act: Placed) -> float:
    """How much the place of an act counts for it, from -1 to 3.

    Most after its subject and before the target, the nearer the better; in a passive, between the target and "by" the
    source; little inside a name, or in an aside about the source (", who ...,").
    """
    source, target = parties.source, parties.target
    if any(span and span[0] <= act.start < span[1] for span in (source, target, parties.aside)):
        return _INSIDE
    if source is None:
        return _alone(parties, act)
    if target and target[1] <= source[0]:
        return _turned(parties, act, source, target)
    if act.start < source[1]:
        return 0.6 if parties.words(act.end, source[0]) <= _CLOSE else -0.6
    if target is None or act.start < target[0] or parties.joined:
        nearest = target if target and act.start >= target[0] else source
        return _falling(_SUBJECT, parties.words(nearest[1], act.start))
    return 0.0 if _qualifies(parties.text, target, act) else _falling(_BEYOND, parties.words(target[1], act.start))


def _alone(parties: Parties, act: Placed) -> float:
    """Only the target is in the sentence, or neither is."""
    if parties.target is None:
        return 0.0
    return _falling(_OBJECT, parties.words(parties.target[1], act.start)) if act.start >= parties.target[1] else 1.0


def _turned(parties: Parties, act: Placed, source: Span, target: Span) -> float:
    """The target stands first: a passive, or a noun with both ("an attack on Peru by Chile")."""
    if act.start < target[0]:
        close = act.end <= target[0] and parties.words(act.end, target[0]) <= _CLOSE + 1
        return 1.6 if close and parties.by else -0.2
    if act.start < source[0]:
        return _falling(_PASSIVE if parties.by else _TURNED, parties.words(act.end, source[0]))
    return _falling(_AFTER_BY if parties.by else _AFTER, parties.words(source[1], act.start))


def _qualifies(text: str, target: Span, act: Placed) -> bool:
    """Whether an act is a participle that follows the target ("rebels accused of a raid"), not what the source did."""
    return text[target[1] : act.start].isspace() and _PARTICIPLE.match(text, act.start, act.end) is not None


def _falling(line: tuple[float, float, float], words: int) -> float:
    """A value that falls with each word of distance, down to a floor."""
    top, step, floor = line
    return max(top - step * words, floor)
