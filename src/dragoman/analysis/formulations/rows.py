"""Rows of YAML, ours or the case's own: read strictly, a mistake told with its file and row."""

from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from dragoman.analysis.formulations.faults import FormulationError

Row = dict[str, Any]


def rows_of(name: str, key: str, folder: Path | None = None) -> tuple[str, list[Row]]:
    """(where from, the rows under `key`) of the file `name`: the one in `folder` where there is one, else ours."""
    own = folder / name if folder else None
    if own and own.is_file():
        return name, parsed(name, own.read_text("utf-8-sig"), key)
    text = (resources.files("dragoman.analysis.formulations") / name).read_text("utf-8")
    return f"dragoman's {name}", parsed(name, text, key)


def parsed(path: str, text: str, key: str) -> list[Row]:
    """The list of rows under `key`. Raises FormulationError where the text is not that.

    >>> parsed("tiers.yaml", "tiers: [{name: hot}]", "tiers")
    [{'name': 'hot'}]
    """
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f", line {line + 1}" if line is not None else ""
        raise FormulationError(f"{path}{where}: not valid YAML; see to quotes, colons and indents there") from None
    rows = data.get(key) if isinstance(data, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise FormulationError(f"{path}: needs a list of rows under `{key}:`")
    return rows


def given(row: Row, name: str, path: str) -> str:
    """The text that a row must have under `name`; a number or date in YAML counts as its text."""
    value = row.get(name)
    if value is None or not str(value).strip():
        raise FormulationError(f"{path}: a row has no {name}: {row}")
    return str(value)


def listed(row: Row, name: str) -> tuple[str, ...]:
    """The texts that a row may have under `name`: a list, or one text alone.

    >>> listed({"titles": "a"}, "titles"), listed({"titles": ["a", "b"]}, "titles"), listed({}, "titles")
    (('a',), ('a', 'b'), ())
    """
    value = row.get(name) or ()
    return (value,) if isinstance(value, str) else tuple(str(one) for one in value)
