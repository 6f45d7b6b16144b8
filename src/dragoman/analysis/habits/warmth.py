"""The ladder of warmth: which words describe each meeting of a series, and whether they moved up or down.

A direction is claimed only between words that `warmth.yaml` ranks, with its source; all else is told as a change.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, Literal

import yaml

from dragoman.analysis.formulations import Text
from dragoman.analysis.formulations.texts import register_at
from dragoman.languages import LANGUAGES, sentences
from dragoman.model import Anchor

Move = Literal["up", "down", "same", "changed", "first"]
UNLESS = 8  # characters before a word in which what turns it round is looked for
WITHIN = {"en": 32, "zh": 12, "ja": 14, "ko": 16}  # characters between a word and the word for talks
_STOPS = re.compile(r"[，。；：！？;:!?\n]|, (?!and )")


class WarmthError(ValueError):
    """A ladder of warmth cannot be read; the message says which file and row, and what is wrong."""


@dataclass(frozen=True, slots=True)
class Word:
    """A row of the ladder: what it is called, its step (larger is warmer; None where nobody ranks it), its source."""

    word: str
    step: int | None
    source: str


@dataclass(frozen=True)
class Ladder:
    """The rows; by language the pattern of each, of words for talks, of what turns a word round, of what is to come."""

    words: tuple[Word, ...]
    forms: dict[str, tuple[tuple[Word, re.Pattern[str]], ...]]
    talks: dict[str, re.Pattern[str]]
    unless: dict[str, re.Pattern[str] | None]
    planned: dict[str, re.Pattern[str] | None]

    def tells(self, words: str, span: tuple[int, int], language: str) -> bool:
        """Whether the word at this span of a sentence is meant as it stands, of talks that were held."""
        turned, planned = self.unless[language], self.planned[language]
        if turned and turned.search(words[max(0, span[0] - UNLESS) : span[0]]):
            return False
        told = words[span[1] :] if language in ("ja", "ko") else words[: span[0]]
        return not (planned and planned.search(told))


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a series: its ISO day, and the stretches of documents that tell of it."""

    day: str
    stretches: tuple[tuple[Text, int, int], ...]
    event: str = ""


@dataclass(frozen=True, slots=True)
class Described:
    """A meeting with its words and their places, and how they stand to those of an earlier meeting, `against`.

    That is the last that has a ranked word where this one has one too, else the last that is described.
    """

    meeting: Meeting
    words: tuple[tuple[Word, Anchor], ...]
    move: Move
    against: int | None = None

    @property
    def ranked(self) -> bool:
        """Whether any of its words has a step."""
        return any(word.step is not None for word, _ in self.words)


def load_ladder(folder: Path | None = None) -> Ladder:
    """The ladder of warmth: the case's own warmth.yaml where it has one, else ours.

    >>> [word.word for word in load_ladder().words if word.step == 1]
    ['candid']
    """
    own = folder / "warmth.yaml" if folder else None
    if own and own.is_file():
        return _ladder(own.read_text("utf-8-sig"), own.name)
    text = (resources.files("dragoman.analysis.habits") / "warmth.yaml").read_text("utf-8")
    return _ladder(text, "dragoman's warmth.yaml")


def described(meetings: Sequence[Meeting], ladder: Ladder) -> list[Described]:
    """The meetings in order of day that are described with a word of the ladder, each with its move."""
    found: list[Described] = []
    for meeting in sorted(meetings, key=lambda one: (one.day, one.event)):
        words = tuple(word for text, start, end in meeting.stretches for word in words_in(text, start, end, ladder))
        if words:
            at = _against(found, Described(meeting, words, "first"))
            move = "first" if at is None else _move(found[at].words, words)
            found.append(Described(meeting, words, move, at))
    return found


def _against(found: Sequence[Described], now: Described) -> int | None:
    ranked = [at for at, one in enumerate(found) if one.ranked] if now.ranked else []
    return ranked[-1] if ranked else len(found) - 1 if found else None


