"""An English sentence as words, with the names and times in it marked."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence, Set

from dragoman.extraction.parties import Group
from dragoman.extraction.scene import Scene
from dragoman.languages.literals import fold
from dragoman.languages.sought import Sought

FAR = 150  # how many words off a clause may begin or end
_TOKEN = re.compile(r"\w+(?:[’'.-]\w+)*|[^\w\s]")
# Words before a time that belong to it; not where they only join it on.
_OF_TIME = frozenset(("on", "in", "last", "late", "early", "this", "of", ","))
_CONDITION = Sought(r"(?i)\b(?:if|unless|in case|provided that)\b")


class Tokens:
    """The words of a sentence in order: spans, lower-case forms, and the number of the group each stands in, or -1."""

    def __init__(self, scene: Scene, groups: Sequence[Group], kinds: Mapping[str, frozenset[str]]) -> None:
        self.text, self.kinds, self.groups = scene.text, kinds, tuple(groups)
        self.spans = [m.span() for m in _TOKEN.finditer(scene.text, scene.start, scene.end)]
        self.low: list[str] = _TOKEN.findall(fold(scene.text[scene.start : scene.end]).replace("’", "'"))
        self._starts = [start for start, _ in self.spans]
        self._ends = [end for _, end in self.spans]
        self.name = self._marked([(g.start, g.end) for g in groups])
        self.time = self._marked([(t.start, t.end) for t in scene.times])
        for place in [place for place, time in enumerate(self.time) if place and time >= 0] if scene.times else ():
            if self.low[place - 1] in _OF_TIME:
                back = place - 1
                if self.time[back] < 0 and self.low[back] not in ("of", ","):
                    self.time[back] = self.time[place]
        self.condition = _CONDITION.search(scene.text, scene.start, scene.end) is not None

    def _marked(self, spans: Sequence[tuple[int, int]]) -> list[int]:
        marks = [-1] * len(self.spans)
        for number, (start, end) in enumerate(spans):
            first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
            marks[first:last] = [number] * (last - first)
        return marks

    def at(self, offset: int) -> int:
        """The token that begins at or after an offset."""
        return bisect_left(self._starts, offset)

    def word(self, place: int) -> str:
        """The word at a place, times before it stepped over; "" outside the sentence."""
        while place >= 0 and place < len(self.low) and self.time[place] >= 0:
            place -= 1
        return self.low[place] if 0 <= place < len(self.low) else ""

    def name_at(self, place: int) -> bool:
        """Whether a name stands at a place."""
        return 0 <= place < len(self.name) and self.name[place] >= 0

    def says(self, place: int) -> bool:
        """Whether a word of saying stands at a place, and no name ("the United States")."""
        return self.low[place] in self.kinds["speech"] and self.name[place] < 0

    def owns(self, place: int) -> bool:
        """Whether the word there is a genitive."""
        return 0 <= place < len(self.low) and (self.low[place].endswith(("'s", "s'")) or self.low[place] == "'")

    def capital(self, place: int) -> bool:
        """Whether a word with a capital stands there that is no known name."""
        return place < len(self.low) and self.name[place] < 0 and self.text[self.spans[place][0]].isupper()

    def several(self, place: int) -> bool:
        """Whether the group there has several members."""
        return self.name_at(place) and len(self.groups[self.name[place]].members) > 1

    def between(self, first: int, last: int) -> list[Group]:
        """The groups between two places, in order."""
        return [self.groups[number] for number in dict.fromkeys(self.name[first:last]) if number >= 0]

    def content(self, first: int, last: int) -> bool:
        """Whether there is anything but times, adverbs and commas between two places."""
        kinds = self.kinds
        return any(
            self.time[p] < 0 and self.low[p] not in kinds["adverbs"] and self.low[p] != "," for p in range(first, last)
        )

    def _participle(self, place: int, verbs: Set[int]) -> bool:
        """Whether the sentence begins with a participle ("Arriving in Rome, he ...", "Asked about it, ...")."""
        return place == 0 and place in verbs and self.low[place].endswith(("ing", "ed"))

    def opener(self, first: int, verbs: Set[int]) -> int:
        """The place of the word that opens the clause in which `first` stands, or of the verb before it; -1 for none.

        A clause that follows a subordinate one is opened by the comma between them ("If Iran agrees, talks will ...").
        """
        comma = held = -1
        for place in range(first - 1, max(-1, first - FAR), -1):
            if self.name[place] >= 0:
                continue
            word = self.low[place]
            if word == "," and comma < 0 and held < 0 and self.content(place + 1, first):
                comma = place
            if comma >= 0 and (word in self.kinds["subordinators"] or self._participle(place, verbs)):
                return comma
            if held < 0 and (word in self.kinds["clauses"] or word in self.kinds["speech"] or place in verbs):
                held = place
                if comma < 0:
                    return held
            elif held >= 0 and word in self.kinds["clauses"]:
                return held
        return held
