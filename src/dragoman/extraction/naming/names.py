"""Names beside titles that the gazetteer does not know, and those that it does with the titles they stand with."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.extraction.rows import FrameError, read_yaml
from dragoman.gazetteer import Gazetteer
from dragoman.languages.sought import Sought
from dragoman.model import Mention

DATA = Path(__file__).with_name("names.yaml")
KINDS = ("person", "organ", "place")
_OWNERS = ("state", "territory", "organ")
SENT = re.compile(r"(?:驻|駐|駐在|주|to (?:the )?)$")  # before the state that an envoy is sent to
_APART = re.compile(r"[，。、：；,.:;\n]|.{16}")


@dataclass(frozen=True, slots=True)
class Named:
    """A name at text[start:end] that no row of the gazetteer has: kind, title as written, whose it is, data line."""

    start: int
    end: int
    kind: str
    title: str
    of: str | None
    line: str


@dataclass(frozen=True)
class Row:
    """One pattern with the groups `name` and, for persons, `title`."""

    line: str
    kind: str
    match: Sought


@lru_cache(maxsize=4)
def load_rows(language: str) -> tuple[Row, ...]:
    """The patterns of a language; FrameError names the line that cannot be read.

    >>> load_rows("ja")[0].kind
    'person'
    """
    data = read_yaml(DATA, {"en", "zh", "ja", "ko"})[language]
    rows = []
    for number, row in enumerate(data["rows"]):
        line = f"names.{language}[{number}]"
        pattern = row["match"]
        for part, words in data["parts"].items():
            pattern = pattern.replace(f"{{{part}}}", words)
        if row["kind"] not in KINDS or "(?P<name>" not in pattern:
            raise FrameError(f"names.yaml, {line}: needs a kind ({', '.join(KINDS)}) and a match with a group name")
        try:
            rows.append(Row(line, row["kind"], Sought(pattern)))
        except re.error as error:
            raise FrameError(f"names.yaml, {line}: no regular expression: {error}") from error
    return tuple(rows)


def find_names(text: str, language: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Named]:
    """The names of a text that the gazetteer does not know, in order, none overlapping it or another.

    >>> from dragoman.gazetteer import load
    >>> text = "외무성 리광 부상은 떠났다."
    >>> [(text[n.start:n.end], n.title) for n in find_names(text, "ko", load().find(text, "ko"), load())]
    [('리광', '부상')]
    """
    taken = Taken(mentions)
    organs = Taken([mention for mention in mentions if mention.type not in ("state", "territory", "place")])
    found: list[Named] = []
    for row in load_rows(language):
        for match in row.match.finditer(text):
            start, end = match.span("name")
            free = organs if row.kind == "organ" else taken
            if not free.free(start, end) or len(text[start:end].strip()) < 2:
                continue
            title = match.groupdict().get("title") or ""
            owner = _owner(text, mentions, taken, match, gazetteer)
            found.append(Named(start, end, row.kind, title, owner, row.line))
            taken.add(start, end)
            organs.add(start, end)
    return sorted(found, key=lambda one: one.start)


def _owner(
    text: str, mentions: Sequence[Mention], taken: "Taken", match: re.Match[str], gazetteer: Gazetteer
) -> str | None:
    """The organ or state that a title belongs to: one named in it, else the one right before; not where one is sent."""
    if "title" not in match.re.groupindex:
        return None
    start, end = match.span("title")
    first = min(start, match.start("name"))
    owners = [
        one
        for one in mentions[taken.before(first - 40) : taken.before(end)]
        if one.type in _OWNERS
        and not gazetteer.entity(one.entity).outlet
        and not SENT.search(text[max(0, one.start - 8) : one.start])
    ]
    inside = [one for one in owners if start <= one.start and one.end <= end]
    near = [one for one in owners if one.end <= first and not _APART.search(text, one.end, first)]
    if inside and not (near and gazetteer.state_of(near[-1].entity) != gazetteer.state_of(inside[0].entity)):
        return inside[0].entity
    return near[-1].entity if near else None


class Taken:
    """Which characters names stand on already."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._starts = [mention.start for mention in mentions]
        self._ends = [mention.end for mention in mentions]
        self._more: set[int] = set()

    def before(self, place: int) -> int:
        """How many mentions begin before a place."""
        return bisect_left(self._starts, place)

    def free(self, start: int, end: int) -> bool:
        """Whether no name stands on text[start:end]."""
        index = bisect_right(self._ends, start)
        clear = index >= len(self._starts) or self._starts[index] >= end
        return clear and self._more.isdisjoint(range(start, end))

    def add(self, start: int, end: int) -> None:
        """Take a span."""
        self._more.update(range(start, end))
