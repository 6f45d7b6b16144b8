"""Phrases joined into time expressions: ranges, offsets from another time, and words that open or close an interval."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from dragoman.languages.english_numerals import english_number
from dragoman.languages.grammar import Grammar, Phrase, grammar
from dragoman.languages.numerals import integer, number_table
from dragoman.languages.pairs import Part, as_offset, counted_from_what_was_told, is_beside, is_next

_RANGEABLE = frozenset(
    [
        "date",
        "day",
        "weekday",
        "numeric",
        "nth",
        "period",
        "decade",
        "century",
        "festival",
        "week",
        "offset",
        "year",
        "monthrel",
        "dayweek",
    ]
)
_GAP = 24
_REMEMBERED = 10_000  # words whose value is kept
_SIGNED = re.compile("-?[0-9]{1,9}", re.ASCII)


@dataclass(slots=True)
class Joined:
    """A time expression before it is resolved: one part or two, how they are joined, and the words around it."""

    start: int
    end: int
    join: str  # "", "range" or "offset"
    parts: list[Part]
    marks: list[str] = field(default_factory=list)


class Composer:
    """Joins the phrases of one language by the `compose` section of its grammar."""

    def __init__(self, lang: str) -> None:
        self.grammar: Grammar = grammar(lang)
        rules = self.grammar.data.get("compose", {})
        self._gaps = re.compile(self._any(rules.get("range_gap")))
        self._pairs = re.compile(self._any(rules.get("pair_gap")))
        self._open = re.compile(f"(?:{self._any(rules.get('range_open'))})$")
        self._pair_open = re.compile(f"(?:{self._any(rules.get('pair_open'))})$")
        self._close = re.compile(self._any(rules.get("range_close")))
        self._pair_close = re.compile(self._any(rules.get("pair_close")))
        self._of = re.compile(self._any(rules.get("offset_gap")))
        self._start = re.compile(self._any(rules.get("length_gap")))
        self._before = re.compile(f"(?:{self._any(rules.get('marks_before'))})$")
        self._after = re.compile(self._any(rules.get("marks_after")))
        self._names = re.compile("|".join(self.grammar.data.get("names", ())) or "(?!)")
        self._capitals = frozenset(str(word) for word in self.grammar.data.get("capitals", ()))
        self._known: dict[tuple[str, str], int | str] = {}
        self._joins = lru_cache(maxsize=4096)(self._joined_by)
        self._number: Callable[[str], int | None] = english_number if lang == "en" else integer

    def _any(self, pattern: str | None) -> str:
        return self.grammar.expand(pattern) if pattern else "(?!)"

    def parts(self, folded: str, text: str) -> list[Part]:
        """The phrases of a text with their values, without those that only look like a time or belong to a name."""
        phrases = self.grammar.scan(folded)
        named = [match.span() for match in self._names.finditer(folded)] if phrases else []
        return [
            Part(phrase.start, phrase.end, phrase.operation, self.values(phrase))
            for phrase in outside(phrases, named)
            if not self._capitals or self._is_name(phrase, text)
        ]

    def _is_name(self, phrase: Phrase, text: str) -> bool:
        """English `may`, `march`, `sun` are times only with a capital or beside a number."""
        word = phrase.words.get("m") or phrase.words.get("wd") or ""
        if (
            word not in self._capitals
            or len(text) < 8
            or any(name in phrase.words for name in ("d", "y", "yy", "r", "sure"))
        ):
            return True
        return folded_capital(text[phrase.start : phrase.end], word)

    def values(self, phrase: Phrase) -> dict[str, int | str]:
        """What the captured words mean: by their class, else as a number, else as they stand."""
        known = self._known
        found: dict[str, int | str] = {}
        for name, word in phrase.words.items():
            key = phrase.classes.get(name, name), word
            value = known.get(key)
            if value is None:
                value = self._value(*key)
                if len(known) < _REMEMBERED:
                    known[key] = value
            found[name] = value
            if name == "n" and _are_neighbours(word):
                found["few"] = 1
        return found

    def _value(self, name: str, word: str) -> int | str:
        value: int | str | None = self.grammar.meaning(name, word)
        if value is None and name == "n" and _are_neighbours(word):
            value = int(number_table("digits")[word[1]])
        if value is None and name not in ("a", "b", "c"):
            value = int(word) if _SIGNED.fullmatch(word) else self._number(word)
        return word if value is None else value

    def join(self, parts: list[Part], folded: str) -> list[Joined]:
        """Put the parts of a text together, each used once."""
        found: list[Joined] = []
        at = 0
        while at < len(parts):
            part = parts[at]
            following = parts[at + 1] if at + 1 < len(parts) else None
            joined = self._pair(part, following, folded) if following and following.start - part.end <= _GAP else None
            if joined is None:
                joined = Joined(part.start, part.end, "", [part])
            at += len(joined.parts)
            if joined.join == "" and part.operation == "length":
                continue
            if joined.join == "" and part.operation == "from":
                told = counted_from_what_was_told(part)
                if told is None:
                    continue
                joined.parts, joined.end = [told], told.end
            self._mark(
                joined, folded, found[-1].end if found else 0, parts[at].start if at < len(parts) else len(folded)
            )
            found.append(joined)
        return found

    def _pair(self, one: Part, two: Part, folded: str) -> Joined | None:
        gap = folded[one.end : two.start]
        if "from" in (one.operation, two.operation) or one.operation not in _RANGEABLE:
            counted = two.operation in _RANGEABLE and one.operation == "from" and not gap.strip()
            return Joined(one.start, two.end, "offset", [two, one]) if counted else None
        offset = self._offset(two, gap)
        if offset is not None:
            return Joined(one.start, two.end, "offset", [one, offset])
        return self._range(one, two, gap, folded) if two.operation in _RANGEABLE else None

    def _offset(self, part: Part, gap: str) -> Part | None:
        """The second of two phrases as what is counted from the first: the day after it, three days from it."""
        if part.operation == "length":
            return part if self._start.fullmatch(gap) else None
        if part.operation == "offset" or "within" in part.words:
            return part if self._of.fullmatch(gap) else None
        return as_offset(part) if is_beside(part) and self._of.fullmatch(gap) else None

    def _range(self, one: Part, two: Part, gap: str, folded: str) -> Joined | None:
        joins = self._joins(gap)
        if joins is None:
            return None
        head, tail = folded[max(0, one.start - 12) : one.start], two.end
        if joins == "range":
            opened, closed = self._open.search(head), self._close.match(folded, tail)
        else:
            opened, closed = self._pair_open.search(head), self._pair_close.match(folded, tail)
            if not (opened or closed or "between" in one.words or is_next(one, two)):
                return None
        start = one.start - (len(head) - opened.start()) if opened else one.start
        return Joined(start, closed.end() if closed else two.end, "range", [one, two])

    def _joined_by(self, gap: str) -> str | None:
        """What the words between two times make of them: a range, a pair that may be one, or nothing."""
        return "range" if self._gaps.fullmatch(gap) else "pair" if self._pairs.fullmatch(gap) else None

    def _mark(self, joined: Joined, folded: str, low: int, high: int) -> None:
        before = self._before.search(folded, max(low, joined.start - 24), joined.start)
        if before and before.lastgroup:
            mark = before.lastgroup.rstrip("0123456789")
            if mark == "until" and "poss" in joined.parts[-1].words:  # alarmed by Monday's attack
                return
            if mark != "since" or not (joined.join == "range" or "d2" in joined.parts[0].words):
                joined.marks.append(mark)
            joined.start = before.start()
        after = self._after.match(folded, joined.end)
        if after and after.lastgroup and after.end() <= high:
            joined.marks.append(after.lastgroup.rstrip("0123456789"))
            joined.end = after.end()


def _are_neighbours(word: str) -> bool:
    """Whether a numeral is two digits that count on: 两三, 삼사."""
    digits = number_table("digits")
    return len(word) == 2 and digits.get(word[0], 0) > 0 and digits.get(word[1]) == digits[word[0]] + 1


def outside(phrases: list[Phrase], named: list[tuple[int, int]]) -> list[Phrase]:
    """The phrases that lie in none of the names of a text (both in text order).

    >>> outside([Phrase(1, 6, "date", {}, {}), Phrase(9, 11, "date", {}, {})], [(0, 8)])
    [Phrase(start=9, end=11, operation='date', words={}, classes={})]
    """
    found: list[Phrase] = []
    at = 0
    for phrase in phrases:
        while at < len(named) and named[at][1] <= phrase.start:
            at += 1
        if at == len(named) or not named[at][0] <= phrase.start < phrase.end <= named[at][1]:
            found.append(phrase)
    return found


def folded_capital(piece: str, word: str) -> bool:
    """Whether a word stands with a capital in a piece of text.

    >>> folded_capital("in May", "may"), folded_capital("it may", "may")
    (True, False)
    """
    return word.capitalize() in piece or word.upper() in piece


@cache
def composer(lang: str) -> Composer:
    """The composer of a language, made when first asked for."""
    return Composer(lang)


@lru_cache(maxsize=2)
def expressions(text: str, folded: str, lang: str) -> tuple[Joined, ...]:
    """The time expressions of a text, not to be changed; the last read are kept, as times and amounts both need them.

    >>> [(one.start, one.end) for one in expressions("since 7 May", "since 7 may", "en")]
    [(0, 11)]
    """
    rules = composer(lang)
    return tuple(rules.join(rules.parts(folded, text), folded))
