"""Tables of documents: JSON, lines of JSON, CSV; each row a source of its own."""

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from dragoman.model import BibliographicField
from dragoman.sources.bibliography import for_members
from dragoman.sources.dates import issued_in
from dragoman.sources.errors import Refused
from dragoman.sources.file_names import clean_name
from dragoman.sources.given import Given, finished
from dragoman.sources.kinds import Kind
from dragoman.sources.letters import letter_counts
from dragoman.sources.records import Extract, ReadDocument
from dragoman.sources.registers import passages_in
from dragoman.sources.row_fields import columns_of, value_of
from dragoman.sources.table_rows import Row, csv_rows, json_rows, jsonl_rows


def rows_of(given: Given, text: str, kind: Kind) -> Iterator[ReadDocument | str]:
    """One document for each good row, and a line for each bad one. `text` is the table, decoded.

    A row's fields are found under their usual names (row_fields.yaml). Raises Refused where the table has no
    rows, or none of them can be read.

    >>> from dragoman.sources.limits import Limits
    >>> [row.path for row in rows_of(Given("a.jsonl", b"", Limits()), '{"id": "n1", "text": "会晤"}', "jsonl")]
    ['a.jsonl!n1']
    """
    rows = {"csv": csv_rows, "json": json_rows, "jsonl": jsonl_rows}[kind](text, given.limits)
    taken: set[str] = set()
    number = bad = 0
    for number, row in enumerate(rows, start=1):
        if number > given.limits.rows:
            yield f"row {number} and those after it are beyond {given.limits.said('rows')}"
            break
        try:
            yield from _row(given, row, taken)
        except Refused as error:
            bad += 1
            yield f"{row.place}: {error}"
    if not number:
        raise Refused("a table without rows")
    if bad == number:
        raise Refused("none of its rows is a document; give each a field named text (or content, body)")


def _row(given: Given, row: Row, taken: set[str]) -> Iterator[ReadDocument | str]:
    if row.wrong:
        raise Refused(row.wrong)
    columns = columns_of(row.values)
    text, damaged = _clean(value_of(row.values, columns.text))
    if len(text) > given.limits.field_characters:
        raise Refused(f"its text is longer than {given.limits.said('field_characters')}")
    counted = letter_counts(text).total()
    if not counted:
        raise Refused("no text in it" if columns.text else "no field named text (or content, body)")
    if columns.guessed:
        yield f'{row.place}: no field named text; "{columns.guessed}" is read as the text'
    name = _free(_name(row, value_of(row.values, columns.id)), taken)
    if name.repeats:
        yield f'{row.place}: the id "{name.repeats}" stands in an earlier row; read as "{name.id}"'
    fields, odd = _fields(row.values, columns.fields)
    warnings = [*odd, *(["NUL characters or lone surrogates; each is shown as U+FFFD"] if damaged else [])]
    extract = Extract(
        text=text, reader="table 1", fields=fields, passages=passages_in(text), kept=counted, counted=counted
    )
    yield finished(
        f"{given.path}!{name.id}", name.id, "row id", _digest(row.values), extract, for_members(given.sidecars), "",
        tuple(warnings),
    )  # fmt: skip


class _Named(NamedTuple):
    id: str
    repeats: str | None


def _name(row: Row, given: str) -> str:
    shown = clean_name(" ".join(given.split()).replace("!", "_")) if given.strip() else ""
    return shown[:200] or str(row.number)


def _free(name: str, taken: set[str]) -> _Named:
    """The name, or where an earlier row has it the name with a number."""
    if name not in taken:
        taken.add(name)
        return _Named(name, None)
    number = 2
    while f"{name}#{number}" in taken:
        number += 1
    taken.add(f"{name}#{number}")
    return _Named(f"{name}#{number}", name)


def _fields(
    values: Mapping[str, Any], columns: tuple[tuple[str, str], ...]
) -> tuple[tuple[BibliographicField, ...], list[str]]:
    fields: list[BibliographicField] = []
    odd: list[str] = []
    for name, column in columns:
        value = " ".join(_clean(value_of(values, column).replace("\n", "; "))[0].split())
        if name == "issued":
            day = issued_in(value)
            if day is None:
                odd.append(f'"{value[:60]}" in the field "{column}" is no date; write it as 2018-05-09')
                continue
            value = day
        fields.append(BibliographicField(name, value, f'row: field "{column}"'))
    return tuple(fields), odd


def _clean(text: str) -> tuple[str, bool]:
    """The text without NUL and lone surrogates, which JSON's escapes can bring in; and whether it had any."""
    cleaned = re.sub("[\x00\ud800-\udfff]", "\ufffd", text)
    return cleaned, cleaned != text


def _digest(values: Mapping[str, Any]) -> str:
    canonical = json.dumps(values, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode("ascii")).hexdigest()
