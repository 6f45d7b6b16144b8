"""The verb of a deed in an English sentence: its form, the words that govern it, and what they make of its status."""

from dataclasses import dataclass, field

from dragoman.extraction.forms import is_adverb, is_past
from dragoman.extraction.openings import is_open
from dragoman.extraction.tokens import Tokens

NEAR = 9
DEEP = 12
_LINKS = frozenset(("and", ","))
# What the word that governs an infinitive makes of its deed, by the kind of word.
_GOVERNING = (("decided", "decided"), ("denied", "failed"), ("done", "managed"), ("planned", "planned"))
_PLURAL = frozenset(("they", "we", "who", "both"))
_LEADING = frozenset(("on", "upon", "with", "to", "in", "for"))


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb at the token `at` that tells a deed.

    `first`: the first token of its group ("was not arrested"); `to`: the governor of an infinitive; `alike`: the verb
    before "and" from which it takes subject and auxiliaries.
    """

    at: int
    first: int
    status: str
    passive: bool = False
    to: int | None = None
    alike: bool = False
    gerund: bool = False
    present: bool = False
    result: bool = False


@dataclass
class Reader:
    """Reads the verbs of a sentence; `verbs` are the tokens at which a deed or a word of saying may stand."""

    tokens: Tokens
    verbs: frozenset[int]
    _depth: int = 0
    _read: dict[int, Verb | None] = field(default_factory=dict)

    def plausible(self, at: int) -> bool:
        """Whether a word is no noun by what stands beside it: "a brief meeting", "their visit", "US sanctions on"."""
        low, kinds = self.tokens.low, self.tokens.kinds
        first, helpers = self._group(at)
        before, word = self._before(first), low[at]
        if helpers & (kinds["auxiliaries"] | kinds["modals"]) or before in ("to", "and", ",", "or"):
            return True
        if word.endswith("ing"):
            return not any(low[p] in kinds["articles"] for p in range(max(0, at - 3), at))
        if before in kinds["articles"] or before in kinds["prepositions"] or self.tokens.owns(first - 1):
            return False
        return is_past(word) or self._present(at, first, word, before)

    def verb(self, at: int) -> Verb | None:
        """The verb at a token, None where the words there report no deed: a wish, a noun, a participle.

        The status is done, planned, denied, conditional, or "will" (planned or announced, as the deed has it).
        """
        if at not in self._read:
            self._read[at] = None
            if self._depth < DEEP:
                self._depth += 1
                habit = self._group(at)[1] & self.tokens.kinds["habits"]
                self._read[at] = None if habit else self._verb(at)
                self._depth -= 1
        return self._read[at]

    def _verb(self, at: int) -> Verb | None:
        low, kinds = self.tokens.low, self.tokens.kinds
        first, helpers = self._group(at)
        before = self._before(first)
        word = low[at]
        if before == "to":
            return self._infinitive(at, first - 1, "be" in helpers or "been" in helpers)
        if not helpers & kinds["auxiliaries"] and not helpers & kinds["modals"]:
            return self._bare(at, first, word, before)
        if helpers & kinds["modals"] and word.endswith("ing"):
            return None
        status = self._status(first, helpers)
        if status is None or not is_open(self.tokens, self.verbs, first):
            return None
        near = next((h for h in reversed(low[first:at]) if h in kinds["auxiliaries"]), "")
        passive = near in kinds["be"] and not word.endswith("ing")
        if passive and not is_past(word):
            return None
        return Verb(at, first, status, passive)

    def _group(self, at: int) -> tuple[int, frozenset[str]]:
        """Where the verb's group begins, and its words before the verb."""
        low, kinds = self.tokens.low, self.tokens.kinds
        first = at
        while first and self.tokens.name[first - 1] < 0:
            word = low[first - 1]
            helps = word in kinds["auxiliaries"] or word in kinds["not"] or word in kinds["adverbs"] or is_adverb(word)
            if not helps or (word in ("that", "her", "his") and first == at):
                break
            first -= 1
        return first, frozenset(low[first:at])

    def _before(self, first: int) -> str:
        """The word before a verb's group, adverbs and times stepped over."""
        place = first - 1
        while place >= 0 and self.tokens.name[place] < 0:
            word = self.tokens.low[place]
            if self.tokens.time[place] < 0 and word not in self.tokens.kinds["adverbs"] and not is_adverb(word):
                break
            place -= 1
        return self.tokens.low[place] if place >= 0 else ""

    def _status(self, first: int, helpers: frozenset[str]) -> str | None:
        """What the auxiliaries make of it."""
        kinds = self.tokens.kinds
        denied = bool(helpers & kinds["not"]) and "only" not in helpers
        denied = denied or "neither" in self.tokens.low[max(0, first - NEAR) : first]
        hangs = self.tokens.condition
        if helpers & kinds["should"]:
            return None
        if helpers & kinds["may"]:
            return "conditional" if hangs and not denied else None
        if helpers & kinds["would"]:
            if denied:
                return None
            return "conditional" if hangs else "will" if self._said(first) else None
        if helpers & kinds["will"]:
            return None if denied and "never" in helpers else "denied" if denied else "conditional" if hangs else "will"
        return "denied" if denied else "done"

    def _said(self, first: int) -> bool:
        """Whether a word of saying stands before, or after at the end of the sentence."""
        return any(self.tokens.says(place) for place in range(max(0, first - 30), first))

    def _bare(self, at: int, first: int, word: str, before: str) -> Verb | None:
        """A verb without auxiliary: a gerund, a past, or a present."""
        kinds, after = self.tokens.kinds, self.tokens.word(at + 1)
        if word.endswith("ing"):
            return self._gerund(at, first, before)
        if first == 0 and after == "by" and "," in self.tokens.low:
            return Verb(at, first, "done", True, alike=True, gerund=True)
        if before in kinds["articles"] | kinds["prepositions"] | kinds["stays"] or self.tokens.owns(first - 1):
            return None
        if before in ("and", ",", "or") and not is_past(word) and not word.endswith("s"):
            return self._alike(at, first)
        tells = not (after == "by" and self._agent(at + 2)) if is_past(word) else self._present(at, first, word, before)
        if not tells or not is_open(self.tokens, self.verbs, first):
            return None
        past = is_past(word)
        passive = past and self._passive_with(at, before, after)
        return Verb(at, first, "done", passive, alike=before in _LINKS, present=not past)

    def _present(self, at: int, first: int, word: str, before: str) -> bool:
        """Whether a word is a verb in the present and no noun: it has a subject that fits and something behind it."""
        kinds, after, named = self.tokens.kinds, self.tokens.word(at + 1), self.tokens.name_at(first - 1)
        plural = self.tokens.several(first - 1) or before in _PLURAL or (before.endswith("s") and not named)
        if not word.endswith("s") and not plural:
            return False
        if self.tokens.name_at(at + 1) or after in kinds["articles"]:
            return True
        return named and after in _LEADING

    def _agent(self, place: int) -> bool:
        """Whether somebody stands after "by": "killed by rebels", not "spoke by telephone"."""
        word = self.tokens.low[place] if place < len(self.tokens.low) else ""
        return (
            self.tokens.name_at(place)
            or word in self.tokens.kinds["articles"] | self.tokens.kinds["objects"]
            or word.endswith("s")
        )

    def _passive_with(self, at: int, before: str, after: str) -> bool:
        """Whether the verb shares the auxiliary of a passive before it: "was arrested and deported"."""
        if before not in _LINKS or self.tokens.name_at(at + 1) or after in self.tokens.kinds["articles"]:
            return False
        earlier = max((v for v in self.verbs if v < at), default=None)
        found = self.verb(earlier) if earlier is not None and at - earlier < NEAR else None
        return bool(found and found.passive)

    def _alike(self, at: int, first: int) -> Verb | None:
        """A verb after "and" that takes its auxiliary from the verb before: "will visit China and meet Xi"."""
        earlier = [v for v in self.verbs if v < first and at - v <= 2 * NEAR]
        found = self.verb(max(earlier)) if earlier else None
        if found is None or found.passive or self.tokens.low[found.at].endswith(("ed", "ing")):
            return None
        return Verb(at, first, found.status, False, found.to, alike=True)

    def _gerund(self, at: int, first: int, before: str) -> Verb | None:
        """ "after meeting Xi", ", accusing it of ..."."""
        if before in self.tokens.kinds["orders"] and any(v < first for v in self.verbs):
            return Verb(at, first, "decided", alike=True, gerund=True)
        if first == 0 and "," in self.tokens.low:
            return Verb(at, first, "done", alike=True, gerund=True)
        if self.tokens.text[self.tokens.spans[at][0]].isupper():
            return None
        if before in ("after", "before", "while") or before == ",":
            if before == "," and not any(v < first for v in self.verbs):
                return None
            return Verb(at, first, "done", alike=True, gerund=True, result=before == ",")
        return None

    def _infinitive(self, at: int, to: int, passive: bool) -> Verb | None:
        """ "agreed to visit": what stands before "to" decides."""
        kinds, low = self.tokens.kinds, self.tokens.low
        if self.tokens.word(to - 1) == "not" or low[at].endswith("ing"):
            return None
        for place in range(to - 1, max(-1, to - 1 - NEAR), -1):
            word = low[place]
            if word in (",", ";", ":", "that", "who", "which"):
                return None
            if word in kinds["be"] and place != to - 1:
                continue
            status = next((told for told, kind in _GOVERNING if word in kinds[kind]), None)
            if status is None:
                if place in self.verbs or (is_past(word) and self.tokens.name[place] < 0):
                    return None
                continue
            governor = self._governor(place)
            if governor is None or (status == governor.status == "denied"):
                return None
            told = status if governor.status == "done" else governor.status
            return Verb(at, governor.first, told, passive, place, governor.alike)
        return None

    def _governor(self, place: int) -> Verb | None:
        """The verb that governs an infinitive; "is to" and "is due to" govern as they stand."""
        if self.tokens.low[place] in self.tokens.kinds["due"]:
            place -= 1
        if self.tokens.low[place] not in self.tokens.kinds["be"]:
            return self.verb(place)
        denied = self.tokens.word(place - 1) in self.tokens.kinds["not"]
        somebody = self.tokens.name_at(place - 1) or self.tokens.low[place - 1].endswith("s") or self._acts(place - 1)
        return (
            None
            if denied or not somebody or not is_open(self.tokens, self.verbs, place)
            else Verb(place, place, "done")
        )

    def _acts(self, place: int) -> bool:
        kinds, word = self.tokens.kinds, self.tokens.low[place]
        return word in kinds["agents"] | kinds["owners"] | kinds["pronouns"] | kinds["relatives"]
