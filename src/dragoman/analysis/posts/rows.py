"""The data of posts and rank: titles in four languages, and orders of protocol."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

LANGUAGES = ("en", "zh", "ja", "ko")


@dataclass(frozen=True, slots=True)
class Title:
    """A title: its id, its level (1 the highest, None where it leads nowhere), the posts and the words that mean it."""

    id: str
    level: int | None
    posts: re.Pattern[str]
    forms: dict[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Order:
    """An order of protocol between two ISO days: people's gazetteer ids, the first first, and who says so."""

    state: str
    name: str
    first: str
    last: str | None
    order: tuple[str, ...]
    source: str


@cache
def titles() -> tuple[Title, ...]:
    """All titles, in the order of the file.

    >>> next(title for title in titles() if title.id == "state-councilor").level
    4
    """
    return tuple(
        Title(row["id"], row.get("level"), re.compile(row["is"]), {
            language: re.compile("|".join(row[language]), re.IGNORECASE) for language in LANGUAGES if row.get(language)
        })
        for row in _rows("titles.yaml", "titles")
    )  # fmt: skip


@cache
def orders() -> tuple[Order, ...]:
    """All orders of protocol, in the order of the file."""
    return tuple(
        Order(row["state"], row["name"], row["first"], row.get("last"), tuple(row["order"]), row["source"])
        for row in _rows("protocol.yaml", "orders")
    )


def _rows(name: str, key: str) -> list[dict[str, Any]]:
    data = yaml.safe_load((resources.files("dragoman.analysis.posts") / name).read_text("utf-8"))
    rows: list[dict[str, Any]] = data[key]
    return rows
