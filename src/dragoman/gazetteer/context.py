"""Rules of context: a name that counts only where its text bears it out (`when` of a row)."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.gazetteer.errors import GazetteerError

_KEYS = {"names", "near", "document", "unless_near", "unless_document", "mentions"}
_END = re.compile(r"[。！？!?\n]|\.(?=\s)")
_REACH = 200


@dataclass(frozen=True, slots=True)
class Rule:
    """When the names `names` of a row count: every condition given must hold.

    `near`: one of these words stands in the same sentence (at most 200 characters away); `unless_near`: none does.
    `document`: one of these words stands somewhere in the text; `unless_document`: none does. `mentions`: one of these
    entities is named in the text by a name that needs no rule.
    """

    names: tuple[str, ...]
    near: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    unless_near: tuple[str, ...] = ()
    unless_document: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()

    def holds(self, scene: "Scene", start: int, end: int) -> bool:
        """Whether the name at text[start:end] counts there."""
        if self.document and not any(map(scene.has, self.document)):
            return False
        if any(map(scene.has, self.unless_document)):
            return False
        if self.mentions and scene.mentions().isdisjoint(self.mentions):
            return False
        if self.near or self.unless_near:
            before, after = scene.sentence(start, end)
            around = f"{before}\0{after}"
            if self.near and not any(word in around for word in self.near):
                return False
            return not any(word in around for word in self.unless_near)
        return True


class Scene:
    """One text as the rules see it; what was asked once is remembered."""

    def __init__(self, text: str, named: Callable[[], Iterable[str]]) -> None:
        self._text = text
        self._named = named
        self._words: dict[str, bool] = {}
        self._mentions: frozenset[str] | None = None

    def has(self, word: str) -> bool:
        """Whether the text holds the word."""
        if word not in self._words:
            self._words[word] = word in self._text
        return self._words[word]

    def mentions(self) -> frozenset[str]:
        """The entities named in the text by a name that needs no rule."""
        if self._mentions is None:
            self._mentions = frozenset(self._named())
        return self._mentions

    def sentence(self, start: int, end: int) -> tuple[str, str]:
        """What stands before and after text[start:end] in its sentence."""
        before = self._text[max(0, start - _REACH) : start]
        after = self._text[end : end + _REACH]
        ends = [match.end() for match in _END.finditer(before)]
        stop = _END.search(after)
        return before[ends[-1] if ends else 0 :], after[: stop.start() if stop else len(after)]


def read_rule(row: Any, where: str, known: Collection[str]) -> Rule:
    """The rule of one mapping of YAML; `known` are the names of its entity.

    >>> read_rule({"names": ["Korea"], "document": ["Seoul"]}, "mine.yaml, row 1 (x)", {"Korea"}).document
    ('Seoul',)
    """
    if not isinstance(row, Mapping) or not row.get("names"):
        raise GazetteerError(f"{where}: when: a rule needs names and a condition, not {row!r}")
    if unknown := sorted(str(key) for key in row if key not in _KEYS):
        raise GazetteerError(f"{where}: when: unknown key {unknown[0]!r}; known are {', '.join(sorted(_KEYS))}")
    for key, words in row.items():
        if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
            raise GazetteerError(f"{where}: when: {key} must be a list of words, not {words!r}")
    if strange := sorted(set(row["names"]) - set(known)):
        raise GazetteerError(f"{where}: when: {strange[0]!r} is no name of this row; add it to names or mend it")
    if len(row) == 1:
        raise GazetteerError(f"{where}: when: the rule of {row['names'][0]!r} has no condition")
    return Rule(**{key: tuple(words) for key, words in row.items()})
