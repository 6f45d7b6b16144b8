"""Which column of a row is which field of a document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.sources.data_rows import rows


@dataclass(frozen=True, slots=True)
class Columns:
    """This row's names of the text, the id and the record's fields; `guessed` is set where the text's is a guess."""

    text: str | None
    id: str | None
    fields: tuple[tuple[str, str], ...]
    guessed: str | None = None


def columns_of(values: Mapping[str, Any]) -> Columns:
    """Find a row's columns.

    Where none is named as a text is, and exactly one holds text that is neither a number nor known otherwise, that one
    is taken.

    >>> columns_of({"Date": "2020-05-19", "Text": "…"})
    Columns(text='Text', id=None, fields=(('issued', 'Date'),), guessed=None)
    """
    folded = {_fold(name): name for name in reversed(list(values))}
    found: dict[str, str] = {}
    for field, names in _names().items():
        column = next((folded[name] for name in names if _has(values, folded.get(name))), None)
        if column is not None:
            found[field] = column
    text, number = found.pop("text", None), found.pop("id", None)
    guessed = None if text else _only_text(values, {*found.values(), number})
    return Columns(text or guessed, number, tuple(sorted(found.items())), guessed)


def value_of(values: Mapping[str, Any], column: str | None) -> str:
    """A row's value as text ("" where it has none); a list of texts is joined with line ends.

    >>> value_of({"a": ["x", "y"], "b": 2018}, "a"), value_of({"b": 2018}, "b"), value_of({}, "c")
    ('x\\ny', '2018', '')
    """
    value = values.get(column) if column is not None else None
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n".join(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _has(values: Mapping[str, Any], column: str | None) -> bool:
    return column is not None and value_of(values, column).strip() != ""


def _only_text(values: Mapping[str, Any], known: set[str | None]) -> str | None:
    texts = [
        name
        for name, value in values.items()
        if name not in known and isinstance(value, str) and re.search(r"[^\W\d_]", value)
    ]
    return texts[0] if len(texts) == 1 and len(values[texts[0]]) >= 20 else None


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return {field: tuple(_fold(name) for name in row["names"]) for field, row in rows("row_fields.yaml").items()}


def _fold(name: str) -> str:
    return re.sub(r"[-_\s]+", "", name).lower()
