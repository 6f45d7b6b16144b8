"""English: the deeds that the verbs of a sentence tell, with the parties that stand around each."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.extraction.deed_times import DeedTimes
from dragoman.extraction.forms import is_past
from dragoman.extraction.frames import Frame, load_frames
from dragoman.extraction.neighbours import Argument, Neighbours
from dragoman.extraction.parties import Group
from dragoman.extraction.scene import Scene
from dragoman.extraction.subjects import Subjects
from dragoman.extraction.tokens import Tokens
from dragoman.extraction.triggers import Trigger
from dragoman.extraction.verbs import Reader, Verb

_WORDS = (1, 3)  # quad classes of words: what is done by saying it
_EACH_OTHER = (("each", "other"), ("one", "another"))
_TO_COME = frozenset(("will", "planned"))
_OUT = frozenset(("deport", "extradite", "expel"))  # those sent out of a state are sent by it
_SOURCES = frozenset(("according", "reported", "reports", "quoted"))
_SPEAKER = 8  # words that name who says so
_OF_CROWDS = "demonstrate"
_MEASURES = frozenset(("SANCTION", "CONCEDE", "AID", "RETREAT"))
_HARM = frozenset(("SANCTION", "COERCE", "ASSAULT", "MOBILIZE"))


class Syntax:
    """One sentence with its triggers."""

    def __init__(self, scene: Scene, groups: Sequence[Group], triggers: Sequence[Trigger]) -> None:
        kinds = scene.grammar.syntax or {}
        self.scene = scene
        self.triggers = tuple(option for trigger in triggers for option in (trigger, *trigger.rivals))
        self.tokens = Tokens(scene, groups, kinds)
        places = {self.place(trigger) for trigger in triggers}
        self.reader = Reader(self.tokens, frozenset(places))
        self.reader.verbs = frozenset(place for place in places if self.reader.plausible(place))
        self.around = Neighbours(self.tokens, self.reader)
        self.subjects = Subjects(self.tokens, self.reader, scene.gazetteer)
        told = {self.tokens.low[place] for place in range(len(self.tokens.low)) if self.tokens.says(place)}
        self.said = bool(told - _SOURCES)
        self.times = DeedTimes(self)
        self.question = scene.text[scene.start : scene.end].rstrip("\"”’' \n").endswith("?")

    def place(self, trigger: Trigger) -> int:
        """The token of a trigger's verb: its first, of a line that begins with a noun its last."""
        if trigger.pattern.noun:
            last = self.tokens.at(trigger.end) - 1
            return next((p for p in range(last, last - 3, -1) if self._happens(p)), last)
        first = self.tokens.at(trigger.start)
        return first + (self.tokens.low[first] in self.tokens.kinds["adverbs"])

    def _happens(self, place: int) -> bool:
        return is_past(self.tokens.low[place]) or self.tokens.low[place] in self.tokens.kinds["happens"]

    def told(self, trigger: Trigger) -> Verb | None:
        """The verb of a trigger where it tells a deed."""
        place = self.place(trigger)
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
        end = self.tokens.at(trigger.end)
        alone = end == verb.at + 1
        if not alone and self.tokens.low[end - 1] in ("on", "in") and end < len(self.tokens.low) and self._dated(end):
            return False
        if verb.present and (trigger.frame.type in kinds["standing"] or (alone and after in kinds["prepositions"])):
            return False
        if self._other_subject(trigger) or self._qualifies(verb, end):
            return False
        if trigger.pattern.noun and verb.first == verb.at:
            return self.tokens.word(self.tokens.at(trigger.end)) != "by"
        if trigger.frame.yields and self._only_says_so(trigger, verb):
            return False
        return not verb.result or trigger.frame.quad in _WORDS

    def _qualifies(self, verb: Verb, end: int) -> bool:
        """Whether a participle only says which thing is meant ("the mode agreed upon by both sides")."""
        bare = verb.first == verb.at and not (verb.gerund or verb.passive or verb.alike)
        return bare and is_past(self.tokens.low[verb.at]) and self.tokens.word(end) in ("by", "between")

    def _other_subject(self, trigger: Trigger) -> bool:
        """Whether a trigger runs on into a clause with a subject of its own ("announced that Iran would")."""
        tokens, places = self.tokens, range(self.tokens.at(trigger.start), self.tokens.at(trigger.end))
        return any(tokens.low[p] == "that" and tokens.name_at(p + 1) for p in places if p + 1 in places)

    def _dated(self, place: int) -> bool:
        """Whether a time stands there, to which the preposition before it belongs ("agreed on Friday")."""
        return self.tokens.time[place] >= 0 and self.tokens.name[place] < 0

    def _only_says_so(self, trigger: Trigger, verb: Verb) -> bool:
        """Whether a verb of announcing at the end only tells who says so ("..., the ministry disclosed on Friday")."""
        tokens, last = self.tokens, self.tokens.at(trigger.end)
        ended = all(
            tokens.time[place] >= 0 or not tokens.low[place].isalnum() for place in range(last, len(tokens.low))
        )
        return ended and "," in tokens.low[max(1, verb.first - _SPEAKER) : verb.first]

    def _joined(self, noun: int, verb: int) -> bool:
        """Whether a noun is the subject of a verb behind it: nothing between them opens a clause."""
        parts = self.tokens.kinds["clauses"] | self.tokens.kinds["speech"] | {","}
        return not any(self.tokens.name[p] < 0 and self.tokens.low[p] in parts for p in range(noun, verb))

    def status(self, trigger: Trigger, verb: Verb) -> str:
        """The status of the deed."""
        if self._none_of_it(trigger, verb):
            return "denied"
        if self._threatens(trigger, verb):
            return "done"
        coming = verb.status in ("decided", "will")
        if verb.status == "done" and not self._under_way(trigger, verb):
            return trigger.pattern.status or "done"
        if not coming and verb.status != "done":
            return verb.status
        announced = trigger.frame.announceable and (self.said or verb.status != "will")
        return "announced" if announced else "planned"

    def _none_of_it(self, trigger: Trigger, verb: Verb) -> bool:
        """Whether the noun of a deed is denied: "reached no deal", "no deal was reached"."""
        if trigger.pattern.noun:
            return self.tokens.low[max(0, self.tokens.at(trigger.start) - 1)] == "no"
        last = max(self.tokens.at(trigger.end), verb.at + 2)
        return trigger.frame.quad not in _WORDS[1:] and "no" in self.tokens.low[verb.at + 1 : last]

    def _under_way(self, trigger: Trigger, verb: Verb) -> bool:
        """Whether a measure is said to be in the making ("said it was imposing sanctions")."""
        going = self.tokens.low[verb.at].endswith("ing") and not verb.gerund
        return going and self.said and trigger.frame.plover in _MEASURES

    def frame(self, trigger: Trigger) -> Frame:
        """The frame of a trigger, or the one that it is where the deed is only said to come."""
        other, verb = trigger.frame.to_come, self.told(trigger)
        if verb is not None and self._threatens(trigger, verb):
            other = "threaten"
        elif verb is None or verb.status not in _TO_COME:
            other = None
        return load_frames()[other] if other else trigger.frame

    def _threatens(self, trigger: Trigger, verb: Verb) -> bool:
        """Whether somebody says that he will do harm if something happens, or promises an answer."""
        if trigger.frame.to_come == "threaten" and verb.status in _TO_COME and (self.said or verb.to is not None):
            return True
        return verb.status == "conditional" and self.said and trigger.frame.plover in _HARM

    def earlier(self, trigger: Trigger) -> bool:
        """Whether a deed is told as older than those around it ("had visited")."""
        verb = self.told(trigger)
        return verb is not None and "had" in self.tokens.low[verb.first : verb.at]

    def arguments(self, trigger: Trigger, verb: Verb) -> list[Argument] | None:
        """The groups around a trigger, each with its case, the subject first; the subject of a passive is its object.

        None where the subject or object is a word that points back to somebody unknown.
        """
        first = verb.first
        if trigger.pattern.noun:
            first = self.tokens.at(trigger.start)
        found = self.around.before(first) + self.around.within(trigger) + self.around.after(trigger, verb)
        if trigger.pattern.noun:
            return self.around.owners(first) + found
        subject, clear = self.subjects.of(verb)
        found = [(case, group) for case, group in found if not self._own(group, subject)]
        behind = self.tokens.at(trigger.end)
        if clear and subject and tuple(self.tokens.low[behind : behind + 2]) in _EACH_OTHER:
            return _mutual(subject, found)
        if verb.passive and trigger.frame.type in _OUT and not any(case == "by" for case, _ in found):
            found = [("by" if case == "from" else case, group) for case, group in found]
        pointing = self.tokens.low[max(0, verb.first - 1)] in self.tokens.kinds["pronouns"]
        done_by = verb.passive and not pointing and any(case == "by" for case, _ in found)
        if not (clear or done_by or trigger.frame.type == _OF_CROWDS) or self._points(behind):
            return None
        if subject is None:
            return found
        if verb.passive:
            case = "patient" if "patient" in trigger.pattern.roles else "object"
            return found if any(known == case for known, _ in found) else [*found, (case, subject)]
        return [("subject", subject), *found]

    def _own(self, group: Group, subject: Group | None) -> bool:
        """Whether a group only owns a thing of the subject's own side ("apologised for Japan's rule")."""
        last = self.tokens.at(group.end) - 1
        return subject is not None and group.side == subject.side and self.tokens.owns(last)

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
