"""The parties that stand around the verb of an English deed, each with its case."""

from dataclasses import dataclass, replace

from dragoman.extraction.forms import is_past
from dragoman.extraction.parties import Group
from dragoman.extraction.tokens import FAR, Tokens
from dragoman.extraction.triggers import Trigger
from dragoman.extraction.verbs import Reader, Verb

_NEAR = 7
_OWNED = 5
_WORDS = (1, 3)  # quad classes of words
_PHRASE, _LEAST = 4, 2  # words of "in [the] defiance of", and of them those behind the preposition
Argument = tuple[str, Group]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The groups of one sentence as they stand before, in and after the words of a trigger."""

    tokens: Tokens
    reader: Reader

    def before(self, first: int) -> list[Argument]:
        """The groups of the clause before its verb that a preposition marks ("In Beijing, Xi met Kim")."""
        start = self.tokens.opener(first, self.reader.verbs) + 1
        groups = self.tokens.between(start, first)
        return [(self._beside(g), g) for g in groups if g.case in ("at", "with", "inviter")]

    def _beside(self, group: Group) -> str:
        """The case of a group, that of a subject where it acts with it ("together with Kim")."""
        start = self.tokens.at(group.start)
        together = group.case == "with" and {"together", "along"} & set(self.tokens.low[max(0, start - 4) : start])
        return "subject" if together else group.case

    def owners(self, noun: int) -> list[Argument]:
        """The groups before a noun whose deed it is: "US tariffs", "Macron's visit"."""
        start = max(noun - _OWNED, self.tokens.opener(noun, self.reader.verbs) + 1)
        return [("genitive", g) for g in self.tokens.between(start, noun) if g.case in ("", "genitive", "attribute")]

    def within(self, trigger: Trigger) -> list[Argument]:
        """The groups inside the words of a trigger.

        A body in which something is done is no place (in the G20 summit); who stands right behind a verb and its
        preposition is its object (appealed to Iran to stop).
        """
        first, kinds = self.tokens.at(trigger.start) + 1, self.tokens.kinds
        found: list[Argument] = []
        for group in self.tokens.groups:
            if trigger.start <= group.start and group.end <= trigger.end:
                lead = self.tokens.low[first : self.tokens.at(group.start)]
                near = all(word in kinds["prepositions"] or word in kinds["articles"] for word in lead)
                unread = trigger.pattern.roles.get(group.case, "none") == "none"
                body = (
                    group.case == "at"
                    and trigger.pattern.roles.get("compound") == "gathering"
                    and all(member.type == "group" for member in group.members)
                )
                case = (
                    "by"
                    if group.case == "agent" and trigger.pattern.noun
                    else (
                        "object"
                        if near and set(lead) & kinds["prepositions"] and unread
                        else "compound"
                        if body
                        else "inner"
                    )
                )
                found.append((case, replace(group, case="") if unread and self._attributive(group, trigger) else group))
        return found

    def _attributive(self, group: Group, trigger: Trigger) -> bool:
        """Whether a group only qualifies the noun of the line ("said yes to the French proposal")."""
        place, last = self.tokens.at(group.end), self.tokens.at(trigger.end)
        marks = self.tokens.kinds["prepositions"] | self.tokens.kinds["clauses"]
        return place < last and self.tokens.low[place].isalpha() and self.tokens.low[place] not in marks

    def after(self, trigger: Trigger, verb: Verb) -> list[Argument]:
        """The groups behind a trigger as far as its clause goes: the first without a preposition is the object."""
        tokens, found = self.tokens, []
        at = tokens.at(trigger.end)
        stop = self.stop(at)
        seen = bool(self.within(trigger))
        without = verb.passive and not trigger.pattern.noun and tokens.low[at - 1] not in tokens.kinds["prepositions"]
        for group in self.tokens.between(at, stop):
            if self._agent(at, group):
                if self.tokens.capital(tokens.at(group.end)):
                    continue
                done_by = verb.passive or trigger.pattern.noun
                if done_by or (trigger.frame.quad in _WORDS and not seen):
                    found.append(("by" if done_by else "of", group))
            elif group.case == "of" and self._farther(at, tokens.at(group.start)):
                continue
            elif group.case not in ("", "attribute", "genitive"):
                found.append((self._marked(trigger, group), group))
            elif not seen and not without and tokens.at(group.start) - at <= _NEAR:
                found.append(("object", group))
                seen = True
        if trigger.pattern.complement and not found:
            inside = self.tokens.between(stop, self.stop(stop + 2))[:1]
            found = [("object", group) for group in inside if group.case in ("", "attribute", "genitive")]
        return found

    def _agent(self, at: int, group: Group) -> bool:
        """Whether a group, or its organ before it, stands behind "by" ("by the foreign ministry of Japan")."""
        if group.case != "":
            return group.case == "agent"
        kinds, words = self.tokens.kinds, self.tokens.low[at : self.tokens.at(group.start)]
        between = kinds["titles"] | kinds["agents"] | kinds["articles"] | {"of"}
        while words and words[-1] in between:
            words.pop()
        return bool(words) and words[-1] == "by"

    def _marked(self, trigger: Trigger, group: Group) -> str:
        """The case of a group behind a preposition: the object where that belongs to the verb ("called on Iran")."""
        tokens, start = self.tokens, self.tokens.at(group.start)
        lead = tokens.low[tokens.at(trigger.end) : start]
        own = all(word in tokens.kinds["articles"] or word in tokens.kinds["titles"] for word in lead)
        last = tokens.low[tokens.at(trigger.end) - 1]
        if own and last in tokens.kinds["prepositions"] and trigger.pattern.roles.get(group.case, "none") == "none":
            return "object"
        return self._beside(group)

    def _farther(self, at: int, start: int) -> bool:
        """Whether a group belongs to a phrase like "in defiance of", which says nothing of whom a deed is done to."""
        kinds, words = self.tokens.kinds, self.tokens.low[at:start]
        while words and words[-1] != "of":
            words.pop()
        lead = [word for word in words[-_PHRASE:] if word not in kinds["articles"]]
        return len(lead) > _LEAST and lead[-_LEAST - 1] in kinds["prepositions"] - {"of"}

    def stop(self, at: int) -> int:
        """Where the clause of a verb ends behind it."""
        last = min(at + FAR, len(self.tokens.low))
        return next((place for place in range(at, last) if self._ends(place, at)), last)

    def _ends(self, place: int, at: int) -> bool:
        """Whether a word ends the clause before it: it opens another one, tells a deed, or begins an infinitive."""
        tokens, kinds = self.tokens, self.tokens.kinds
        word = tokens.low[place]
        if tokens.name[place] >= 0:
            return False
        if word in kinds["stops"] or (word in kinds["speech"] and word != "according"):
            return True
        if word == "as" and place > at:
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
        return word in kinds["prepositions"] and following.endswith("ing") and following not in kinds["things"]
