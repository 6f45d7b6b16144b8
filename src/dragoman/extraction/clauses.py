"""Sentences cut into clauses."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.extraction.parties import Group
from dragoman.extraction.scene import Scene
from dragoman.extraction.triggers import Trigger

REACH = 400


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of one sentence, as spans that cover it, and its groups and triggers."""

    text: str
    start: int
    end: int
    cuts: tuple[int, ...]
    groups: tuple[Group, ...]
    triggers: tuple[tuple[int, int], ...]
    telling: tuple[tuple[int, int], ...]
    speech: tuple[tuple[int, int], ...]

    def around(self, place: int) -> tuple[int, int]:
        """The clause in which a character stands."""
        index = bisect_right(self.cuts, place)
        return (
            self.cuts[index - 1] if index else self.start,
            self.cuts[index] if index < len(self.cuts) else self.end,
        )

    def near(self, first: int, last: int) -> "Clauses":
        """The same within reach of a trigger, so that a text without full stops costs no more than its length."""
        start, end = max(self.start, first - REACH), min(self.end, last + REACH)
        if end - start == self.end - self.start:
            return self
        left = bisect_left(self.groups, start, key=lambda group: group.start)
        right = bisect_right(self.groups, end, key=lambda group: group.end)
        return Clauses(
            self.text,
            start,
            end,
            self.cuts[bisect_right(self.cuts, start) : bisect_left(self.cuts, end)],
            self.groups[left:right],
            _within(self.triggers, start, end),
            _within(self.telling, start, end),
            _within(self.speech, start, end),
        )


def _within(spans: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[tuple[int, int], ...]:
    return spans[bisect_left(spans, (start, 0)) : bisect_right(spans, (end, 0))]


def cut(scene: Scene, groups: Sequence[Group], triggers: Sequence[Trigger]) -> Clauses:
    """The clauses of a sentence: cut at punctuation, in English and Chinese also after words of speech."""
    text, start, end, grammar = scene.text, scene.start, scene.end, scene.grammar
    spans = [(trigger.start, trigger.end) for trigger in triggers]
    telling = [(trigger.start, trigger.end) for trigger in triggers if not trigger.frame.yields]
    inside = ([(group.start, group.end) for group in groups], spans)
    cuts = {m.end() for m in grammar.breaks.finditer(text, start, end)}
    speech = [m.span() for m in grammar.speech.finditer(text, start, end)]
    if grammar.by_position:
        cuts.update(stop for _, stop in speech)
    standing = {place for place in cuts if start < place < end and not any(_cuts(rows, place) for rows in inside)}
    return Clauses(
        text, start, end, tuple(sorted(standing)), tuple(groups), tuple(spans), tuple(telling), tuple(speech)
    )


def _cuts(spans: list[tuple[int, int]], place: int) -> bool:
    """Whether a place lies inside one of the spans, which are in order and do not overlap."""
    index = bisect_left(spans, (place, 0))
    return index > 0 and place < spans[index - 1][1]
