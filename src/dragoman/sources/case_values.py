"""Values of `case.toml`, each read with its kind checked; what is wrong is told with its place."""

from collections.abc import Mapping
from typing import Any

from dragoman.sources.errors import CaseError, nearest

NAME = "case.toml"


def only(table: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    """Raise CaseError for a key that is not known."""
    for key in table:
        if key not in known:
            raise CaseError(f'{where}: unknown key "{key}"{nearest(key, known)}')


def text(table: Mapping[str, Any], key: str, where: str) -> str:
    """A text that is not empty."""
    value = table[key]
    if not isinstance(value, str) or not value.strip():
        raise CaseError(f'{where}: "{key}" must be text in quotes, and is {shown(value)}')
    return value


def texts(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """A list of texts, none of them empty; () where the key is missing."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise CaseError(f'{where}: "{key}" must be a list of texts, as ["…", "…"], and is {shown(value)}')
    return tuple(value)


def shown(value: object) -> str:
    """A value as a complaint shows it.

    >>> shown("x"), shown(3)
    ('"x"', '3')
    """
    words = f'"{value}"' if isinstance(value, str) else str(value)
    return words if len(words) <= 60 else words[:59] + "…"
