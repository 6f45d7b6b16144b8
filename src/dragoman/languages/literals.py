"""The literals of a regular expression: strings of which one stands in every match.

Strings and texts are compared folded: without case, each white space as a blank.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_TWINS = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "K": "k"})
_ODD = re.compile("[İıſK\ud800-\udfff]")
_BLANKS = re.compile(r"[^\S ]")
_WIDTHLESS = (codes.ASSERT, codes.ASSERT_NOT, codes.AT)
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_MANY, _FEW, _LONG = 160, 60, 4

Heads = tuple[set[str], set[str]]  # strings that are all of what begins a match, and strings that more may follow


@dataclass(frozen=True, slots=True)
class Literals:
    """Folded strings of which one stands in each match.

    `first`: each match begins with one of them; `word`: and is not preceded by a letter, digit or hyphen. `also`: sets
    of other strings, of each of which one must stand in the text.
    """

    strings: frozenset[str]
    first: bool
    word: bool = False
    also: tuple[frozenset[str], ...] = ()


def fold(text: str) -> str:
    """The text without case, of the same length, as an expression without case compares it.

    Lone surrogates become question marks.

    >>> fold("Talks in İzmir")
    'talks in izmir'
    """
    if text.isascii() or not _ODD.search(text):
        return text.lower()
    return text.translate(_TWINS).lower().encode("utf-8", "replace").decode("utf-8")


def level(text: str) -> str:
    """The text folded, with a blank for each white space.

    >>> level("Talks\\nin\\u3000Oslo")
    'talks in oslo'
    """
    return _BLANKS.sub(" ", fold(text))


def literals(expression: str) -> Literals | None:
    """What must stand in every match of a regular expression, None where nothing can be said.

    >>> literals("(?:sign|seal)ed .* treaty").strings == {"signed ", "sealed "}
    True
    """
    items = list(parser.parse(expression))
    heads = _beginnings(items)
    found = [Literals(heads, True)] if heads else []
    inner = _inner(items)
    return max(found + ([inner] if inner else []), key=_use, default=None)


def beginnings(expression: str, most: int = _MANY) -> frozenset[str] | None:
    """Strings of which one begins every match of a regular expression, about `most` of them at most.

    None has another at its front. None where nothing can be said.

    >>> sorted(beginnings(r"(?:the\\s)?(?:week|year)s?|[0-2]{2}") or ())
    ['0', '1', '2', 'the week', 'the year', 'week', 'year']
    >>> beginnings(".x") is None
    True
    """
    return _beginnings(list(parser.parse(expression)), most)


def _beginnings(items: Sequence[Any], most: int = _MANY) -> frozenset[str] | None:
    whole, cut = _heads(items, most)
    return None if "" in whole or "" in cut else shortest(whole | cut)


def _heads(items: Iterable[Any], most: int) -> Heads:
    """The strings that begin each match of a sequence."""
    whole, cut = {""}, set[str]()
    for code, value in items:
        if code in _WIDTHLESS and (code is not codes.ASSERT_NOT or len(value[1])):
            continue
        whole, cut = joined((whole, cut), _head(code, value, most), most)
        if not whole:
            break
    return whole, cut


def joined(heads: Heads, after: Heads, most: int = _MANY) -> Heads:
    """What begins a sequence that goes on after `heads`; where that were more than `most`, most are left shorter.

    >>> joined(({"the "}, {"an"}), ({"week"}, {"y"})) == ({"the week"}, {"an", "the y"})
    True
    """
    (whole, cut), (more, less) = heads, after
    if len(whole) * (len(more) + len(less)) > most - len(cut):
        cut = cut | _shortened(whole - {""}, more | less)
        whole = whole & {""}
    return {one + other for one in whole for other in more}, cut | {one + other for one in whole for other in less}


def _shortened(strings: set[str], more: set[str]) -> set[str]:
    """Strings that are long enough as they stand, the others with one letter of what follows."""
    letters = {after[:1] for after in more}
    short = {string for string in strings if len(string) < _LONG} if "" not in letters else set()
    return (strings - short) | {string + letter for string in short for letter in letters}


def _head(code: Any, value: Any, most: int) -> Heads:
    if code is codes.LITERAL:
        return {level(chr(value))}, set()
    if code is codes.SUBPATTERN:
        return _heads(value[3], most)
    if code is codes.BRANCH:
        ways = [_heads(way, most) for way in value[1]]
        return set().union(*(whole for whole, _ in ways)), set().union(*(cut for _, cut in ways))
    if code in _REPEATS:
        return _repeated(value, most)
    if code is codes.IN and (letters := _letters(value)):
        return letters, set()
    return (set(), set()) if code in (codes.FAILURE, codes.ASSERT_NOT) else (set(), {""})


def _repeated(repeat: tuple[int, int, Sequence[Any]], most: int) -> Heads:
    """What begins a repeat: once over, anything may follow; but after a blank comes another or the next thing."""
    least, times, items = repeat
    whole, cut = _heads(items, most)
    if times != 1 and whole == {" "} and least < 2:
        cut |= {"  "}
    elif times != 1:
        whole, cut = set(), cut | whole
    return (whole | {""}, cut) if least == 0 else (whole, cut)


def _letters(members: Sequence[Any]) -> set[str] | None:
    """The characters of a set, None where they are many or cannot be told."""
    found: set[str] = set()
    for kind, value in members:
        if kind is codes.CATEGORY and value is codes.CATEGORY_SPACE:
            found.add(" ")
        elif kind is codes.LITERAL:
            found.add(level(chr(value)))
        elif kind is codes.RANGE and value[1] - value[0] < _FEW:
            found |= {level(chr(letter)) for letter in range(value[0], value[1] + 1)}
        else:
            return None
    return found if len(found) <= _FEW else None


def shortest(strings: Iterable[str]) -> frozenset[str]:
    """The strings without those that begin with another of them.

    >>> sorted(shortest(["talk", "talks", "meet"]))
    ['meet', 'talk']
    """
    kept: list[str] = []
    for string in sorted(strings):
        if not kept or not string.startswith(kept[-1]):
            kept.append(string)
    return frozenset(kept)


def _inner(items: list[Any]) -> Literals | None:
    """The best literals among those of the parts that stand one after the other, wherever they are."""
    found: list[Literals] = []
    run = ""
    for code, value in [*items, (codes.AT, None)]:
        if code is codes.LITERAL:
            run += level(chr(value))
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
