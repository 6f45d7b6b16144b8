"""Which column of an event table holds what."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """The place of each column that is known, by what it holds.

    >>> columns_of(["Event Date", "Source Name", "CAMEO Code"])
    {'day': 0, 'source': 1, 'code': 2}
    """
    folded = {_fold(name): place for place, name in reversed(list(enumerate(header)))}
    found = {}
    for field, names in _names().items():
        place = next((folded[name] for name in names if name in folded), None)
        if place is not None:
            found[field] = place
    return found


def missing(columns: dict[str, int]) -> list[str]:
    """What a table lacks, in words; empty where it can be read."""
    lacks = [field for field in ("day", "source", "target") if field not in columns]
    return lacks + ([] if {"relation", "code"} & columns.keys() else ["event or CAMEO code"])


@cache
def _names() -> dict[str, tuple[str, ...]]:
    rows = yaml.safe_load(files("dragoman.analysis.event_tables").joinpath("columns.yaml").read_text("utf-8"))
    return {field: tuple(_fold(name) for name in names) for field, names in rows.items()}


def _fold(name: str) -> str:
    return re.sub(r"[-_\s\ufeff]+", "", name).lower()
