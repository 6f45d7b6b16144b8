"""A family name alone, its bearer nowhere named in full: in English, who of that name leads a state on the day."""

import re
from collections.abc import Sequence

from dragoman.gazetteer.called import stands_alone
from dragoman.gazetteer.entity import Entity
from dragoman.gazetteer.names import Span

_NAME = re.compile(r"(?<![\w-])[A-Z][A-Za-z'’-]*[a-z](?![\w-])(?! [A-Z][a-z])")
# Posts whose holder is called by family name at once, the highest first; lower ones of that name do not count.
_FIRST = (
    re.compile(
        r"President|General Secretary\b.*|(?:First )?Chairman of the (?:State Affairs|National Defence) .*|King"
    ),
    re.compile(r"Prime Minister|Premier|Chancellor"),
    re.compile(r"Minister (?:of|for) Foreign Affairs|Foreign Minister|Secretary of State"),
)
# Family names that are English words: at the head of a sentence they may be no name.
_WORDS = frozenset(("Brown", "Bush", "King", "Long", "May", "Moon", "Park", "Rice", "Young"))
_GENITIVE = re.compile(r"['’]s?$")
_DAYS = 256
_PERSON = re.compile(r"['’]s |,? (?:was|is|has|had|will|would|said|says|told|met|also|and [A-Z])\b")
_HEAD = re.compile(r"(?:^|[.!?:\n\"“]\s*)$")


class Leaders:
    """The people of a gazetteer who have led states, and whom their family names mean on a day."""

    def __init__(self, people: Sequence[Entity]) -> None:
        self._people = tuple(people)
        self._families = {person.id: tuple(person.family.get("en", ())) for person in people}
        self._days: dict[str, dict[str, str]] = {}

    def alone(self, text: str, day: str, found: Sequence[Span]) -> list[Span]:
        """Family names alone in an English text of an ISO day, each with the one bearer of the highest post on it.

        Names of people whom the text names in full are left to `called_by_family`.

        >>> from dragoman.gazetteer import load
        >>> [m.entity for m in load().find("Xi will meet Trump.", "en", "2018-06-22")]
        ['xi-jinping', 'donald-trump']
        >>> load().find("Xi will meet Trump.", "en")
        []
        """
        named = {name for _, _, entity in found for name in self._families.get(entity, ())}
        taken: set[int] = set()
        spans: list[Span] = []
        for match in _NAME.finditer(text):
            name, start = _GENITIVE.sub("", match.group()), match.start()
            person = self.on(day).get(name)
            if person is None or name in named or not stands_alone(text, start):
                continue
            taken = taken or {place for a, b, _ in found for place in range(a, b)}
            if start in taken:
                continue
            head = name in _WORDS and _HEAD.search(text[max(0, start - 4) : start])
            if not head or _PERSON.match(text, start + len(name)):
                spans.append((start, start + len(name), person))
        return spans

    def on(self, day: str) -> dict[str, str]:
        """Who is meant by a family name on an ISO day."""
        if day not in self._days:
            self._days = {**self._days, day: self._named(day)} if len(self._days) < _DAYS else {day: self._named(day)}
        return self._days[day]

    def _named(self, day: str) -> dict[str, str]:
        holders: dict[str, dict[int, set[str]]] = {}
        for person in self._people:
            rank = _rank(person, day)
            if rank is not None:
                for name in person.family.get("en", ()):
                    holders.setdefault(name, {}).setdefault(rank, set()).add(person.id)
        highest = {name: ranks[min(ranks)] for name, ranks in holders.items()}
        return {name: next(iter(bearers)) for name, bearers in highest.items() if len(bearers) == 1}


def _rank(person: Entity, day: str) -> int | None:
    titles = [post.title for post in person.posts if post.held_on(day)]
    ranks = [rank for rank, first in enumerate(_FIRST) for title in titles if first.fullmatch(title)]
    return min(ranks, default=None)
