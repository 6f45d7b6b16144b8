"""Frames: what each event type is, and the words that report it, read from one YAML file a type."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman.extraction.rows import read_yaml

FOLDER = Path(__file__).parent / "frames"


@dataclass(frozen=True)
class Pattern:
    """One line of a frame: the words that report the event, and how its cases give roles."""

    name: str
    stem: re.Pattern[str]
    roles: dict[str, str]
    status: str | None = None
    unless: re.Pattern[str] | None = None
    case: str | None = None
    inner: str | None = None
    next: bool = False
    own: bool = False
    nominal: bool = False


@dataclass(frozen=True)
class Frame:
    """One event type: its codes, who may take part, and its patterns by language.

    `once`: the days within which such a thing happens but once to its parties. `alone`: the type that it is where one
    group of states is its only party.
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
    patterns: dict[str, tuple[Pattern, ...]]


@lru_cache(maxsize=1)
def load_frames() -> dict[str, Frame]:
    """Every frame by its type.

    >>> load_frames()["visit"].cameo
    '042'
    """
    frames = [_frame(path) for path in sorted(FOLDER.glob("*.yaml"))]
    return {frame.type: frame for frame in sorted(frames, key=lambda frame: (frame.rank, frame.type))}


def where(name: str) -> str:
    """The file and line of the pattern that a report names as its frame.

    >>> where("visit.zh[0]").startswith("extraction/frames/visit.yaml:")
    True
    """
    import yaml

    kind, language, number = re.fullmatch(r"(.+)\.(\w+)\[(\d+)\]", name).groups()  # type: ignore[union-attr]
    tree = yaml.compose((FOLDER / f"{kind}.yaml").read_text("utf-8"))
    patterns = _child(tree, "patterns")
    return f"extraction/frames/{kind}.yaml:{_child(patterns, language).value[int(number)].start_mark.line + 1}"


def _child(node: Any, key: str) -> Any:
    return next(value for name, value in node.value if name.value == key)


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
        {
            language: tuple(
                _pattern(f"{path.stem}.{language}[{number}]", line, row["roles"], language)
                for number, line in enumerate(lines)
            )
            for language, lines in row["patterns"].items()
        },
    )


def _pattern(name: str, line: dict[str, Any], roles: dict[str, str], language: str) -> Pattern:
    stem = rf"(?<![\w-])(?:{line['stem']})(?![\w])" if language == "en" else line["stem"]
    return Pattern(
        name,
        re.compile(stem),
        {**roles, **line.get("roles", {})},
        line.get("status"),
        re.compile(line["unless"]) if "unless" in line else None,
        line.get("case"),
        line.get("inner"),
        line.get("next", False),
        line.get("own", False),
        line.get("nominal", False),
    )
