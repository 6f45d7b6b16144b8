"""Whose voice a noun phrase stands for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.extraction.grammar import load_grammar
from dragoman.extraction.speech.tongue import Tongue
from dragoman.gazetteer import Gazetteer
from dragoman.model import Mention

_OWNERS = ("state", "territory", "organ", "group")
_TITLE = 8  # characters of a title after a name
_REACH = 600  # characters back in which the two sides are looked for
_LONGEST_WORDS = 20
_LONGEST = {"zh": 40, "ja": 50, "ko": 60, "en": 160}


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as it stands at text[start:end]: the ids meant (none where nobody known is), and its kind.

    `kind`: named, voice (an organ's or a state's), both, pronoun, self, other.
    """

    start: int
    end: int
    text: str
    entities: tuple[str, ...]
    kind: str


class Voices:
    """Reads noun phrases of one text; `names` are spans of names that the gazetteer does not know."""

    def __init__(
        self, text: str, tongue: Tongue, mentions: Sequence[Mention], gazetteer: Gazetteer, names: Sequence[int] = ()
    ) -> None:
        self.text = text
        self.tongue = tongue
        self.mentions = mentions
        self._gazetteer = gazetteer
        self._starts = [mention.start for mention in mentions]
        self._name_ends = frozenset(names)
        self._trail = load_grammar(tongue.language).trail

    @cached_property
    def spoken(self) -> tuple[re.Match[str], ...]:
        """The verbs of speech of the text, in order."""
        return tuple(self.tongue.speech.finditer(self.text))

    def opening(self, place: int) -> int:
        """Where the next verb stands that opens a speech, from a place on; the end of the text where none does."""
        index = bisect_left(self._openings, place)
        return self._openings[index] if index < len(self._openings) else len(self.text)

    @cached_property
    def _openings(self) -> list[int]:
        return [match.start() for match in self.spoken if "opens" in self.tongue.verb(match).marks]

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie in text[start:end]."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self.mentions[first:last] if mention.end <= end]

    def inside_name(self, place: int) -> bool:
        """Whether a place lies inside of a name that the gazetteer knows."""
        index = bisect_left(self._starts, place)
        return index > 0 and self.mentions[index - 1].end > place

    def voice(self, start: int, end: int) -> Voice | None:
        """The voice of the noun phrase text[start:end]; None where it is none that speaks."""
        phrase, tongue = self.text[start:end], self.tongue
        if not phrase or len(phrase) > _LONGEST[tongue.language] or phrase.count(" ") > _LONGEST_WORDS:
            return None
        for kind, pattern in (("self", tongue.first_person), ("pronoun", tongue.pronouns), ("both", tongue.both)):
            if pattern.fullmatch(phrase):
                return Voice(start, end, phrase, self.two_sides(start, end) if kind == "both" else (), kind)
        entities, kind = self._known(start, end) or ((), "other")
        if kind == "other" and (tongue.no_speaker.search(phrase) or not self._may_speak(phrase, end)):
            return None
        return Voice(start, end, phrase, entities, kind)

    def _may_speak(self, phrase: str, end: int) -> bool:
        """Whether a phrase without a known name is one of somebody who speaks."""
        if self.tongue.language == "en":
            sentence = self.tongue.clause["sentence"].search(phrase)
            if sentence or phrase.count(" ") > _LONGEST_WORDS // 2:
                return False
        return end in self._name_ends or self.tongue.heads.search(phrase) is not None

    def _known(self, start: int, end: int) -> tuple[tuple[str, ...], str] | None:
        inside = self.between(start, end)
        if not inside:
            return None
        persons = [mention for mention in inside if mention.type == "person"]
        if persons and (state := self._government(persons[-1], end)):
            return (state,), "voice"
        if persons and self._ends_phrase(persons[-1], end):
            together = _listed(self.text, persons)
            return tuple(dict.fromkeys(one.entity for one in together)), "named"
        owners = [
            mention
            for mention in inside
            if self._party(mention) and self.text[mention.start - 1 : mention.start] not in ("驻", "駐", "주")
        ]
        if not owners or end in self._name_ends:
            return None
        last = owners[-1]
        party = self._party(last)
        if self.tongue.language == "en":
            return ((party,), "voice") if self._speaks_for(last, inside, start, end) else None
        voice = self.tongue.voice.search(self.text, last.end, end)
        speaks = last.end == end or (voice and voice.end() == end) or self._holds_office(last, end)
        return ((party,), "voice") if speaks else None

    def _holds_office(self, owner: Mention, end: int) -> bool:
        """Whether a phrase is a state or organ with the bare title of its leader or official."""
        return owner.type in _OWNERS and self.tongue.office.fullmatch(self.text, owner.end, end) is not None

    def _party(self, mention: Mention) -> str:
        """The id of a state, organ or group, or of the state whose capital stands for its government; else empty."""
        if mention.type in _OWNERS:
            return mention.entity
        entity = self._gazetteer.entity(mention.entity)
        return (entity.state or "") if entity.capital else ""

    def _government(self, person: Mention, end: int) -> str | None:
        """The state of a person whose government or administration a phrase names."""
        named = self.tongue.government.fullmatch(self.text, person.end, end)
        return self._gazetteer.state_of(person.entity) if named else None

    def _speaks_for(self, owner: Mention, inside: Sequence[Mention], start: int, end: int) -> bool:
        """Whether an English phrase is an organ or state itself, or a spokesman, paper or the like without a name."""
        rest = self.text[owner.end : end].strip()
        if self.tongue.office.fullmatch(rest.removeprefix("'s ").removeprefix("’s ")):
            return owner.type == "state"
        voice = self.tongue.voice.search(self.text, start, end)
        if (rest and not (rest[:1].islower() or self.tongue.voice.match(rest))) or _named_after(
            self.text, owner.end, end
        ):
            return False
        if voice is not None:
            return True
        before = self.text[start : owner.start]
        for other in inside:
            if other is not owner:
                before = before.replace(other.text, "")
        return not rest and not before.replace("the", "").replace("The", "").strip(" ’'s")

    def _ends_phrase(self, person: Mention, end: int) -> bool:
        """Whether only titles stand between a person's name and the end of the phrase."""
        rest = self.text[person.end : end]
        if self.tongue.language == "en" and self._of_another(person):
            return False
        if not rest.strip():
            return True
        if self.tongue.language == "en":
            return rest.lstrip().startswith(",")
        if self._trail.fullmatch(rest) is not None:
            return True
        short = len(rest) <= _TITLE and not any(mark in rest.lstrip() for mark in "的の의、")
        return short and self.tongue.heads.search(rest) is not None and not self.tongue.voice.search(rest)

    def _of_another(self, person: Mention) -> bool:
        """Whether an English name only qualifies what stands before it ("the birth of President …")."""
        before = self.text[max(0, person.start - 24) : person.start]
        return self.tongue.clause["of_person"].search(before) is not None

    def two_sides(self, start: int, end: int) -> tuple[str, ...]:
        """The two states that "both sides" means: those named in the phrase, else the only two named before it."""
        within = self._states(self.between(start, end))
        if len(within) == 2:
            return tuple(within)
        before = self._states(self.between(max(0, start - _REACH), start))
        return tuple(sorted(before)) if len(before) == 2 else ()

    def two_leaders(self, place: int) -> list[Mention]:
        """The two persons of two states that "the two leaders" means: the only ones named shortly before a place."""
        persons = {m.entity: m for m in self.between(max(0, place - _REACH), place) if m.type == "person"}
        states = {self._gazetteer.state_of(entity) for entity in persons}
        return sorted(persons.values(), key=lambda one: one.start) if len(persons) == len(states) == 2 else []

    def _states(self, mentions: Sequence[Mention]) -> list[str]:
        states = (self._gazetteer.state_of(mention.entity) for mention in mentions if mention.type != "place")
        return list(dict.fromkeys(state for state in states if state))

    def subject_before(self, start: int, place: int) -> Voice | None:
        """The party that opens the nearest clause of text[start:place] that a party opens; None after a colon."""
        cuts = [start, *(cut.end() for cut in self.tongue.breaks.finditer(self.text, start, place))]
        for begin in reversed(cuts):
            lead = begin
            while (words := self.tongue.lead.match(self.text, lead, place)) and words.end() > lead:
                lead = words.end()
            if own := self.tongue.first_person.match(self.text, lead, place):
                return Voice(lead, own.end(), own[0], (), "self")
            party = self._opening_party(lead, place) or self._opening_title(lead, place)
            another = any(one.start == lead for one in self.between(lead, place))
            if party is not None or another or self.text[begin - 1 : begin] in ":：":
                return party
        return None

    def _opening_party(self, start: int, end: int) -> Voice | None:
        """The name that a clause opens with, with the titles and names that belong to it."""
        chain: list[Mention] = []
        place = start
        for mention in self.between(start, end):
            if mention.start > place and not (chain and self._official(chain[-1], mention)):
                break
            chain.append(mention)
            trail = self._trail.match(self.text, mention.end, end)
            place = trail.end() if trail else mention.end
            place += self.text[place : place + 1] == " "
        if not chain or (chain[-1].type == "place" and not self._party(chain[-1])):
            return None
        persons = [mention for mention in chain if mention.type == "person"]
        last = persons[-1] if persons else chain[-1]
        voice = self.tongue.voice.match(self.text, last.end, end)
        stop = voice.end() if voice and self.tongue.language != "en" else last.end
        if last.type in ("state", "territory") and not self.tongue.after_state.match(self.text, stop, end):
            return None
        return Voice(start, stop, self.text[start:stop], (self._party(last) or last.entity,), "named")

    def _opening_title(self, start: int, end: int) -> Voice | None:
        """The office that an English clause opens with ("The minister offered …"); who holds it is not told."""
        opening = self.tongue.clause.get("opening")
        title = opening.match(self.text, start, end) if opening else None
        return Voice(start, title.end(), title[0], (), "other") if title else None

    def _official(self, owner: Mention, person: Mention) -> bool:
        """Whether a person stands close after the state or organ whose official they are."""
        if person.type != "person" or person.start - owner.end > _TITLE:
            return False
        return self._gazetteer.state_of(owner.entity) == self._gazetteer.state_of(person.entity)


def _listed(text: str, persons: Sequence[Mention]) -> list[Mention]:
    """The persons at the end of a phrase who are counted up ("Xi and Kim")."""
    listed = [persons[-1]]
    for person in reversed(persons[:-1]):
        between = text[person.end : listed[0].start]
        if not any(mark in between for mark in ("、", " and ", "和", "と", "과 ", "와 ", ", ")) or len(between) > 40:
            break
        listed.insert(0, person)
    return listed


def _named_after(text: str, start: int, end: int) -> bool:
    """Whether a phrase goes on, after an organ, to somebody's name ("Foreign Ministry spokesman Hong")."""
    words = text[start:end].replace(",", " ").split()
    lower = [number for number, word in enumerate(words) if word[:1].islower()]
    return bool(words) and words[-1][:1].isupper() and bool(lower)
