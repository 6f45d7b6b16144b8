"""The grammar engine: a YAML file of words, forms and expressions becomes one compiled pattern.

`words` name classes of words with their values; `forms` are pieces of pattern; an expression is a pattern over both
with the name of the operation that reads it.
`<name>` stands for a class or form; a class captures the word under its own
name, or under another (`<day:second_day>`). `fold` maps single characters to single characters (full-width digits,
traditional forms), so that offsets in the folded text are offsets in the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.languages.literals import beginnings
from dragoman.languages.patterns import either, name_and_class, numbered
from dragoman.languages.sought import Beginnings, Sought
from dragoman.languages.yaml_files import read_yaml_file

_DATA = Path(__file__).parent / "data"
_SLOT = re.compile(r"<(\w+)(?::(\w+))?>")
_PATIENCE, _TRIAL = 2_000, 1_000  # places read before any is remembered, and remembered before that is judged
_BEHIND, _AHEAD = 24, 232  # no expression looks further
_SPACES = re.compile(r"\s+")
_FULL_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20}


def load_data(name: str) -> dict[str, Any]:
    """Read one of the package's YAML files.

    >>> "titles" in load_data("sentences")
    True
    """
    data: dict[str, Any] = read_yaml_file(_DATA / f"{name}.yaml")
    return data


class Phrase(NamedTuple):
    """A match of one expression: where it stands, the operation that reads it, and the words it captured.

    `classes` names the class that a word was captured by, where one was.
    """

    start: int
    end: int
    operation: str
    words: dict[str, str]
    classes: dict[str, str]


class Expression:
    """One expression of a grammar: the operation that reads it and what it sets. It is compiled when first needed."""

    def __init__(self, row: dict[str, Any], body: str) -> None:
        self.operation = str(row["op"])
        self.constants = {str(name): str(value) for name, value in row.get("with", {}).items()}
        self._body = body

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression compiled."""
        return re.compile(self._body)

    @cached_property
    def groups(self) -> tuple[tuple[str, str, int], ...]:
        """The names, classes and numbers of the words that it captures."""
        return tuple((*name_and_class(name), at) for name, at in self.pattern.groupindex.items())


class _Again:
    """Reads a place as `read` does, remembering what stands there: long texts full of times repeat themselves.

    `helps` turns false where few places of a text are like one before.
    """

    def __init__(self, read: Callable[[str, int, Iterable[int]], Phrase | None]) -> None:
        self.helps = True
        self._read = read
        self._known: dict[str, Phrase | None] = {}
        self._asked = self._answered = 0

    def read(self, folded: str, at: int, numbers: Iterable[int]) -> Phrase | None:
        self._asked += 1
        beside = folded[max(0, at - _BEHIND) : at + _AHEAD]
        if beside not in self._known:
            self.helps = self._asked < _TRIAL or 4 * self._answered > self._asked
            phrase = self._read(folded, at, numbers)
            if phrase is None or phrase.end + _BEHIND < at + _AHEAD:
                self._known[beside] = phrase
            return phrase
        self._answered += 1
        phrase = self._known[beside]
        if phrase is None or phrase.start == at:
            return phrase
        return Phrase(at, at + phrase.end - phrase.start, phrase.operation, phrase.words, phrase.classes)


