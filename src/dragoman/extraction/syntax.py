"""English: the deeds that the verbs of a sentence tell, with the parties that stand around each."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.extraction.frames import Frame, load_frames
from dragoman.extraction.parties import Group
from dragoman.extraction.scene import Scene
from dragoman.extraction.subjects import Subjects
from dragoman.extraction.tokens import FAR, Tokens
from dragoman.extraction.triggers import Trigger
from dragoman.extraction.verbs import Reader, Verb, is_past
from dragoman.model import TimeExpression

_NEAR = 7
_OWNED = 5
_WORDS = (1, 3)  # quad classes of words: what is done by saying it
_COUNTED_FROM = re.compile(r"(?i)\b(?:after|before)$")
_WHO = frozenset(("who", "which", "whose"))
_JOINING = frozenset(("and", "but", "while", "whereas"))
_EACH_OTHER = (("each", "other"), ("one", "another"))
_TO_COME = frozenset(("will", "planned"))
Argument = tuple[str, Group]


class Syntax:
    """One sentence with its triggers."""

    def __init__(self, scene: Scene, groups: Sequence[Group], triggers: Sequence[Trigger]) -> None:
        kinds = scene.grammar.syntax or {}
        self.scene = scene
        self.triggers = tuple(option for trigger in triggers for option in (trigger, *trigger.rivals))
        self.tokens = Tokens(scene, groups, kinds)
        places = {self._place(trigger) for trigger in triggers}
        self.reader = Reader(self.tokens, frozenset(places))
        self.reader.verbs = frozenset(place for place in places if self.reader.plausible(place))
        self.subjects = Subjects(self.tokens, self.reader, scene.gazetteer)
        self.said = not kinds["speech"].isdisjoint(self.tokens.low)
        self.question = scene.text[scene.start : scene.end].rstrip("\"”’' \n").endswith("?")

    def _place(self, trigger: Trigger) -> int:
        """The token of a trigger's verb: its first, of a line that begins with a noun its last."""
        if trigger.pattern.noun:
            last = self.tokens.at(trigger.end) - 1
            return next((p for p in range(last, last - 3, -1) if self._happens(p)), last)
        return self.tokens.at(trigger.start)

    def _happens(self, place: int) -> bool:
        return is_past(self.tokens.low[place]) or self.tokens.low[place] in self.tokens.kinds["happens"]

    def told(self, trigger: Trigger) -> Verb | None:
        """The verb of a trigger where it tells a deed."""
        place = self._place(trigger)
        if self.question or (trigger.pattern.noun and not self._joined(self.tokens.at(trigger.start), place)):
            return None
        verb = self.reader.verb(place)
        return verb if verb is not None and self._fits(trigger, verb) else None

    def tells(self, trigger: Trigger) -> bool:
        """Whether a trigger, in one of its readings, tells a deed."""
        return any(self.told(option) is not None for option in (trigger, *trigger.rivals))

    def _fits(self, trigger: Trigger, verb: Verb) -> bool:
        """Whether a verb in this form tells the deed: no standing position, no mere result (", killing two")."""
        kinds, after = self.tokens.kinds, self.tokens.word(verb.at + 1)
        alone = self.tokens.at(trigger.end) == verb.at + 1
        if verb.present and (trigger.frame.type in kinds["standing"] or (alone and after in kinds["prepositions"])):
            return False
        if self._other_subject(trigger):
            return False
        if trigger.pattern.noun and verb.first == verb.at:
            return self.tokens.word(self.tokens.at(trigger.end)) != "by"
        return not verb.result or trigger.frame.quad in _WORDS

    def _other_subject(self, trigger: Trigger) -> bool:
        """Whether a trigger runs on into a clause with a subject of its own ("announced that Iran would")."""
        tokens, places = self.tokens, range(self.tokens.at(trigger.start), self.tokens.at(trigger.end))
        return any(tokens.low[p] == "that" and tokens.name_at(p + 1) for p in places if p + 1 in places)

    def _joined(self, noun: int, verb: int) -> bool:
        """Whether a noun is the subject of a verb behind it: nothing between them opens a clause."""
        parts = self.tokens.kinds["clauses"] | self.tokens.kinds["speech"] | {","}
        return not any(self.tokens.name[p] < 0 and self.tokens.low[p] in parts for p in range(noun, verb))

    def status(self, trigger: Trigger, verb: Verb) -> str:
        """The status of the deed."""
        if verb.status == "decided":
            return "announced" if trigger.frame.announceable else "planned"
        if verb.status == "will":
            return "announced" if trigger.frame.announceable and self.said else "planned"
        if verb.status == "done":
            return trigger.pattern.status or "done"
        return verb.status

    def frame(self, trigger: Trigger) -> Frame:
        """The frame of a trigger, or the one that it is where the deed is only said to come."""
        other, verb = trigger.frame.to_come, self.told(trigger)
        return load_frames()[other] if other and verb and verb.status in _TO_COME else trigger.frame

    def times(self, trigger: Trigger) -> tuple[TimeExpression, ...]:
        """The times that may be a deed's: one still to come, or told aside (", who had visited"), has only its own.

        Others share those of their sentence, but for those of deeds to come and of a later clause with a subject.
        """
        own = self._span(trigger)
        mine = self._to_come(trigger)
        within = [t for t in self.scene.times if own[0] <= t.start < own[1]]
        if mine or self._aside(trigger):
            return tuple(within)
        others = [self._span(t) for t in self.triggers if t is not trigger and self._to_come(t) not in (None, mine)]
        others += self._relatives() + self._counted_from(trigger)
        stop = self._next_clause(self.tokens.at(trigger.end))
        shared = [t for t in self.scene.times if t.start < stop and not any(a <= t.start < b for a, b in others)]
        return tuple(t for t in self.scene.times if t in within or t in shared)

    def _counted_from(self, trigger: Trigger) -> list[tuple[int, int]]:
        """The times that are counted from the deed itself ("four days after Trump published the list")."""
        before = [t for t in self.scene.times if t.end <= trigger.start and _COUNTED_FROM.search(t.text)]
        opener = self.tokens.opener(self._place(trigger), self.reader.verbs)
        at = self.tokens.spans[opener][1] if opener >= 0 else -1
        return [(t.start, t.end) for t in before if t.end == at]

    def _relatives(self) -> list[tuple[int, int]]:
        """The relative clauses between commas (", which had been scheduled for May 5,")."""
        low, spans, end = self.tokens.low, self.tokens.spans, self.scene.end
        found = []
        for place in range(1, len(low)):
            if low[place] in _WHO and low[place - 1] == ",":
                stop = next((p for p in range(place, len(low)) if low[p] == ","), None)
                found.append((spans[place][0], end if stop is None else spans[stop][0]))
        return found

    def earlier(self, trigger: Trigger) -> bool:
        """Whether a deed is told as older than those around it ("had visited")."""
        verb = self.told(trigger)
        return verb is not None and "had" in self.tokens.low[verb.first : verb.at]

    def _aside(self, trigger: Trigger) -> bool:
        """Whether a deed is told in a relative clause between commas, or only as what the rest has come after."""
        tokens = self.tokens
        opener = tokens.opener(self._place(trigger), self.reader.verbs)
        word = tokens.low[opener] if opener >= 0 else ""
        return word == "since" or (word in _WHO and opener > 0 and tokens.low[opener - 1] == ",")

    def _next_clause(self, at: int) -> int:
        """Where a later clause begins that has a time and a subject of its own (", and on March 8 Trump said")."""
        tokens, kinds = self.tokens, self.tokens.kinds
        for place in range(at, min(at + FAR, len(tokens.low) - 1)):
            if tokens.low[place] in (":", ";"):
                return tokens.spans[place][0]
            if tokens.low[place] not in _JOINING or tokens.low[place - 1] != ",":
                continue
            after = range(place + 1, len(tokens.low))
            head = next((p for p in after if tokens.time[p] < 0 and tokens.low[p] not in kinds["prepositions"]), -1)
            if head > place + 1 and (tokens.name_at(head) or tokens.name_at(head + 1)):
                return tokens.spans[place][0]
        return self.scene.end

    def _to_come(self, trigger: Trigger) -> bool | None:
        verb = self.told(trigger)
        return None if verb is None else self.status(trigger, verb) == "planned"

    def _span(self, trigger: Trigger) -> tuple[int, int]:
        """The clause of a trigger, from what opens it to where it stops."""
        first = self.tokens.opener(self._place(trigger), self.reader.verbs) + 1
        last = self._stop(self.tokens.at(trigger.end))
        ends = self.tokens.spans
        return ends[first][0], ends[last - 1][1] if last > first else trigger.end

    def arguments(self, trigger: Trigger, verb: Verb) -> list[Argument] | None:
        """The groups around a trigger, each with its case, the subject first; the subject of a passive is its object.

        None where the subject or object is a word that points back to somebody unknown.
        """
        first = verb.first
        if trigger.pattern.noun:
            first = self.tokens.at(trigger.start)
        found = self._before(first) + self._within(trigger) + self._after(trigger, verb)
        if trigger.pattern.noun:
            return self._owners(first) + found
        subject, clear = self.subjects.of(verb)
        behind = self.tokens.at(trigger.end)
        if clear and subject and tuple(self.tokens.low[behind : behind + 2]) in _EACH_OTHER:
            return _mutual(subject, found)
        if not clear or self._points(behind):
            return None
        if subject is None:
            return found
        if verb.passive:
            case = "patient" if "patient" in trigger.pattern.roles else "object"
            return found if any(known == case for known, _ in found) else [*found, (case, subject)]
        return [("subject", subject), *found]

    def _before(self, first: int) -> list[Argument]:
        """The groups of the clause before its verb that a preposition marks ("In Beijing, Xi met Kim")."""
        start = self.tokens.opener(first, self.reader.verbs) + 1
        groups = self.tokens.between(start, first)
        return [(g.case, g) for g in groups if g.case in ("at", "with", "inviter")]

    def _owners(self, noun: int) -> list[Argument]:
        """The groups before a noun whose deed it is: "US tariffs", "Macron's visit"."""
        start = max(noun - _OWNED, self.tokens.opener(noun, self.reader.verbs) + 1)
        return [("genitive", g) for g in self.tokens.between(start, noun) if g.case in ("", "genitive", "attribute")]

    def _within(self, trigger: Trigger) -> list[Argument]:
        return [("inner", g) for g in self.tokens.groups if trigger.start <= g.start and g.end <= trigger.end]

    def _after(self, trigger: Trigger, verb: Verb) -> list[Argument]:
        tokens, found = self.tokens, []
        at = tokens.at(trigger.end)
        stop = self._stop(at)
        seen = any(case == "inner" for case, _ in self._within(trigger))
        for group in self.tokens.between(at, stop):
            if group.case == "agent":
                found += [("by", group)] if verb.passive or trigger.pattern.noun else []
            elif group.case not in ("", "attribute", "genitive"):
                found.append((group.case, group))
            elif not seen and tokens.at(group.start) - at <= _NEAR:
                found.append(("object", group))
                seen = True
        if trigger.pattern.complement and not found:
            found = [("object", group) for group in self.tokens.between(stop, self._stop(stop + 2))[:1]]
        return found

    def _stop(self, at: int) -> int:
        """Where the clause of a verb ends behind it."""
        last = min(at + FAR, len(self.tokens.low))
        return next((place for place in range(at, last) if self._ends(place)), last)

    def _ends(self, place: int) -> bool:
        """Whether a word ends the clause before it: it opens another one, tells a deed, or begins an infinitive."""
        tokens, kinds = self.tokens, self.tokens.kinds
        word = tokens.low[place]
        if tokens.name[place] >= 0:
            return False
        if word in kinds["stops"] or (word in kinds["speech"] and word != "according"):
            return True
        if place in self.reader.verbs and self.reader.verb(place) is not None:
            return True
        if tokens.name_at(place + 1):
            return word == ","
        return self._parts(word, place)

    def _parts(self, word: str, place: int) -> bool:
        """Whether a comma, "and", "to" or a preposition leads on to something else than a name."""
        kinds, low = self.tokens.kinds, self.tokens.low
        following = low[place + 1] if place + 1 < len(low) else ""
        if word == ",":
            return following not in kinds["prepositions"] and following not in ("including", "among")
        if word in ("and", "or"):
            return is_past(following)
        if word == "to":
            return following.isalpha() and following not in kinds["articles"] and low[place - 1] != "up"
        return word in kinds["prepositions"] and following.endswith("ing")

    def _points(self, place: int) -> bool:
        """Whether the object is a pronoun that nobody is known to be meant by."""
        tokens = self.tokens
        if place >= len(tokens.low) or tokens.name_at(place):
            return False
        follows = tokens.low[place + 1] if place + 1 < len(tokens.low) else "."
        return tokens.low[place] in tokens.kinds["objects"] or (tokens.low[place] == "her" and not follows.isalpha())


def _mutual(subject: Group, found: list[Argument]) -> list[Argument] | None:
    """The first of several who do something to each other, and the others; None where only one is named."""
    first, *others = subject.members
    if not others:
        return None
    sides = (("subject", replace(subject, members=(first,))), ("object", replace(subject, members=tuple(others))))
    return [*sides, *((case, group) for case, group in found if case != "object")]
