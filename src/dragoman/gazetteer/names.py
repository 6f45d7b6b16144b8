"""Full names found in text by Aho and Corasick's automaton (1975), leftmost-longest after the guards have spoken."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dragoman.gazetteer.entity import Entity, GazetteerError
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


class NameIndex:
    """The names used in one language (and Latin ones), or in all where `lang` is None."""

    def __init__(self, entities: Iterable[Entity], lang: str | None, guards: Path) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind

        if lang is not None and lang not in _SETS:
            raise GazetteerError(f"no names for language {lang!r}; known are {', '.join(_SETS)}")
        languages = _ALL if lang is None else _SETS[lang]
        owners: dict[str, str] = {}
        rows = list(entities)
        for language in languages:
            for entity in rows:
                for name in entity.names.get(language, ()):
                    owners.setdefault(name, entity.id)
        self._names = list(owners)
        self._owners = list(owners.values())
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.Standard)
        data = parse_yaml(guards)
        self._guards = {name: Guard(row) for part in languages for name, row in (data.get(part) or {}).items()}

    def find(self, text: str) -> list[Span]:
        """Start, end and entity of each name, none overlapping, in order."""
        if not text.isascii():
            text = _SURROGATE.sub("\ufffd", text)
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        matches.sort(key=lambda match: (match[1], -match[2]))
        found: list[Span] = []
        free = 0
        for index, start, end in matches:
            if start >= free and self._stands(text, start, end, self._names[index]):
                found.append((start, end, self._owners[index]))
                free = end
        return found

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
        guard = self._guards.get(name)
        return guard is None or not guard.bars(text, start, end)