def words_in(text: Text, start: int, end: int, ladder: Ladder) -> Iterator[tuple[Word, Anchor]]:
    """The words of the ladder in a stretch of a text, in sentences that speak of talks.

    >>> text = Text("do-1", "双方进行了坦诚、深入、建设性的会谈。望今后友好。")
    >>> [(word.word, anchor.quote) for word, anchor in words_in(text, 0, 24, load_ladder())]
    [('candid', '坦诚'), ('in depth', '深入'), ('constructive', '建设性')]
    """
    language = text.language
    if language not in ladder.talks:
        return
    for sentence in sentences(text.text[start:end], language):
        words = sentence.text
        talks = [match.span() for match in ladder.talks[language].finditer(words)]
        hits = [(match, word) for word, form in ladder.forms[language] for match in form.finditer(words)]
        for match, word in sorted(hits, key=lambda hit: hit[0].start()) if talks else ():
            first = start + sentence.start + match.start()
            own = register_at(text.passages, first) != "question"
            near = _near(words, match.span(), talks, language)
            if own and near and ladder.tells(words, match.span(), language):
                yield word, Anchor(text.document, first, first + len(match[0]), match[0])


def _near(words: str, span: tuple[int, int], talks: Sequence[tuple[int, int]], language: str) -> bool:
    """Whether a word for talks stands in the same clause, close by."""
    for start, end in talks:
        between = words[span[1] : start] if start >= span[1] else words[end : span[0]]
        if len(between) <= WITHIN[language] and not _STOPS.search(between):
            return True
    return False


def _move(before: Sequence[tuple[Word, Anchor]], now: Sequence[tuple[Word, Anchor]]) -> Move:
    """Up or down only where neither the coolest nor the warmest ranked word goes the other way.

    >>> cool, warm, deep = (((Word(name, step, ""), Anchor("", 0, 0, "")),) for name, step in zip("abc", (1, 3, None)))
    >>> _move(cool, warm), _move((*cool, *warm), cool), _move(cool, deep), _move(warm, warm)
    ('up', 'down', 'changed', 'same')
    """
    if {word.word for word, _ in before} == {word.word for word, _ in now}:
        return "same"
    old, new = ([word.step for word, _ in some if word.step is not None] for some in (before, now))
    if not old or not new or (min(old), max(old)) == (min(new), max(new)):
        return "changed"
    if min(new) >= min(old) and max(new) >= max(old):
        return "up"
    return "down" if min(new) <= min(old) and max(new) <= max(old) else "changed"


def _ladder(text: str, path: str) -> Ladder:
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError:
        raise WarmthError(f"{path}: not valid YAML; see to quotes, colons and indents") from None
    if not isinstance(data, dict) or not isinstance(data.get("rows"), list) or not isinstance(data.get("talks"), dict):
        raise WarmthError(f"{path}: needs talks (words by language) and rows (a list)")
    rows = [_row(row, path) for row in data["rows"]]
    talks = {language: _any(language, data["talks"].get(language), path) for language in LANGUAGES}
    turned, planned = (
        {language: _any(language, (data.get(key) or {}).get(language), path) for language in LANGUAGES}
        for key in ("unless", "planned")
    )
    forms: dict[str, tuple[tuple[Word, re.Pattern[str]], ...]] = {}
    for language in LANGUAGES:
        made = [(word, _any(language, some.get(language), path)) for word, some in rows]
        forms[language] = tuple((word, pattern) for word, pattern in made if pattern)
    known = {language: pattern for language, pattern in talks.items() if pattern}
    return Ladder(tuple(word for word, _ in rows), forms, known, turned, planned)


def _row(row: Any, path: str) -> tuple[Word, dict[str, list[str]]]:
    if not isinstance(row, dict) or not row.keys() >= {"word", "source", "forms"}:
        raise WarmthError(f"{path}: a row needs word, source and forms, and is {row!r}")
    step = row.get("step")
    if step is not None and (isinstance(step, bool) or not isinstance(step, int)):
        raise WarmthError(
            f'{path}: step of "{row["word"]}" must be a whole number, or be left out where nobody ranks it'
        )
    if not isinstance(row["forms"], dict) or not str(row["source"]).strip():
        raise WarmthError(f'{path}: "{row["word"]}" needs a source (or "convention") and forms by language')
    return Word(str(row["word"]), step, str(row["source"])), row["forms"]


def _any(language: str, forms: Any, path: str) -> re.Pattern[str] | None:
    """A pattern of any of some forms, the longest first; in English whole words."""
    if not forms:
        return None
    if not isinstance(forms, list) or not all(isinstance(form, str) and form for form in forms):
        raise WarmthError(f"{path}: forms must be a list of words, and are {forms!r}")
    words = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if language == "en" else re.compile(words)
