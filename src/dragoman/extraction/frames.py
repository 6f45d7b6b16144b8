"""Frames: what each event type is, and the words that report it, read from one YAML file a type."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from dragoman.extraction.endings import filled
from dragoman.extraction.rows import FrameError, read_yaml
from dragoman.extraction.wording import beginnings, endings, expression, following, passive, size
from dragoman.languages.literals import Literals, literals

FOLDER = Path(__file__).parent / "frames"
WEIGHT = 2.0
EACH = 0.3


@dataclass(frozen=True)
class Pattern:
    """One line of a frame: the words that report the event, and how its cases give roles.

    `words` is a wording where it is `plain`, a regular expression otherwise; it is compiled when first needed.
    `weight`: how much it counts where the parties are given, more for words that mean little else and for several
    words; `source`, `target`: the kinds of party that it asks for there. `noun`: the line begins with what the deed is,
    its verb comes last ("talks were held").
    `complement`: who is named in the clause that it governs is its object ("demanded that Japan apologise").
    """

    name: str
    words: str
    plain: bool
    roles: dict[str, str]
    status: str | None = None
    unless: re.Pattern[str] | None = None
    case: str | None = None
    inner: str | None = None
    next: bool = False
    own: bool = False
    nominal: bool = False
    needs: str | None = None
    noun: bool = False
    complement: bool = False
    weight: float = WEIGHT
    source: frozenset[str] = frozenset()
    target: frozenset[str] = frozenset()

    @cached_property
    def stem(self) -> re.Pattern[str]:
        """The words as a regular expression."""
        return re.compile(expression(self.words) if self.plain else self.words)

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The words at text[start:end], as `stem` matches them there.

        Any ending is taken first and then looked up, as a regular expression with all endings takes long to compile.
        """
        found = self._loose.match(text, start, end)
        if found and not all(ending.lower() in endings() for ending in found.groups() if ending):
            return self.stem.match(text, start, end)
        return found

    @cached_property
    def _loose(self) -> re.Pattern[str]:
        return re.compile(expression(self.words, "([a-z]*)")) if self.plain else self.stem

    @cached_property
    def literals(self) -> Literals | None:
        """What must stand in a text for the words to be found, None where nothing can be said."""
        if self.plain:
            return Literals(beginnings(self.words), True, True, following(self.words))
        return literals(self.words)


@dataclass(frozen=True)
class Frame:
    """One event type: its codes, who may take part, and its patterns by language.

    `once`: the days within which such a thing happens but once to its parties. `alone`: the type that it is where one
    group of states is its only party; `to_come`: that it is where it is only said to come. `deeds`: verbs with their
    parties around them, for languages read by syntax; there `patterns` only serve sentences whose parties are given.
    """

    type: str
    plover: str
    cameo: str
    quad: int
    goldstein: float
    label: dict[str, str]
    rank: int
    actors: frozenset[str]
    needs: str
    symmetric: bool
    yields: bool
    announceable: bool
    quantities: str
    once: int
    alone: str | None
    to_come: str | None
    patterns: dict[str, tuple[Pattern, ...]]
    deeds: dict[str, tuple[Pattern, ...]]

    def telling(self, language: str) -> tuple[Pattern, ...]:
        """The lines that find an event in a text: the deeds of a language that has them, else the patterns."""
        return self.deeds.get(language) or self.patterns.get(language, ())


@lru_cache(maxsize=1)
def load_frames() -> dict[str, Frame]:
    """Every frame by its type.

    >>> load_frames()["visit"].cameo
    '042'
    """
    frames = [_frame(path) for path in sorted(FOLDER.glob("*.yaml"))]
    return {frame.type: frame for frame in sorted(frames, key=lambda frame: (frame.rank, frame.type))}


def _frame(path: Path) -> Frame:
    row = read_yaml(
        path, {"type", "plover", "cameo", "quad", "goldstein", "source", "label", "needs", "roles", "patterns"}
    )
    return Frame(
        row["type"],
        row["plover"],
        row["cameo"],
        row["quad"],
        float(row["goldstein"]),
        row["label"],
        row.get("rank", 9),
        frozenset(row.get("actors", ())),
        row["needs"],
        row.get("symmetric", False),
        row.get("yields", False),
        row.get("announceable", False),
        row.get("quantities", "none"),
        row.get("once", 0),
        row.get("alone"),
        row.get("to_come"),
        {
            language: tuple(
                read_pattern(f"{path.stem}.{language}[{number}]", line, row["roles"], language)
                for number, line in enumerate(lines)
            )
            for language, lines in row["patterns"].items()
        },
        {
            language: tuple(
                read_pattern(
                    f"{path.stem}.deeds.{language}[{number}]",
                    {"needs": row["needs"] if row["needs"] == "both" else "any", **_line(line)},
                    row["roles"],
                    language,
                )
                for number, line in enumerate([*lines, *_turned(lines, row.get("owner"))])
            )
            for language, lines in row.get("deeds", {}).items()
        },
    )


def _turned(lines: list[str | dict[str, Any]], owner: str | None) -> Iterator[dict[str, Any]]:
    """The lines of a verb and its noun in the passive, the noun first ("sanctions on Iran were lifted").

    `owner`: the role of whose thing it is that something is done to ("Iran's embassy was closed"); else who does it.
    """
    for line in map(_line, lines):
        wording = None if line.get("noun") or line.get("status") == "none" else passive(line["say"])
        if wording is not None and "case" not in line:
            roles = {**line.get("roles", {}), **({"genitive": owner} if owner else {})}
            yield {**line, "say": wording, "noun": True, "roles": roles}


def _line(line: str | dict[str, Any]) -> dict[str, Any]:
    return {"say": line} if isinstance(line, str) else line


def read_pattern(name: str, line: dict[str, Any], roles: dict[str, str], language: str) -> Pattern:
    """One line of YAML as a pattern."""
    return Pattern(
        name,
        *_words(name, line, language),
        {**roles, **line.get("roles", {})},
        line.get("status"),
        re.compile(line["unless"]) if "unless" in line else None,
        line.get("case"),
        line.get("inner"),
        line.get("next", False),
        line.get("own", False),
        line.get("nominal", False),
        line.get("needs"),
        line.get("noun", False),
        line.get("complement", False),
        float(line.get("weight", WEIGHT)) + EACH * (size(line.get("say", "")) - 1),
        frozenset(line.get("source", ())),
        frozenset(line.get("target", ())),
    )


def _words(name: str, line: dict[str, Any], language: str) -> tuple[str, bool]:
    """The wording of a line, or its expression, and which of them it is."""
    if ("say" in line) == ("stem" in line):
        raise FrameError(f"{name}: must have either a stem or a wording (say)")
    if "say" in line:
        return line["say"], True
    stem = filled(line["stem"], language)
    return (rf"(?<![\w-])(?:{stem})(?![\w])" if language == "en" else stem), False
