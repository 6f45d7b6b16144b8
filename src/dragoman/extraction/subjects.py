"""Who does what a verb of an English sentence tells: the party that is its subject."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.extraction.parties import Group
from dragoman.extraction.tokens import FAR, Tokens
from dragoman.extraction.verbs import Reader, Verb
from dragoman.gazetteer import Gazetteer

_HEARERS = 7
_DEPTH = 4
_PLAIN = ("titles", "owners", "agents", "articles", "prepositions", "adverbs", "clauses")
_RELATIVES = frozenset(("who", "which", "whose", "where"))
_OWNING = frozenset(("of", "for", "from"))
_QUOTES = frozenset(('"', "“", "”"))
_LINKS = frozenset(("and", "but", "or", "then", "after", "before", "while", "nor"))
Subject = tuple[Group | None, bool]


@dataclass(frozen=True, slots=True)
class Subjects:
    """The subjects of the verbs of one sentence."""

    tokens: Tokens
    reader: Reader
    gazetteer: Gazetteer

    def of(self, verb: Verb, depth: int = 0) -> Subject:
        """The party that is the subject of a verb, None where none is known; and whether no one known may be meant."""
        tokens = self.tokens
        opener = self._wider(tokens.opener(verb.first, self.reader.verbs))
        if opener >= 0 and tokens.low[verb.first - 1] == "," and (relative := self._relative(opener)) >= 0:
            return self._antecedent(relative)
        if verb.gerund and verb.first == 0:
            return self._following(verb.at)
        if opener in self.reader.verbs and tokens.low[verb.first - 1] in (",", "and") and depth <= _DEPTH:
            return self._carried(opener, depth)
        if tokens.content(opener + 1, verb.first) and not verb.gerund:
            return self._subject_in(opener + 1, verb.first, depth)
        if depth > _DEPTH or opener < 0:
            return None, False
        return self._taken_up(verb, opener, depth)

    def _wider(self, opener: int) -> int:
        """What opens a clause whose subject goes on after "and": "Iran and six powers agreed"."""
        tokens = self.tokens
        if opener < 0 or tokens.low[opener] != "and" or not tokens.name_at(opener - 1):
            return opener
        before = tokens.opener(opener, self.reader.verbs)
        return opener if before in self.reader.verbs and not tokens.says(before) else before

    def _taken_up(self, verb: Verb, opener: int, depth: int) -> Subject:
        """The subject of a verb that has none of its own in its clause."""
        tokens = self.tokens
        word = tokens.low[opener]
        if verb.gerund and not tokens.content(0, opener):
            return self._following(verb.at)
        if word == "where":
            return None, False
        if word in _RELATIVES:
            return self._antecedent(opener)
        if word == "but" and tokens.low[opener - 1] == ",":
            return self._main(opener, depth)
        carries = word in _LINKS or opener in self.reader.verbs
        return self._carried(opener, depth) if carries or verb.gerund else (None, False)

    def _main(self, last: int, depth: int) -> Subject:
        """The subject of the sentence's first verb, which ", but" takes up: "Abe said that ..., but denied ..."."""
        places = range(max(0, last - FAR), last)
        speech = self.tokens.kinds["speech"]
        first = next((p for p in places if p in self.reader.verbs or self.tokens.low[p] in speech), last)
        return self.of(Verb(first, first, "done"), depth + 1)

    def _following(self, place: int) -> Subject:
        """The subject of the main clause that follows: "After meeting Xi, Kim left"."""
        low = self.tokens.low
        comma = next((p for p in range(place, min(place + FAR, len(low))) if low[p] == ","), len(low))
        group = next(iter(self.tokens.between(comma, min(comma + 4, len(low)))), None)
        return group, group is not None and group.case == ""

    def _relative(self, place: int) -> int:
        """Where a relative clause begins that ends with a comma: "India, whose parliament rose, has refused"; or -1."""
        last = max(1, place - FAR)
        while place >= last and self.tokens.low[place] not in _RELATIVES:
            place -= 1
        return place if place >= last and self.tokens.low[place - 1] == "," else -1

    def _antecedent(self, relative: int) -> Subject:
        place = relative - 1
        while place >= 0 and (self.tokens.low[place] == "," or self.tokens.time[place] >= 0):
            place -= 1
        return (self.tokens.groups[self.tokens.name[place]], True) if self.tokens.name_at(place) else (None, False)

    def _carried(self, opener: int, depth: int) -> Subject:
        """The subject of the verb before, or of the clause before where no deed is told in it; quoted words pass."""
        opener = self._before_quotation(opener)
        for place in range(opener, max(-1, opener - FAR), -1):
            found = self.reader.verb(place) if place in self.reader.verbs else None
            if found is not None:
                return self.of(found, depth + 1)
        start = self.tokens.opener(opener, frozenset()) + 1
        return self._subject_in(start, opener, depth)

    def _before_quotation(self, place: int) -> int:
        """Where words in quotation marks begin that end just before a place ("China was “concerned” and urged")."""
        low = self.tokens.low
        if place < 1 or low[place - 1] not in _QUOTES:
            return place
        return next((p for p in range(place - 2, max(-1, place - FAR), -1) if low[p] in _QUOTES), place)

    def _subject_in(self, first: int, last: int, depth: int) -> Subject:
        """The party that a clause's words before its verb have as their subject."""
        tokens, kinds = self.tokens, self.tokens.kinds
        plain = [p for p in range(first, last) if tokens.time[p] < 0 and tokens.low[p] != ","]
        words = [tokens.low[p] for p in plain]
        if words and words[-1] in kinds["pronouns"] and tokens.name[plain[-1]] < 0:
            return self._speaker(first - 1, depth) if len(words) == 1 and words[0] != "there" else (None, False)
        for group in self.tokens.between(first, last):
            end = tokens.at(group.end)
            tail = [p for p in range(end, last) if tokens.time[p] < 0]
            follows = [tokens.low[p] for p in tail]
            if group.case == "genitive" and not kinds["agents"] & set(follows[:5]):
                continue
            if group.case not in ("", "genitive", "attribute") and not self._owned(group, first):
                continue
            agentless = group.case == "attribute" and not kinds["agents"] & set(follows[:3])
            if agentless or kinds["things"] & set(follows[:2]):
                return None, False
            return self._known(group, self._head(first, tokens.at(group.start)), tail)
        if self._unknown(range(first, last)):
            return None, True
        return None, not (set(words) & (kinds["pronouns"] | kinds["agents"] | kinds["definite"]))

    def _head(self, first: int, start: int) -> range:
        """The words before a subject, without a phrase set before it ("In the Pacific region, Nauru ...")."""
        low = self.tokens.low
        commas = [place for place in range(first, start) if low[place] == ","]
        set_before = commas and (low[first] in self.tokens.kinds["prepositions"] or low[first].endswith("ing"))
        return range(commas[-1] + 1 if set_before else first, start)

    def _owned(self, group: Group, first: int) -> bool:
        """Whether a group behind a preposition owns the subject: "officials of Iran", not "ambassador to Iran"."""
        tokens, start = self.tokens, self.tokens.at(group.start)
        ahead = tokens.low[max(first, start - 5) : start]
        near = next((word for word in reversed(ahead) if word in tokens.kinds["prepositions"]), "")
        return near in _OWNING and bool(tokens.kinds["owners"] & set(ahead))

    def _speaker(self, opener: int, depth: int) -> Subject:
        """Whom a pronoun means that stands after a word of saying: the speaker ("Iran said it would ...")."""
        if opener >= 0 and self.tokens.low[opener] == "that":
            back = range(opener - 1, max(-1, opener - _HEARERS), -1)
            opener = next((p for p in back if self.tokens.low[p] in self.tokens.kinds["speech"]), -1)
        if opener < 0 or self.tokens.low[opener] not in self.tokens.kinds["speech"] or depth > 2:
            return None, False
        return self.of(Verb(opener, opener, "done"), depth + 1)

    def _known(self, group: Group, head: Sequence[int], tail: Sequence[int]) -> Subject:
        """A group as the subject, where nobody else is named before or after it in the same phrase."""
        if all(self.gazetteer.entity(member.entity).outlet for member in group.members):
            return None, False
        if self._unknown(head) or (self._unknown(tail) and not self._titled(group, head, tail)):
            return None, True
        return group, True

    def _titled(self, group: Group, head: Sequence[int], tail: Sequence[int]) -> bool:
        """Whether a state's official in office is named whom the gazetteer lacks: his deed is his state's."""
        tokens, titles = self.tokens, self.tokens.kinds["titles"] | self.tokens.kinds["agents"]
        state = len(group.members) == 1 and group.members[0].type in ("state", "territory", "organ")
        words = [tokens.low[place] for place in tail[:4]]
        leads = [tokens.low[place] for place in head]
        return state and "," not in words and any(w in titles for w in words[:2]) and "former" not in leads + words

    def _unknown(self, places: Sequence[int]) -> bool:
        """Whether somebody without an id is named there: "Canada's minister, Chloe Ferrand, said"."""
        tokens, kinds = self.tokens, self.tokens.kinds
        return any(
            tokens.name[p] < 0
            and (p > 0 or self.tokens.capital(1))
            and tokens.time[p] < 0
            and self.tokens.capital(p)
            and not any(tokens.low[p] in kinds[kind] for kind in _PLAIN)
            for p in places
        )
