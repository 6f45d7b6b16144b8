"""Rows of YAML to entities, each fault with its file and row."""

import re
from pathlib import Path
from typing import Any

import yaml

from dragoman.gazetteer.context import read_rule
from dragoman.gazetteer.entity import Entity, Membership, Post
from dragoman.gazetteer.errors import GazetteerError
from dragoman.languages.yaml_files import read_yaml_file

TYPES = ("state", "territory", "place", "person", "organ", "group", "document")
LANGUAGES = ("en", "zh", "zh-Hant", "ja", "ko")
_KEYS = {"id", "type", "state", "group", "names", "family", "posts", "source", "capital", "outlet", "within"}
_KEYS |= {"parent", "predecessor", "first", "last", "date", "parties", "members", "when"}
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def parse_yaml(path: Path) -> Any:
    """What a YAML file holds; GazetteerError with the line where it is not YAML."""
    try:
        return read_yaml_file(path)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path.name}: not YAML in UTF-8: {error}") from error


def read_rows(path: Path) -> tuple[Entity, ...]:
    """The entities of one file, in its order.

    Raises GazetteerError where the file is not a list of rows or a row lacks an id, type, names or source.

    >>> from dragoman.gazetteer.loading import DATA
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
    first, last = _years(row, where)
    return Entity(
        identifier,
        kind,
        _reference(row, "state", where),
        names,
        _text(row, "source", where),
        family=_names(row.get("family"), where, "family"),
        posts=tuple(_post(post, where) for post in _list(row, "posts", where)),
        group=_reference(row, "group", where),
        capital=row.get("capital") is True,
        outlet=row.get("outlet") is True,
        within=_reference(row, "within", where),
        parent=_reference(row, "parent", where),
        predecessor=_reference(row, "predecessor", where),
        first=first,
        last=last,
        date=read_date(row, "date", where),
        parties=tuple(map(str, _list(row, "parties", where))),
        members=tuple(_membership(member, where) for member in _list(row, "members", where)),
        when=tuple(read_rule(rule, where, _all_names(names)) for rule in _list(row, "when", where)),
        where=where,
    )


def _all_names(names: dict[str, tuple[str, ...]]) -> set[str]:
    return {name for some in names.values() for name in some}


def _reference(row: dict[str, Any], key: str, where: str) -> str | None:
    return _text(row, key, where) if key in row else None


def _list(row: dict[str, Any], key: str, where: str) -> list[Any]:
    value = row.get(key)
    if value is not None and not isinstance(value, list):
        raise GazetteerError(f"{where}: {key} must be a list, not {value!r}")
    return value or []


def read_date(row: dict[str, Any], key: str, where: str) -> str | None:
    """A day, month or year of a row as ISO text; None where the key is absent, GazetteerError where it is no date."""
    value = row.get(key)
    if value is None or _DATE.fullmatch(str(value)):
        return None if value is None else str(value)
    raise GazetteerError(f"{where}: {key} must be a date such as '2018-03-21', 2018-03 or 2018, not {value!r}")


def _years(row: dict[str, Any], where: str) -> tuple[str | None, str | None]:
    first, last = read_date(row, "first", where), read_date(row, "last", where)
    if first and last and last < first[: len(last)]:
        raise GazetteerError(f"{where}: last {last} comes before first {first}")
    return first, last


def _membership(row: Any, where: str) -> Membership:
    if not isinstance(row, dict) or not {"state", "first"} <= row.keys() <= {"state", "first", "last"}:
        raise GazetteerError(f"{where}: a member needs state and first, and may have last, not {row!r}")
    first, last = _years(row, f"{where}: member {row['state']}")
    return Membership(str(row["state"]), first or "", last)


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
