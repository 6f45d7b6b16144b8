"""Which characters a match of a pattern can begin with: so that an expression is tried only where it could match.

Reads the part of the regular-expression syntax that the grammars use. What it cannot tell it answers with None, which
costs time and loses nothing.
"""

import re

_Firsts = set[str] | None  # None: any character

_GROUP = re.compile(r"\(\?P<\w+>|\(\?:|\((?!\?)")
_ZERO_WIDTH_GROUP = re.compile(r"\(\?(?:=|!|<=|<!)")
_REPEAT = re.compile(r"(?P<none>\*|\?|\{0?,[0-9]*\}|\{0\})[?+]?|(?:\+|\{[0-9]+(?:,[0-9]*)?\})[?+]?")
_ESCAPE = re.compile(r"\\(?:x(?P<hex>[0-9a-fA-F]{2})|(?P<name>[abfnrtvABDSWZdsw0-9])|(?P<literal>.))", re.DOTALL)
_CONTROL = {"a": "\a", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_WIDEST = 1000  # a range of more characters is no short list


def first_characters(pattern: str) -> frozenset[str] | None:
    """The characters that a match can begin with, or None where that is not a short list.

    >>> sorted(first_characters("(?:ab|[0-2])?c"))
    ['0', '1', '2', 'a', 'c']
    >>> first_characters(".x") is None
    True
    """
    found, _ = _Reader(pattern).alternatives()
    return None if found is None else frozenset(found)


class _Reader:
    """Reads a pattern from left to right; every method answers what can come first and whether nothing can."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def alternatives(self) -> tuple[_Firsts, bool]:
        found: _Firsts = set()
        any_empty = False
        while True:
            firsts, empty = self._sequence()
            found = None if found is None or firsts is None else found | firsts
            any_empty |= empty
            if self._pattern[self._at : self._at + 1] != "|":
                return found, any_empty
            self._at += 1

    def _sequence(self) -> tuple[_Firsts, bool]:
        found: _Firsts = set()
        open_ended = True  # whether what was read so far may match nothing
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            firsts, empty = self._item()
            if open_ended:
                found = None if found is None or firsts is None else found | firsts
            open_ended = open_ended and empty
        return found, open_ended

    def _item(self) -> tuple[_Firsts, bool]:
        firsts, empty = self._atom()
        repeat = _REPEAT.match(self._pattern, self._at)
        if repeat:
            self._at = repeat.end()
            empty = empty or repeat["none"] is not None or repeat[0].startswith("{0,")
        return firsts, empty

    def _atom(self) -> tuple[_Firsts, bool]:
        character = self._pattern[self._at]
        if character == "(":
            return self._group()
        if character == "[":
            return self._set()
        if character == "\\":
            return self._escape()
        self._at += 1
        if character in "^$":
            return set(), True
        return (None if character == "." else {character}), False

    def _group(self) -> tuple[_Firsts, bool]:
        look = _ZERO_WIDTH_GROUP.match(self._pattern, self._at)
        group = look or _GROUP.match(self._pattern, self._at)
        if group is None:  # a reference back, or a form that the grammars do not use
            self._at = self._pattern.index(")", self._at) + 1
            return None, True
        self._at = group.end()
        firsts, empty = self.alternatives()
        self._at += 1
        return (set(), True) if look else (firsts, empty)

    def _escape(self) -> tuple[_Firsts, bool]:
        escape = _ESCAPE.match(self._pattern, self._at)
        if escape is None:
            raise ValueError(f"the pattern {self._pattern[:40]!r} ends in a backslash")
        self._at = escape.end()
        if escape["name"] and escape["name"] in "AbBZ":
            return set(), True
        character = _character(escape)
        return (None if character is None else {character}), False

    def _set(self) -> tuple[_Firsts, bool]:
        found: _Firsts = set()
        negated = self._pattern.startswith("[^", self._at)
        self._at += 2 if negated else 1
        begin = self._at
        previous: str | None = None
        while self._pattern[self._at] != "]" or self._at == begin:
            if self._pattern[self._at] == "-" and previous is not None and self._pattern[self._at + 1] != "]":
                self._at += 1
                last = self._member()
                wide = last is None or ord(last) - ord(previous) >= _WIDEST
                span = set() if last is None or wide else {chr(c) for c in range(ord(previous), ord(last) + 1)}
                found = None if found is None or wide else found | span
                previous = None
                continue
            previous = self._member()
            found = None if found is None or previous is None else found | {previous}
        self._at += 1
        return (None if negated else found), False

    def _member(self) -> str | None:
        escape = _ESCAPE.match(self._pattern, self._at)
        if escape:
            self._at = escape.end()
            return _character(escape)
        self._at += 1
        return self._pattern[self._at - 1]


def _character(escape: re.Match[str]) -> str | None:
    """The one character that an escape stands for; None for a class of characters."""
    if escape["hex"]:
        return chr(int(escape["hex"], 16))
    return escape["literal"] or _CONTROL.get(escape["name"])
