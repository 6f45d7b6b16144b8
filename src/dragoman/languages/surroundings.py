"""What the words beside a time make of it: its role in the document, and whether it is only told in passing."""

import re
from functools import cache, lru_cache
from typing import Any

from dragoman.languages.grammar import grammar

_REACH = 60
_HEAD = 400  # a dateline stands within so many characters of the beginning


class Surroundings:
    """The `roles`, `asides` and `fiscal` rules of one language: patterns that end before a time or begin behind it."""

    def __init__(self, data: dict[str, Any]) -> None:
        roles, asides, fiscal = data.get("roles", {}), data.get("asides", {}), data.get("fiscal", {})
        self._dateline = _before(roles.get("dateline_before")), _after(roles.get("dateline_after"))
        self._roles = [
            (role, _before(roles.get(f"{role}_before")), _after(roles.get(f"{role}_after")))
            for role in ("access", "publication", "effect")
        ]
        self._asides = _before(asides.get("before")), _after(asides.get("after"))
        self._role = lru_cache(maxsize=4096)(self._role_between)
        self._fiscal = re.compile("|".join(f"(?P<{whose}>{pattern})" for whose, pattern in fiscal.items()) or "(?!)")

    def role(self, text: str, start: int, end: int, inner: tuple[int, int]) -> str:
        """Event, dateline, publication, access or effect; `inner` is the time without what opens or closes it."""
        if start < _HEAD and self._is_dateline(text, start, end):
            return "dateline"
        return self._role(text[max(0, inner[0] - _REACH) : inner[0]], text[inner[1] : inner[1] + _REACH])

    def _role_between(self, before: str, behind: str) -> str:
        for role, ends, begins in self._roles:
            if begins.match(behind) or ends.search(before):
                return role
        return "event"

    def _is_dateline(self, text: str, start: int, end: int) -> bool:
        before, behind = self._dateline
        if behind.match(text, end) is None:
            return False
        line = text.rfind("\n", 0, start) + 1
        found = before.search(text, line, start)
        return found is not None and found.start() - line <= 1

    def is_aside(self, text: str, start: int, end: int) -> bool:
        """Whether a time is told in a relative clause, or as what another day is moved to: it is then no event told."""
        before, behind = self._asides
        return bool(behind.match(text, end) or before.search(text, max(0, start - _REACH), start))

    def whose(self, text: str, start: int, end: int) -> str:
        """The state that the words before a fiscal year, or inside it, name last: jp, us, or nothing."""
        found = ""
        for match in self._fiscal.finditer(text, max(0, start - _REACH), end):
            found = str(match.lastgroup)
        return found


def _before(pattern: str | None) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})$" if pattern else "(?!)")


def _after(pattern: str | None) -> re.Pattern[str]:
    return re.compile(pattern or "(?!)")


@cache
def surroundings(lang: str) -> Surroundings:
    """The surroundings of a language, compiled when first asked for.

    >>> surroundings("en").role("a report dated 7 may", 15, 20, (15, 20))
    'publication'
    """
    return Surroundings(grammar(lang).data)
