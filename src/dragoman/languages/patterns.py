"""Pieces of patterns: words parted by their first characters, and groups with names of their own."""

import re
from collections.abc import Iterable

_NAMED = re.compile(r"\(\?P(?:<(\w+)>|=(\w+)\))")


def numbered(body: str) -> str:
    """Give every named group of an expression a name of its own, so that alternatives may capture the same word.

    >>> numbered("(?P<d>[0-9])|(?P<d>[a-z])")
    '(?P<e_0_d>[0-9])|(?P<e_13_d>[a-z])'
    """
    last: dict[str, str] = {}

    def rename(match: re.Match[str]) -> str:
        if match[2]:
            return f"(?P={last[match[2]]})"
        last[match[1]] = f"e_{match.start()}_{match[1]}"
        return f"(?P<{last[match[1]]}>"

    return _NAMED.sub(rename, body)


def name_and_class(group: str) -> tuple[str, str]:
    """The name that a numbered group captures under, and the class of its words, if any.

    >>> name_and_class("e_0_part__wpart"), name_and_class("e_0_d")
    (('part', 'wpart'), ('d', ''))
    """
    name, _, name_of_class = group.split("_", 2)[2].partition("__")
    return name, name_of_class


def either(words: Iterable[str], space: str = r"\s{1,3}") -> str:
    """A pattern for one of some words, the longest first, parted by their first characters, which is faster.

    `space` is the pattern that a space in a word stands for.

    >>> either(["may", "march", "june"])
    'm(?:arch|ay)|june'
    """
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(word[1:])
    groups = ((first, "|".join(_literal(word, space) for word in rest), len(rest)) for first, rest in by_first.items())
    return "|".join(re.escape(first) + (f"(?:{rest})" if many > 1 else rest) for first, rest, many in groups)


def _literal(word: str, space: str) -> str:
    return re.escape(word).replace(r"\ ", space)
