"""Whose turn it is in a press conference: the name and colon at the head of a line."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from dragoman.model import Mention

_TURN = re.compile(r"(?m)^[ \t\u3000]*([^\n：:]{1,24})[：:]")


class Speakers:
    """The turns of a text.

    >>> from dragoman.model import Mention
    >>> turns = Speakers("赵立坚：中方注意到。", [Mention(0, 3, "赵立坚", "zhao-lijian", "person")])
    >>> turns.at(6)
    'zhao-lijian'
    """

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        people = {m.start: m for m in mentions if m.type == "person"}
        self._starts: list[int] = []
        self._names: list[str | None] = []
        for match in _TURN.finditer(text):
            mention = people.get(match.start(1))
            self._starts.append(match.end())
            self._names.append(mention.entity if mention and mention.end == match.end(1) else None)

    def at(self, place: int) -> str | None:
        """The id of the person whose turn a character stands in; None where there is none, or nobody known."""
        index = bisect_right(self._starts, place)
        return self._names[index - 1] if index else None
