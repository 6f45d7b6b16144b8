"""Full names found in text by Aho and Corasick's automaton (1975), leftmost-longest after the guards have spoken."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.gazetteer.context import Rule, Scene
from dragoman.gazetteer.entity import Entity
from dragoman.gazetteer.errors import GazetteerError
from dragoman.gazetteer.rows import parse_yaml

_SETS = {"en": ("en",), "zh": ("zh", "zh-Hant", "en"), "ja": ("ja", "en"), "ko": ("ko", "en")}
_ALL = ("zh", "zh-Hant", "ja", "ko", "en")
_LATIN = re.compile(r"[A-Za-z0-9À-ɏＡ-Ｚａ-ｚ]")
_KATAKANA = re.compile(r"[ァ-ヺー]")
_HANGUL = re.compile(r"[가-힣]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")

Span = tuple[int, int, str]


class Guard:
    """Patterns that, standing just before or after a name, make it part of another word."""

    def __init__(self, row: dict[str, Any]) -> None:
        before, after = row.get("before"), row.get("after")
        self._before = re.compile(f"(?:{before})$") if before else None
        self._after = re.compile(after) if after else None

    def bars(self, text: str, start: int, end: int) -> bool:
        """Whether text[start:end] is not the name here."""
        if self._before and self._before.search(text[max(0, start - 8) : start]):
            return True
        return bool(self._after and self._after.match(text, end))


def _guards_of(names: Iterable[str], data: dict[str, Any], languages: Iterable[str]) -> dict[str, list[Guard]]:
    """The guards of each name that has some: its own, and that of its last character."""
    whole = {name: Guard(row) for part in languages for name, row in (data.get(part) or {}).items()}
    ends = {end: Guard(row) for part in languages for end, row in (data["endings"].get(part) or {}).items()}
    guards = {name: [guard for guard in (whole.get(name), ends.get(name[-1])) if guard] for name in names}
    return {name: found for name, found in guards.items() if found}


class NameIndex:
    """The names used in one language (and Latin ones), or in all where `lang` is None."""

    def __init__(self, entities: Iterable[Entity], lang: str | None, guards: Path) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind

        if lang is not None and lang not in _SETS:
            raise GazetteerError(f"no names for language {lang!r}; known are {', '.join(_SETS)}")
        languages = _ALL if lang is None else _SETS[lang]
        owners: dict[str, str] = {}
        ruled: dict[str, list[tuple[Rule, str]]] = {}
        rows = list(entities)
        for language in languages:
            for entity in rows:
                rules = {name: rule for rule in entity.when for name in rule.names}
                for name in entity.names.get(language, ()):
                    if name in rules:
                        ruled.setdefault(name, []).append((rules[name], entity.id))
                    else:
                        owners.setdefault(name, entity.id)
        self._names = list(owners | dict.fromkeys(ruled))
        self._owners = [owners.get(name) for name in self._names]
        self._ruled = ruled
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.Standard)
        self._guards = _guards_of(self._names, parse_yaml(guards), languages)

    def find(self, text: str) -> list[Span]:
        """Start, end and entity of each name, none overlapping, in order."""
        if not text.isascii():
            text = _SURROGATE.sub("\ufffd", text).replace("’", "'")
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        matches.sort(key=lambda match: (match[1], -match[2]))
        scene = Scene(text, lambda: self._unruled(text, matches))
        found: list[Span] = []
        free = 0
        for index, start, end in matches:
            if start >= free and self._stands(text, start, end, self._names[index]):
                owner = self._owner(index, scene, start, end)
                if owner is not None:
                    found.append((start, end, owner))
                    free = end
        return found

    def _owner(self, index: int, scene: Scene, start: int, end: int) -> str | None:
        """Whose name it is here: the first whose rule holds, else the one that needs none."""
        for rule, owner in self._ruled.get(self._names[index], ()):
            if rule.holds(scene, start, end):
                return owner
        return self._owners[index]

    def _unruled(self, text: str, matches: Iterable[tuple[int, int, int]]) -> Iterator[str]:
        for index, start, end in matches:
            owner, name = self._owners[index], self._names[index]
            if owner is not None and name not in self._ruled and self._stands(text, start, end, name):
                yield owner

    def _stands(self, text: str, start: int, end: int, name: str) -> bool:
        before, after = text[start - 1 : start], text[end : end + 1]
        if _LATIN.match(name[0]) and _LATIN.match(before):
            return False
        if _LATIN.match(name[-1]) and _LATIN.match(after):
            return False
        if _KATAKANA.match(name[0]) and _KATAKANA.match(before):
            return False
        if _KATAKANA.match(name[-1]) and _KATAKANA.match(after):
            return False
        if _HANGUL.match(name[0]) and _HANGUL.match(before):
            return False
        return not any(guard.bars(text, start, end) for guard in self._guards.get(name, ()))
