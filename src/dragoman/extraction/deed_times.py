"""Which times of an English sentence can be those of a deed that its verbs tell."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.extraction.tokens import FAR
from dragoman.extraction.triggers import Trigger
from dragoman.model import TimeExpression

if TYPE_CHECKING:
    from dragoman.extraction.syntax import Syntax

_COUNTED_FROM = re.compile(r"(?i)\b(?:after|before)$")
_JOINING = frozenset(("and", "but", "while", "whereas"))
_PUT_OFF = frozenset(("ease", "cancel", "suspend"))
_WHO = frozenset(("who", "which", "whose", "whom"))
_SPEAKER = 8  # words that name who says so


@dataclass(frozen=True, slots=True)
class DeedTimes:
    """The times of one sentence, as its verbs and clauses share them out."""

    syntax: "Syntax"

    def of(self, trigger: Trigger) -> tuple[TimeExpression, ...]:
        """The times that may be a deed's: one still to come, or told aside (", who had visited"), has only its own.

        Others share those of their sentence, but for those of deeds to come and of a later clause with a subject.
        """
        own = self._span(trigger)
        mine = self._to_come(trigger)
        known = [
            t for t in self.syntax.scene.times if not self._of_saying(trigger, t) and not self._of_thing(trigger, t)
        ]
        within = [t for t in known if own[0] <= t.start < own[1]]
        if any(t.start >= trigger.end for t in within):
            known = [t for t in known if not self._of_earlier(trigger, t)]
            within = [t for t in within if t in known]
        if mine or self._aside(trigger):
            return tuple(within)
        others = [
            self._span(t) for t in self.syntax.triggers if t is not trigger and self._to_come(t) not in (None, mine)
        ]
        others += self._relatives() + self._counted_from(trigger)
        stop = self._next_clause(self.syntax.tokens.at(trigger.end))
        shared = [t for t in known if t.start < stop and not any(a <= t.start < b for a, b in others)]
        return tuple(t for t in known if t in within or t in shared)

    def _counted_from(self, trigger: Trigger) -> list[tuple[int, int]]:
        """The times that are counted from the deed itself ("four days after Trump published the list")."""
        before = [t for t in self.syntax.scene.times if t.end <= trigger.start and _COUNTED_FROM.search(t.text)]
        opener = self.syntax.tokens.opener(self.syntax.place(trigger), self.syntax.reader.verbs)
        at = self.syntax.tokens.spans[opener][1] if opener >= 0 else -1
        return [(t.start, t.end) for t in before if t.end == at]

    def _relatives(self) -> list[tuple[int, int]]:
        """The relative clauses between commas (", which had been scheduled for May 5,")."""
        low, spans, end = self.syntax.tokens.low, self.syntax.tokens.spans, self.syntax.scene.end
        found = []
        for place in range(1, len(low)):
            if low[place] in _WHO and low[place - 1] == ",":
                stop = next((p for p in range(place, len(low)) if low[p] == ","), None)
                found.append((spans[place][0], end if stop is None else spans[stop][0]))
        return found

    def _aside(self, trigger: Trigger) -> bool:
        """Whether a deed is told in a relative clause between commas, or only as what the rest has come after."""
        tokens = self.syntax.tokens
        opener = tokens.opener(self.syntax.place(trigger), self.syntax.reader.verbs)
        word = tokens.low[opener] if opener >= 0 else ""
        return word == "since" or (word in _WHO and opener > 0 and tokens.low[opener - 1] == ",")

    def _next_clause(self, at: int) -> int:
        """Where a later clause begins that has a time and a subject of its own (", and on March 8 Trump said")."""
        tokens, kinds = self.syntax.tokens, self.syntax.tokens.kinds
        for place in range(at, min(at + FAR, len(tokens.low) - 1)):
            if tokens.low[place] in (":", ";"):
                return tokens.spans[place][0]
            if tokens.low[place] not in _JOINING or tokens.low[place - 1] != ",":
                continue
            after = range(place + 1, len(tokens.low))
            head = next((p for p in after if tokens.time[p] < 0 and tokens.low[p] not in kinds["prepositions"]), -1)
            if head > place + 1 and (tokens.name_at(head) or tokens.name_at(head + 1)):
                return tokens.spans[place][0]
        return self.syntax.scene.end

    def _of_earlier(self, trigger: Trigger, time: TimeExpression) -> bool:
        """Whether a time stands between a deed told before and this one ("came on Sunday and left the next day")."""
        others = (t for t in self.syntax.triggers if t.end <= time.start)
        return time.end <= trigger.start and any(self.syntax.told(other) is not None for other in others)

    def _before_that(self, time: TimeExpression) -> bool:
        """Whether a time stands between a word of saying and "that" ("told reporters on Monday that ...")."""
        first, last = self.syntax.tokens.at(time.start), self.syntax.tokens.at(time.end)
        that = last < len(self.syntax.tokens.low) and self.syntax.tokens.low[last] == "that"
        return that and any(self.syntax.tokens.says(place) for place in range(max(0, first - _SPEAKER), first))

    def _of_thing(self, trigger: Trigger, time: TimeExpression) -> bool:
        """Whether a time only says which thing is meant ("suspend their August exercise")."""
        tokens, first, last = self.syntax.tokens, self.syntax.tokens.at(time.start), self.syntax.tokens.at(time.end)
        if tokens.low[first - 1] in ("until", "till") and trigger.frame.type in _PUT_OFF:
            return True
        if any(tokens.low[place] in _WHO for place in range(tokens.at(trigger.end), first)):
            return True
        if not trigger.start < time.start < trigger.end or last >= len(tokens.low):
            return False
        owner = tokens.low[first - 1] in tokens.kinds["articles"] or tokens.owns(first - 1)
        return owner and tokens.low[last].isalpha() and tokens.low[last] not in tokens.kinds["prepositions"]

    def _of_saying(self, trigger: Trigger, time: TimeExpression) -> bool:
        """Whether a time belongs to words at the end that tell who says so ("..., the army said on Friday")."""
        verb = self.syntax.told(trigger)
        if verb is None or self.syntax.status(trigger, verb) == "announced":
            return False
        if time.end <= trigger.start:
            return self._before_that(time)
        if time.start < trigger.end:
            return False
        place = self.syntax.tokens.at(time.start) - 1
        while place > 0 and (self.syntax.tokens.time[place] >= 0 or self.syntax.tokens.low[place] == "on"):
            place -= 1
        return place >= self.syntax.tokens.at(trigger.end) and self.syntax.tokens.says(place)

    def _to_come(self, trigger: Trigger) -> bool | None:
        verb = self.syntax.told(trigger)
        return None if verb is None else self.syntax.status(trigger, verb) == "planned"

    def _span(self, trigger: Trigger) -> tuple[int, int]:
        """The clause of a trigger, from what opens it to where it stops."""
        first = self.syntax.tokens.opener(self.syntax.place(trigger), self.syntax.reader.verbs) + 1
        last = self.syntax.around.stop(self.syntax.tokens.at(trigger.end))
        ends = self.syntax.tokens.spans
        return ends[first][0], ends[last - 1][1] if last > first else trigger.end
