"""The people, or else the parties, that a stretch of text lists, in its order."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from dragoman.extraction.naming.names import DATA, Named
from dragoman.extraction.rows import read_yaml
from dragoman.gazetteer import Gazetteer
from dragoman.model import Mention

_OWNERS = ("state", "territory", "organ", "group")


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person or party at text[start:end], with the gazetteer id where one is known."""

    start: int
    end: int
    entity: str | None


@dataclass(frozen=True)
class Lists:
    """How one language writes lists of people, and where the subject and object of a verb stand in it."""

    separators: re.Pattern[str]
    name: re.Pattern[str]
    no_name: re.Pattern[str]
    side: re.Pattern[str]
    genitive: re.Pattern[str]
    post_lead: re.Pattern[str]
    post_tail: re.Pattern[str]
    courtesy: re.Pattern[str]
    seat: re.Pattern[str]
    subject: re.Pattern[str]
    boundary: re.Pattern[str]
    object: re.Pattern[str]
    stop: re.Pattern[str]
    day: re.Pattern[str]
    joined: re.Pattern[str]
    pronoun: re.Pattern[str]
    passive: re.Pattern[str]
    another: re.Pattern[str]
    tail: re.Pattern[str]
    partner: re.Pattern[str]
    alongside: re.Pattern[str]
    clause: re.Pattern[str]
    titles: re.Pattern[str]


@lru_cache(maxsize=4)
def load_lists(language: str) -> Lists:
    """The patterns of a language.

    >>> load_lists("zh").name.fullmatch("王洋") is not None
    True
    """
    row = read_yaml(Path(__file__).with_name("people.yaml"), {"en", "zh", "ja", "ko"})[language]
    parts = read_yaml(DATA, {language})[language]["parts"]
    patterns = {field.name: r"(?!)" for field in fields(Lists)} | row
    patterns["titles"] = parts["titles"]
    for part in ("surname", "foreign"):
        patterns = {key: words.replace(f"{{{part}}}", parts.get(part, "")) for key, words in patterns.items()}
    return Lists(**{key: re.compile(words) for key, words in patterns.items()})


class _Sorted:
    """Mentions in the order of the text, found by their place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]

    def between(self, start: int, end: int) -> list[Mention]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self._mentions[first:last] if mention.end <= end]

    def reaching(self, place: int) -> Sequence[Mention]:
        """The last mention that begins before a place."""
        index = bisect_left(self._starts, place)
        return self._mentions[index - 1 : index] if index else ()


class People:
    """Reads lists of people in one text."""

    def __init__(
        self, text: str, language: str, mentions: Sequence[Mention], names: Sequence[Named], gazetteer: Gazetteer
    ) -> None:
        self.text = text
        self.language = language
        self.lists = load_lists(language)
        self.verb_last = language in ("ja", "ko")
        self._mentions = _Sorted(mentions)
        self._gazetteer = gazetteer
        persons = [Mention(n.start, n.end, text[n.start : n.end], "", "person") for n in names if n.kind == "person"]
        self._names = _Sorted(persons)

    def listed(self, start: int, end: int, named: bool = False) -> list[Somebody]:
        """The persons in text[start:end] in order; where there are none, the organs and states that act.

        A bare name that nothing else knows counts beside a known one, or where the words before say that it is one
        (`named`), or where capitals show it.
        """
        known = self._mentions.between(start, end)
        persons = self.persons(start, end)
        found = {
            (one.start, one.entity): Somebody(one.start, one.end, one.entity or None)
            for one in persons
            if not self.lists.genitive.match(self.text, one.end, end)
        }
        pieces = self._pieces(start, end)
        for first, last in pieces if named or found or self.language == "en" else ():
            if self._new_name(first, last) and not any(one.start < last and first < one.end for one in known):
                courtesy = self.lists.courtesy.search(self.text[first:last])
                found.setdefault((first, ""), Somebody(first, first + courtesy.start() if courtesy else last, None))
        if found:
            return [found[place] for place in sorted(found)]
        ends = {last for _, last in pieces}
        parties: list[Somebody] = []
        for one in reversed(list(map(self._party, known))):
            if one is not None and one.end in ends:
                parties.insert(0, one)
                ends.add(one.start)  # two that stand side by side (中美)
        return parties

    def persons(self, start: int, end: int) -> list[Mention]:
        """The persons whose names lie in text[start:end], known or new."""
        known = [one for one in self._mentions.between(start, end) if one.type == "person"]
        return known + self._names.between(start, end)

    def title(self, one: Somebody) -> tuple[int, int] | None:
        """Where the title beside somebody's name stands: after it, in English before it; None where there is none."""
        if self.language == "en":
            before = list(self.lists.titles.finditer(self.text, max(0, one.start - 40), one.start))
            near = before and self.text[before[-1].end() : one.start].strip(" ,") == ""
            return before[-1].span() if near else None
        start = one.end + (self.text[one.end : one.end + 1] == " ")
        after = self.lists.titles.search(self.text, start, start + 12)
        return (start, after.end()) if after and "氏" not in after[0] else self._title_before(one)

    def _title_before(self, one: Somebody) -> tuple[int, int] | None:
        found = [title.span() for title in self.lists.titles.finditer(self.text, max(0, one.start - 12), one.start)]
        return found[-1] if found and found[-1][1] == one.start else None

    def clear(self, place: int) -> bool:
        """Whether a place lies outside of every name that the gazetteer knows."""
        return not any(one.start < place < one.end for one in self._mentions.reaching(place))

    def _pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        places = [start]
        for mark in self.lists.separators.finditer(self.text, start, end):
            places += [mark.start(), mark.end()]
        places.append(end)
        pieces = []
        for first, last in zip(places[::2], places[1::2], strict=True):
            words = self.text[first:last]
            begin = first + len(words) - len(words.lstrip())
            pieces.append((begin, begin + len(words.strip())))
        return pieces

    def _new_name(self, start: int, end: int) -> bool:
        words = self.text[start:end]
        return self.lists.name.fullmatch(words) is not None and not self.lists.no_name.search(words)

    def _party(self, mention: Mention) -> Somebody | None:
        row = self._gazetteer.entity(mention.entity)
        entity = row.state if row.capital else mention.entity if mention.type in _OWNERS else None
        if entity is None or self.lists.seat.search(self.text[max(0, mention.start - 24) : mention.start]):
            return None
        if self.lists.genitive.match(self.text, mention.end):
            return None
        side = self.lists.side.match(self.text, mention.end)
        return Somebody(mention.start, side.end() if side else mention.end, entity)
