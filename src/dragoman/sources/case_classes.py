"""The table of `case.toml` that says which documents are of one kind: [[classes]]."""

from collections.abc import Mapping
from typing import Any

from dragoman.model import DocumentClass
from dragoman.sources.case_values import NAME, only, shown, text, texts
from dragoman.sources.errors import CaseError

_KEYS = ("id", "title", "documents", "vehicle", "between", "outlet")


def classes(data: Mapping[str, Any]) -> tuple[DocumentClass, ...]:
    """Each of [[classes]]: id, title, and either documents (keys) or vehicle or outlet, with between (ids) if wanted.

    >>> row = {"id": "joint", "title": "Joint statements", "vehicle": "joint statement", "between": ["USA", "PRK"]}
    >>> classes({"classes": [row]})[0].between
    ('USA', 'PRK')
    """
    rows = data.get("classes", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise CaseError(f'{NAME}: "classes" must be written as [[classes]] tables, and is {shown(rows)}')
    found: list[DocumentClass] = []
    for number, row in enumerate(rows, start=1):
        where = f"{NAME}, [[classes]] number {number}"
        one = _class(row, where)
        if any(one.id == other.id for other in found):
            raise CaseError(f'{where}: the id "{one.id}" is taken by an earlier class; give each its own')
        found.append(one)
    return tuple(found)


def _class(row: Mapping[str, Any], where: str) -> DocumentClass:
    only(row, _KEYS, where)
    for key in ("id", "title"):
        if key not in row:
            raise CaseError(f'{where}: no {key}; add a line: {key} = "…"')
    documents, between = texts(row, "documents", where), texts(row, "between", where)
    vehicle, outlet = (text(row, key, where) if key in row else "" for key in ("vehicle", "outlet"))
    if bool(documents) == bool(vehicle or outlet):
        raise CaseError(
            f'{where}: needs documents = ["key", "key"], or else vehicle = "…" or outlet = "…", and not both'
        )
    if documents and between:
        raise CaseError(f"{where}: documents names its members; leave between out")
    return DocumentClass(text(row, "id", where), text(row, "title", where), documents, vehicle, between, outlet)