class Grammar:
    """A compiled grammar.

    `scan` gives its phrases in text order, without overlap; of several that match, the first in the file wins.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.words: dict[str, dict[str, Any]] = {
            name: {str(word): value for word, value in words.items()} for name, words in data["words"].items()
        }
        self._forms = {name: str(form) for name, form in data.get("forms", {}).items()}
        fold = dict(_FULL_WIDTH)
        for written, folded in data.get("fold", {}).items():
            fold.update({ord(a): ord(b) for a, b in zip(written, folded, strict=True)})
        self._fold = fold
        self._lower = bool(data.get("lower"))
        self._boundary = str(data.get("boundary", ""))
        self._compile(data["expressions"])

    def fold(self, text: str) -> str:
        """The text as the patterns read it: of the same length, each character in one form."""
        if self._lower:
            lowered = text.lower()
            text = lowered if len(lowered) == len(text) else "".join(_lower(c) for c in text)
            return text if text.isascii() else text.translate(self._fold)
        return text.translate(self._fold)

    def meaning(self, name_of_class: str, word: str) -> Any:
        """What a word of a class means, or None."""
        words = self.words.get(name_of_class, {})
        return words[word] if word in words else words.get(_SPACES.sub(" ", word))

    def expand(self, pattern: str, depth: int = 0) -> str:
        """Put classes and forms in the place of their names."""
        if depth > 12:
            raise ValueError(f"the form {pattern[:40]!r} refers to itself")
        return _SLOT.sub(lambda m: self._slot(m[1], m[2], depth), pattern)

    def _slot(self, name: str, alias: str | None, depth: int) -> str:
        if name in self._forms:
            return "(?:" + self.expand(self._forms[name], depth + 1) + ")"
        if name in self.words:
            return f"(?P<{alias or name}__{name}>{either(self.words[name])})"
        return f"<{name}>"  # the name of a group, as in (?P<day>...)

    def _compile(self, expressions: list[dict[str, Any]]) -> None:
        bodies = [numbered(self.expand(str(expression["pattern"]))) for expression in expressions]
        self._expressions = [Expression(*both) for both in zip(expressions, bodies, strict=True)]
        known = [beginnings(body) for body in bodies]
        if None in known:
            raise ValueError(
                f"{expressions[known.index(None)]['pattern']!r} may begin with anything; begin it with words"
            )
        self._beginnings = Beginnings([strings or () for strings in known])
        self._core = Sought(self.expand(str(self.data["core"])))
        self._reach = int(self.data["reach"])
        self._starts = re.compile("(?!(?<=[0-9])[0-9])" + self._boundary)  # never between two digits

    def scan(self, folded: str) -> list[Phrase]:
        """All phrases of a folded text.

        Every phrase has a core (a digit, a month, a word like year or today) not far behind its start; only what stands
        near a core is tried, which keeps the reading of plain prose cheap.
        """
        found: list[Phrase] = []
        at = tried = 0
        again = _Again(self._phrase_at)
        for low, high in self._windows(folded):
            places = self._beginnings.places(folded, max(low, at), high)
            for place in sorted(places):
                if place >= at and self._starts.match(folded, place):
                    tried += 1
                    read = again.read if tried > _PATIENCE and again.helps else self._phrase_at
                    phrase = read(folded, place, places[place])
                    if phrase is not None:
                        found.append(phrase)
                        at = phrase.end
        return found

    def _phrase_at(self, folded: str, at: int, numbers: Iterable[int]) -> Phrase | None:
        """The phrase at a place where the expressions with some numbers may begin: of the first that matches."""
        for number in sorted(numbers):
            expression = self._expressions[number]
            match = expression.pattern.match(folded, at)
            if match is not None:
                words, classes = dict(expression.constants), {}
                for name, name_of_class, group in expression.groups:
                    word = match[group]
                    if word is not None:
                        words[name] = word
                        if name_of_class:
                            classes[name] = name_of_class
                return Phrase(at, match.end(), expression.operation, words, classes)
        return None

    def _windows(self, folded: str) -> Iterator[tuple[int, int]]:
        low, high = 0, 0
        for core in self._core.finditer(folded):
            start = max(0, core.start() - self._reach)
            if start > high:
                if high:
                    yield low, high
                low = start
            high = core.end()
        if high:
            yield low, high


def _lower(character: str) -> str:
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character


@cache
def grammar(name: str) -> Grammar:
    """The compiled grammar of a YAML file, read when first asked for.

    >>> [phrase.operation for phrase in grammar("zh").scan("2018年5月7日")]
    ['date']
    """
    return Grammar(load_data(name))
