"""Who a name in an event table means: "Kim Jong-Un", "Foreign Affairs (China)", "South Korea"."""

import re

from dragoman.gazetteer import Gazetteer

_OF = re.compile(r"\(([^()]+)\)\s*$")


class Parties:
    """The parties of a table's rows, each name looked up once.

    >>> from dragoman.gazetteer import load
    >>> parties = Parties(load())
    >>> parties.of("Kim Jong-Un"), parties.of("Foreign Affairs (China)"), parties.of("Employee (Ruritania)")
    ('kim-jong-un', 'CHN', None)
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known: dict[tuple[str, str], str | None] = {}

    def of(self, name: str, state: str = "") -> str | None:
        """The id of a name, or of the state in its brackets or in a column of its own; None for what is not known."""
        if (name, state) not in self._known:
            self._known[name, state] = self._find(name, state)
        return self._known[name, state]

    def _find(self, name: str, state: str) -> str | None:
        bracketed = _OF.search(name)
        owner = self._exact(bracketed[1].strip() if bracketed else state.strip())
        whole = self._exact((name[: bracketed.start()] if bracketed else name).strip())
        if whole and (owner is None or self._gazetteer.state_of(whole) == self._gazetteer.state_of(owner)):
            return whole
        return owner

    def _exact(self, words: str) -> str | None:
        if words in self._gazetteer:
            return words
        for mention in self._gazetteer.find(words, "en"):
            if (mention.start, mention.end) == (0, len(words)):
                return mention.entity
        return None
