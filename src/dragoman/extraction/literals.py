"""The literals of a regular expression: strings of which one stands in every match."""

import re
from dataclasses import dataclass
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_TWINS = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "K": "k"})
_ODD = re.compile("[İıſK\ud800-\udfff]")
_WIDTHLESS = (codes.ASSERT, codes.ASSERT_NOT, codes.AT)
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_MANY, _FEW = 160, 8


@dataclass(frozen=True, slots=True)
class Literals:
    """Folded strings of which one stands in each match.

    `first`: each match begins with one of them; `word`: and is not preceded by a letter, digit or hyphen. `also`: other
    strings of which one must stand in the text; none where nothing more is asked.
    """

    strings: frozenset[str]
    first: bool
    word: bool = False
    also: frozenset[str] = frozenset()


def fold(text: str) -> str:
    """The text without case, of the same length, as an expression without case compares it.

    Lone surrogates become question marks.

    >>> fold("Talks in İzmir")
    'talks in izmir'
    """
    if text.isascii() or not _ODD.search(text):
        return text.lower()
    return text.translate(_TWINS).lower().encode("utf-8", "replace").decode("utf-8")


def literals(expression: str) -> Literals | None:
    """What must stand in every match of a regular expression, None where nothing can be said.

    >>> literals("(?:sign|seal)ed .* treaty").strings == {"signed ", "sealed "}
    True
    """
    items = list(parser.parse(expression))
    heads, _ = _heads(items)
    found = [Literals(_shortest(heads), True)] if all(heads) else []
    inner = _inner(items)
    return max(found + ([inner] if inner else []), key=_use, default=None)


def _heads(items: list[Any]) -> tuple[set[str], bool]:
    """Strings of which one begins each match of a sequence, and whether they are all of the match."""
    heads, whole = {""}, True
    for code, value in items:
        if code in _WIDTHLESS:
            continue
        more, whole = _head(code, value)
        longer = {head + string for head in heads for string in more}
        if len(longer) > _MANY:
            return heads, False
        heads = longer
        if not whole:
            break
    return heads, whole


def _head(code: Any, value: Any) -> tuple[set[str], bool]:
    if code is codes.LITERAL:
        return {fold(chr(value))}, True
    if code is codes.SUBPATTERN:
        return _heads(list(value[3]))
    if code is codes.BRANCH:
        ways = [_heads(list(way)) for way in value[1]]
        return set().union(*(heads for heads, _ in ways)), all(whole for _, whole in ways)
    if code in _REPEATS and value[0] > 0:
        heads, whole = _heads(list(value[2]))
        return heads, whole and value[0] == value[1] == 1
    if code is codes.IN and len(value) <= _FEW and all(kind is codes.LITERAL for kind, _ in value):
        return {fold(chr(letter)) for _, letter in value}, True
    return {""}, False


def _shortest(strings: set[str]) -> frozenset[str]:
    """The strings without those that begin with another of them."""
    return frozenset(one for one in strings if not any(one != other and one.startswith(other) for other in strings))


def _inner(items: list[Any]) -> Literals | None:
    """The best literals among those of the parts that stand one after the other, wherever they are."""
    found: list[Literals] = []
    run = ""
    for code, value in [*items, (codes.AT, None)]:
        if code is codes.LITERAL:
            run += fold(chr(value))
            continue
        if run:
            found.append(Literals(frozenset({run}), False))
            run = ""
        if part := _part(code, value):
            found.append(part)
    return max(found, key=_use, default=None)


def _part(code: Any, value: Any) -> Literals | None:
    if code is codes.SUBPATTERN:
        return _inner(list(value[3]))
    if code is codes.BRANCH:
        return _all([_inner(list(way)) for way in value[1]])
    if code in _REPEATS and value[0] > 0:
        return _inner(list(value[2]))
    return None


def _all(ways: list[Literals | None]) -> Literals | None:
    known = [way for way in ways if way is not None]
    if len(known) < len(ways):
        return None
    strings = frozenset().union(*(way.strings for way in known))
    return Literals(strings, False) if len(strings) <= _MANY else None


def _use(one: Literals) -> tuple[int, bool, int]:
    """How well literals tell sentences with a match from those without."""
    shortest = min(map(len, one.strings))
    return min(shortest, 3), one.first, shortest
