"""The data of coverage: which outlets are official, and of which types of event coverage is reckoned."""

from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def official() -> frozenset[str]:
    """The gazetteer ids of outlets through which a state or its ruling party speaks.

    >>> "xinhua" in official(), "asahi" in official()
    (True, False)
    """
    return frozenset(str(row["id"]) for row in _rows("official.yaml", "outlets"))


@cache
def nouns() -> dict[str, str]:
    """What an event of each type is called whose coverage is reckoned.

    >>> nouns()["visit"]
    'visit'
    """
    return {str(row["type"]): str(row["noun"]) for row in _rows("kinds.yaml", "kinds")}


def _rows(name: str, key: str) -> list[dict[str, Any]]:
    data = yaml.safe_load((resources.files("dragoman.analysis.coverage") / name).read_text("utf-8"))
    rows: list[dict[str, Any]] = data[key]
    return rows
