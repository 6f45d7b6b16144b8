"""What `series.yaml` says of one language, compiled."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"


class DoctrineError(ValueError):
    """A file of the doctrine's data cannot be read, or a document has nothing to decode; the message says which."""


@dataclass(frozen=True)
class Style:
    """One way of telling points off: the mark, and whether it stands at the head of a line or of a clause."""

    name: str
    mark: re.Pattern[str]
    at_line: bool


@dataclass(frozen=True)
class Marks:
    """How one language tells points off and words a commitment."""

    language: str
    styles: tuple[Style, ...]
    numbers: dict[str, int]
    parallel: re.Pattern[str] | None
    least: int
    announced: re.Pattern[str] | None
    commits: re.Pattern[str]
    opener: re.Pattern[str]
    formula: re.Pattern[str] | None
    joints: re.Pattern[str]
    shortest: int
    sentence: re.Pattern[str]
    clause: re.Pattern[str]


def read_data(name: str) -> dict[str, Any]:
    """The mapping in a YAML file of this room; DoctrineError where it is none."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load((DATA / name).read_text("utf-8"), Loader=loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DoctrineError(f"{name}: not YAML in UTF-8: {error}") from error
    if not isinstance(data, dict):
        raise DoctrineError(f"{name}: must hold keys and values, not {type(data).__name__}")
    return data


@lru_cache(maxsize=8)
def marks(language: str) -> Marks:
    """The marks of "zh", "en", "ja" or "ko"; DoctrineError for any other.

    >>> [style.name for style in marks("ko").styles][:2]
    ['첫째', '1.']
    """
    rows = read_data("series.yaml")
    if language not in rows:
        raise DoctrineError(f'no marks of points are known for language "{language}"; there are {", ".join(rows)}')
    row = rows[language]
    parallel = row.get("parallel")
    return Marks(
        language,
        tuple(Style(one["name"], re.compile(one["mark"]), one["at"] == "line") for one in row["styles"]),
        row.get("numbers", {}),
        re.compile(parallel["open"]) if parallel else None,
        parallel["least"] if parallel else 0,
        re.compile(row["announced"]) if "announced" in row else None,
        re.compile(row["commits"]),
        re.compile(row["opener"]),
        re.compile(row["formula"]) if "formula" in row else None,
        re.compile(row["joints"]),
        row["least"],
        re.compile(row["sentence"]),
        re.compile(row["clause"]),
    )
