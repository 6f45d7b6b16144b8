"""English: the deeds that the verbs of a sentence tell, with the parties that stand around each."""

from collections.abc import Sequence

from dragoman.extraction.parties import Group
from dragoman.extraction.scene import Scene
from dragoman.extraction.tokens import Tokens
from dragoman.extraction.triggers import Trigger
from dragoman.extraction.verbs import Reader, Verb, is_past

_NEAR = 7
_WORDS = (1, 3)  # quad classes of words: what is done by saying it
_PLAIN = ("titles", "owners", "agents", "articles", "prepositions", "adverbs", "clauses")
Argument = tuple[str, Group]
Subject = tuple[Group | None, bool]


class Syntax:
    """One sentence with its triggers."""

    def __init__(self, scene: Scene, groups: Sequence[Group], triggers: Sequence[Trigger]) -> None:
        kinds = scene.grammar.syntax or {}
        self.scene = scene
        self.tokens = Tokens(scene, groups, kinds)
        places = {self._place(trigger) for trigger in triggers}
        self.reader = Reader(self.tokens, frozenset(places))
        self.reader.verbs = frozenset(place for place in places if self.reader.plausible(place))
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

    def _fits(self, trigger: Trigger, verb: Verb) -> bool:
        """Whether a verb in this form tells the deed: no standing position, no mere result (", killing two")."""
        kinds, after = self.tokens.kinds, self.tokens.word(verb.at + 1)
        alone = self.tokens.at(trigger.end) == verb.at + 1
        if verb.present and (trigger.frame.type in kinds["standing"] or (alone and after in kinds["prepositions"])):
            return False
        if trigger.pattern.noun and verb.first == verb.at:
            return self.tokens.word(self.tokens.at(trigger.end)) != "by"
        return not verb.result or trigger.frame.quad in _WORDS

    def _joined(self, noun: int, verb: int) -> bool:
        """Whether a noun is the subject of a verb behind it: nothing between them opens a clause."""
        kinds = self.tokens.kinds
        return not any(
            self.tokens.name[p] < 0
            and (
                self.tokens.low[p] in kinds["clauses"]
                or self.tokens.low[p] in kinds["speech"]
                or self.tokens.low[p] == ","
            )
            for p in range(noun, verb)
        )

    def status(self, trigger: Trigger, verb: Verb) -> str:
        """The status of the deed."""
        if verb.status == "decided":
            return "announced" if trigger.frame.announceable else "planned"
        if verb.status == "will":
            return "announced" if trigger.frame.announceable and self._said() else "planned"
        if verb.status == "done":
            return trigger.pattern.status or "done"
        return verb.status

    def _said(self) -> bool:
        return any(word in self.tokens.kinds["speech"] for word in self.tokens.low)

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
        subject, clear = self.subject(verb)
        if not clear or self._points(self.tokens.at(trigger.end)):
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
        groups = self._groups(start, first)
        return [(g.case, g) for g in groups if g.case in ("at", "with", "inviter")]

    def _owners(self, noun: int) -> list[Argument]:
        """The groups before a noun whose deed it is: "US tariffs", "Macron's visit"."""
        start = self.tokens.opener(noun, self.reader.verbs) + 1
        return [("genitive", g) for g in self._groups(start, noun) if g.case in ("", "genitive", "attribute")]

    def _within(self, trigger: Trigger) -> list[Argument]:
        return [("inner", g) for g in self.tokens.groups if trigger.start <= g.start and g.end <= trigger.end]

    def _after(self, trigger: Trigger, verb: Verb) -> list[Argument]:
        tokens, found = self.tokens, []
        at = tokens.at(trigger.end)
        stop = self._stop(at)
        seen = any(case == "inner" for case, _ in self._within(trigger))
        for group in self._groups(at, stop):
            if group.case == "agent":
                found += [("by", group)] if verb.passive or trigger.pattern.noun else []
            elif group.case not in ("", "attribute", "genitive"):
                found.append((group.case, group))
            elif not seen and tokens.at(group.start) - at <= _NEAR:
                found.append(("object", group))
                seen = True
        if trigger.pattern.complement and not found:
            found = [("object", group) for group in self._groups(stop, self._stop(stop + 2))[:1]]
        return found

    def _stop(self, at: int) -> int:
        """Where the clause of a verb ends behind it."""
        tokens, kinds = self.tokens, self.tokens.kinds
        for place in range(at, len(tokens.low)):
            word = tokens.low[place]
            if tokens.name[place] >= 0:
                continue
            if word in kinds["stops"] or (word in kinds["speech"] and word != "according"):
                return place
            if place in self.reader.verbs and self.reader.verb(place) is not None:
                return place
            following = tokens.low[place + 1] if place + 1 < len(tokens.low) else ""
            if word in ("and", "or") and is_past(following) and not tokens.name_at(place + 1):
                return place
            verb = following.isalpha() and not tokens.name_at(place + 1) and following not in kinds["articles"]
            if word == "to" and verb and tokens.low[place - 1] != "up":
                return place
            if word == "," and following not in kinds["prepositions"] and following not in ("including", "among"):
                return place
        return len(tokens.low)

    def _groups(self, first: int, last: int) -> list[Group]:
        numbers = dict.fromkeys(n for n in self.tokens.name[first:last] if n >= 0)
        return [self.tokens.groups[n] for n in numbers]

    def _points(self, place: int) -> bool:
        """Whether the object is a pronoun that nobody is known to be meant by."""
        tokens = self.tokens
        if place >= len(tokens.low) or tokens.name_at(place):
            return False
        follows = tokens.low[place + 1] if place + 1 < len(tokens.low) else "."
        return tokens.low[place] in tokens.kinds["objects"] or (tokens.low[place] == "her" and not follows.isalpha())

    def subject(self, verb: Verb, depth: int = 0) -> Subject:
        """The party that is the subject of a verb, None where none is known; and whether no one known may be meant."""
        tokens = self.tokens
        opener = tokens.opener(verb.first, self.reader.verbs)
        if opener >= 0 and tokens.low[verb.first - 1] == "," and (relative := self._relative(opener)) >= 0:
            return self._antecedent(relative)
        if tokens.content(opener + 1, verb.first) and not verb.gerund:
            return self._subject_in(opener + 1, verb.first, depth)
        if depth > 4 or opener < 0:
            return None, False
        word = tokens.low[opener]
        if word in ("who", "which", "whose", "where"):
            return self._antecedent(opener)
        carries = word in ("and", "but", "or", "then", "after", "before", "while", "nor") or opener in self.reader.verbs
        return self._carried(opener, depth) if carries or verb.gerund else (None, False)

    def _relative(self, place: int) -> int:
        """Where a relative clause begins that ends with a comma: "India, whose parliament rose, has refused"; or -1."""
        while place >= 1 and self.tokens.low[place] not in ("who", "which", "whose", "where"):
            place -= 1
        return place if place >= 1 and self.tokens.low[place - 1] == "," else -1

    def _antecedent(self, relative: int) -> Subject:
        place = relative - 1
        while place >= 0 and (self.tokens.low[place] == "," or self.tokens.time[place] >= 0):
            place -= 1
        return (self.tokens.groups[self.tokens.name[place]], True) if self.tokens.name_at(place) else (None, False)

    def _carried(self, opener: int, depth: int) -> Subject:
        """The subject of the verb before, or of the clause before where no deed is told in it."""
        for place in sorted((v for v in self.reader.verbs if v <= opener), reverse=True):
            found = self.reader.verb(place)
            if found is not None:
                return self.subject(found, depth + 1)
        start = self.tokens.opener(opener, frozenset()) + 1
        return self._subject_in(start, opener, depth)

    def _subject_in(self, first: int, last: int, depth: int) -> Subject:
        """The party that a clause's words before its verb have as their subject."""
        tokens, kinds = self.tokens, self.tokens.kinds
        plain = [p for p in range(first, last) if tokens.time[p] < 0 and tokens.low[p] != ","]
        words = [tokens.low[p] for p in plain]
        if words and words[-1] in kinds["pronouns"] and tokens.name[plain[-1]] < 0:
            return self._speaker(first - 1, depth) if len(words) == 1 and words[0] != "there" else (None, False)
        for group in self._groups(first, last):
            end = tokens.at(group.end)
            tail = [p for p in range(end, last) if tokens.time[p] < 0]
            follows = [tokens.low[p] for p in tail]
            if group.case == "genitive" and not kinds["agents"] & set(follows[:5]):
                continue
            if group.case not in ("", "genitive", "attribute"):
                ahead = tokens.low[max(first, tokens.at(group.start) - 5) : tokens.at(group.start)]
                if not kinds["owners"] & set(ahead):
                    continue
            if (group.case == "attribute" and not kinds["agents"] & set(follows[:3])) or kinds["things"] & set(
                follows[:2]
            ):
                return None, False
            return self._known(group, range(first, tokens.at(group.start)), tail)
        if self._unknown(range(first, last)):
            return None, True
        return None, not (set(words) & (kinds["pronouns"] | kinds["agents"] | kinds["definite"]))

    def _speaker(self, opener: int, depth: int) -> Subject:
        """Whom a pronoun means that stands after a word of saying: the speaker ("Iran said it would ...")."""
        if opener >= 0 and self.tokens.low[opener] == "that":
            back = range(opener - 1, max(-1, opener - _NEAR), -1)
            opener = next((p for p in back if self.tokens.low[p] in self.tokens.kinds["speech"]), -1)
        if opener < 0 or self.tokens.low[opener] not in self.tokens.kinds["speech"] or depth > 2:
            return None, False
        return self.subject(Verb(opener, opener, "done"), depth + 1)

    def _known(self, group: Group, head: Sequence[int], tail: Sequence[int]) -> Subject:
        """A group as the subject, where nobody else is named before or after it in the same phrase."""
        if all(self.scene.gazetteer.entity(member.entity).outlet for member in group.members):
            return None, False
        return (None, True) if self._unknown((*head, *tail)) else (group, True)

    def _unknown(self, places: Sequence[int]) -> bool:
        """Whether somebody without an id is named there: "Canada's minister, Chloe Ferrand, said"."""
        tokens, kinds = self.tokens, self.tokens.kinds
        return any(
            tokens.name[p] < 0
            and (p > 0 or self._capital(1))
            and tokens.time[p] < 0
            and self._capital(p)
            and not any(tokens.low[p] in kinds[kind] for kind in _PLAIN)
            for p in places
        )

    def _capital(self, place: int) -> bool:
        tokens = self.tokens
        return place < len(tokens.low) and tokens.name[place] < 0 and tokens.text[tokens.spans[place][0]].isupper()
