"""Rows of YAML to entities, each fault with its file and row."""

from pathlib import Path
from typing import Any

import yaml

from dragoman.gazetteer.entity import Entity, GazetteerError, Post

TYPES = ("state", "territory", "place", "person", "organ", "group")
LANGUAGES = ("en", "zh", "zh-Hant", "ja", "ko")
_KEYS = {"id", "type", "state", "group", "names", "family", "posts", "source", "capital", "outlet", "within"}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(path: Path) -> Any:
    """What a YAML file holds; GazetteerError with the line where it is not YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path.name}: not YAML in UTF-8: {error}") from error


def read_rows(path: Path) -> tuple[Entity, ...]:
    """The entities of one file, in its order.

    Raises GazetteerError where the file is not a list of rows or a row lacks an id, type, names or source.

    >>> from dragoman.gazetteer.lookup import DATA
    >>> next(row for row in read_rows(DATA / "people" / "north_korea.yaml") if row.id == "kim-jong-un").names["ja"][0]
    '金正恩'
    """
    rows = parse_yaml(path)
    if rows is None:
        return ()
    if not isinstance(rows, list):
        raise GazetteerError(f"{path.name}: must be a list of rows (- id: ...), not {type(rows).__name__}")
    return tuple(_entity(row, f"{path.name}, row {number}") for number, row in enumerate(rows, 1))


def _entity(row: Any, where: str) -> Entity:
    if not isinstance(row, dict):
        raise GazetteerError(f"{where}: must be a row with id, type, names and source, not {row!r}")
    if unknown := sorted(str(key) for key in row if key not in _KEYS):
        raise GazetteerError(f"{where}: unknown key {unknown[0]!r}; known are {', '.join(sorted(_KEYS))}")
    identifier = _text(row, "id", where)
    where = f"{where} ({identifier})"
    kind = _text(row, "type", where)
    if kind not in TYPES:
        raise GazetteerError(f"{where}: type {kind!r} is none of {', '.join(TYPES)}")
    names = _names(row.get("names"), where, "names")
    if not names:
        raise GazetteerError(f"{where}: names are missing; write names: {{en: [...], zh: [...]}}")
    return Entity(
        identifier,
        kind,
        _text(row, "state", where) if "state" in row else None,
        names,
        _text(row, "source", where),
        _names(row.get("family"), where, "family"),
        tuple(_post(post, where) for post in row.get("posts") or ()),
        _text(row, "group", where) if "group" in row else None,
        row.get("capital") is True,
        row.get("outlet") is True,
        _text(row, "within", where) if "within" in row else None,
    )


def _text(row: dict[str, Any], key: str, where: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise GazetteerError(
            f"{where}: {key} is missing or is not text: {value!r} (quote it if YAML reads it otherwise)"
        )
    return value


def _names(value: Any, where: str, key: str) -> dict[str, tuple[str, ...]]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise GazetteerError(f"{where}: {key} must give a list for each language, not {value!r}")
    for language, names in value.items():
        if language not in LANGUAGES:
            raise GazetteerError(f"{where}: {key}: language {language!r} is none of {', '.join(LANGUAGES)}")
        if not isinstance(names, list) or not all(isinstance(name, str) and name.strip() for name in names):
            raise GazetteerError(f"{where}: {key}.{language} must be a list of names, not {names!r}")
    return {language: tuple(names) for language, names in value.items()}


def _post(row: Any, where: str) -> Post:
    if not isinstance(row, dict) or not {"title", "of", "first"} <= row.keys():
        raise GazetteerError(f"{where}: a post needs title, of and first, not {row!r}")
    last = row.get("last")
    return Post(str(row["title"]), str(row["of"]), str(row["first"]), None if last is None else str(last))
