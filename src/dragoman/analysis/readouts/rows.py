"""What the files in `data` say: moods of talks, words for what is disputed, words for who asked, and their places."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"


class ReadoutError(ValueError):
    """A file of the room's data cannot be read, or accounts cannot be compared; the message says why."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a row of data: text[start:end] == text; `choice` is the one of the row's choices that they are."""

    start: int
    end: int
    text: str
    row: str
    choice: str


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say on whose initiative: `kind` is at_request or invited, `asker` where the party stands."""

    kind: str
    say: re.Pattern[str]
    asker: str


def read_data(name: str) -> dict[str, Any]:
    """The mapping in a YAML file of this room; ReadoutError where it is none."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load((DATA / name).read_text("utf-8"), Loader=loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ReadoutError(f"{name}: not YAML in UTF-8: {error}") from error
    if not isinstance(data, dict):
        raise ReadoutError(f"{name}: must hold keys and values, not {type(data).__name__}")
    return data


def find_moods(text: str, language: str) -> list[Found]:
    """Words for how talks went, in order; a clause that speaks of no talks is for the caller to leave out.

    >>> [(one.text, one.row) for one in find_moods("双方进行了坦诚、建设性沟通。", "zh")]
    [('坦诚', 'candid'), ('建设性', 'constructive')]
    """
    return _find(text, _shades(language))


def find_terms(text: str, language: str) -> list[Found]:
    """Words that take a side in what is disputed, in order, none overlapping in one row.

    >>> [(one.text, one.row, one.choice) for one in find_terms("talks on the Senkaku Islands", "en")]
    [('Senkaku', 'senkaku', 'senkaku')]
    """
    return _find(text, _choices(language))


def speaks_of_talks(text: str, language: str) -> bool:
    """Whether words for talks stand in a text.

    >>> speaks_of_talks("建设性的中美关系", "zh"), speaks_of_talks("建设性沟通", "zh")
    (False, True)
    """
    return _talks(language).search(text) is not None


def no_figure(text: str, start: int, language: str) -> bool:
    """Whether the number at a place is no figure: it counts the parties (two sides, 두 정상) or is an article (一轮).

    >>> no_figure("the two leaders", 4, "en"), no_figure("two visits", 0, "en")
    (True, False)
    """
    return side_words("figures", language).match(text, start) is not None


def speaks_for_both(text: str, language: str) -> bool:
    """Whether a clause begins, within its first third, with words for all sides together.

    >>> speaks_for_both("双方同意鼓励扩大人文交流", "zh"), speaks_for_both("They agreed.", "en")
    (True, True)
    """
    found = side_words("both", language).search(text)
    return found is not None and 3 * found.start() <= len(text)


@lru_cache(maxsize=16)
def side_words(kind: str, language: str) -> re.Pattern[str]:
    """The words of one kind of `sides.yaml` in a language; a pattern that matches nothing where it has none."""
    return re.compile(read_data("sides.yaml")[kind].get(language, "(?!)"), re.IGNORECASE)


@lru_cache(maxsize=8)
def cues(language: str) -> tuple[Cue, ...]:
    """The words of one language that say on whose initiative, in the order of the file.

    >>> cues("zh")[0].kind
    'at_request'
    """
    rows = read_data("initiative.yaml").get(language, [])
    return tuple(Cue(row["kind"], re.compile(row["say"], re.IGNORECASE), row["asker"]) for row in rows)


Rows = tuple[tuple[str, str, re.Pattern[str]], ...]


def _find(text: str, rows: Rows) -> list[Found]:
    found: dict[tuple[str, int], Found] = {}
    for row, choice, pattern in rows:
        for match in pattern.finditer(text):
            one = Found(match.start(), match.end(), match[0], row, choice)
            held = found.get((row, one.start))
            if held is None or held.end < one.end:
                found[row, one.start] = one
    kept: list[Found] = []
    last: dict[str, int] = {}
    for one in sorted(found.values(), key=lambda one: (one.start, one.row)):
        if one.start >= last.get(one.row, 0):
            kept.append(one)
            last[one.row] = one.end
    return kept


@lru_cache(maxsize=8)
def _shades(language: str) -> Rows:
    rows = read_data("moods.yaml")["shades"]
    return tuple((name, name, _pattern(row[language], language)) for name, row in rows.items() if language in row)


@lru_cache(maxsize=8)
def _choices(language: str) -> Rows:
    return tuple(
        (matter, choice, _pattern(forms[language], language))
        for matter, choices in read_data("terms.yaml").items()
        for choice, forms in choices.items()
        if language in forms
    )


@lru_cache(maxsize=8)
def _talks(language: str) -> re.Pattern[str]:
    return _pattern(read_data("moods.yaml")["talks"].get(language, ["(?!)"]), language, inflected=True)


def _pattern(forms: list[str], language: str, inflected: bool = False) -> re.Pattern[str]:
    """One pattern of all forms, longer ones first; Latin ones are whole words (or their beginnings), whatever case."""
    said = "|".join(sorted(forms, key=len, reverse=True))
    if language == "en":
        return re.compile(rf"\b(?:{said})" + ("" if inflected else r"\b"), re.IGNORECASE)
    return re.compile(f"(?:{said})")
