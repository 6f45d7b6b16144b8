"""Which characters a match of a pattern can begin with: so that an expression is tried only where it could match."""

from re import _constants, _parser  # type: ignore[attr-defined]  # the parse tree has no public name
from typing import Any

_ANY = None
_ZERO_WIDTH = (_constants.ASSERT, _constants.ASSERT_NOT, _constants.AT)
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


def first_characters(pattern: str) -> frozenset[str] | None:
    """The characters that a match can begin with, or None where that is not a short list.

    >>> sorted(first_characters("(?:ab|[0-2])?c"))
    ['0', '1', '2', 'a', 'c']
    >>> first_characters(".x") is None
    True
    """
    found, _ = _sequence(_parser.parse(pattern))
    return None if found is _ANY else frozenset(found)


def _sequence(items: Any) -> tuple[set[str] | None, bool]:
    """The first characters of a sequence, and whether it may match nothing."""
    found: set[str] = set()
    for operation, argument in items:
        firsts, empty = _item(operation, argument)
        if firsts is _ANY:
            return _ANY, empty
        found |= firsts
        if not empty:
            return found, False
    return found, True


def _item(operation: Any, argument: Any) -> tuple[set[str] | None, bool]:
    if operation in _ZERO_WIDTH:
        return set(), True
    if operation in (_constants.LITERAL, _constants.IN):
        items = argument if operation is _constants.IN else [(operation, argument)]
        return _characters(items), False
    if operation is _constants.SUBPATTERN:
        return _sequence(argument[-1])
    if operation is _constants.BRANCH:
        return _branches(argument[1])
    if operation in _REPEATS:
        firsts, empty = _sequence(argument[2])
        return firsts, empty or argument[0] == 0
    return _ANY, False


def _branches(branches: Any) -> tuple[set[str] | None, bool]:
    found: set[str] = set()
    any_empty = False
    for branch in branches:
        firsts, empty = _sequence(branch)
        if firsts is _ANY:
            return _ANY, empty
        found |= firsts
        any_empty |= empty
    return found, any_empty


def _characters(items: Any) -> set[str] | None:
    found: set[str] = set()
    for operation, argument in items:
        if operation is _constants.LITERAL:
            found.add(chr(argument))
        elif operation is _constants.RANGE and argument[1] - argument[0] < 1000:
            found.update(chr(code) for code in range(argument[0], argument[1] + 1))
        else:
            return _ANY
    return found
