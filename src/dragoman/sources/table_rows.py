"""The rows of a table, good and bad, whatever its form."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.sources.errors import Refused
from dragoman.sources.limits import Limits


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stands ("line 7"), its values by column, or what is wrong with it."""

    place: str
    number: int
    values: Mapping[str, Any] = field(default_factory=dict)
    wrong: str | None = None


def jsonl_rows(text: str, _: Limits) -> Iterator[Row]:
    """A row a line; empty lines are passed over.

    >>> [row.wrong for row in jsonl_rows('{"text": "a"}\\n{"text": \\n', Limits())]
    [None, 'not valid JSON: Expecting value at column 10']
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _json_row(f"line {number}", number, line)


def json_rows(text: str, limits: Limits) -> Iterator[Row]:
    """The objects of a list, or of the one list in an object; an object without a list is one row itself.

    Raises Refused where the file is not valid JSON or holds neither.

    >>> [row.values for row in json_rows('{"items": ["会晤"]}', Limits())]
    [{'text': '会晤'}]
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        if _seems_lines(text):
            yield from jsonl_rows(text, limits)
            return
        raise Refused(f"not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except (RecursionError, ValueError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise Refused(f"not valid JSON: {reason}") from None
    for number, item in enumerate(_listed(data), start=1):
        yield _as_row(f"item {number}", number, item)


def csv_rows(text: str, limits: Limits) -> Iterator[Row]:
    """The rows under a line of column names, parted by comma, tab or semicolon, whichever the first line has most of.

    >>> [row.values for row in csv_rows("Date,Text\\n2020-05-19,会晤\\n", Limits())]
    [{'Date': '2020-05-19', 'Text': '会晤'}]
    """
    csv.field_size_limit(int(limits.field_characters) + 1)
    first = text.split("\n", 1)[0]
    delimiter = max(",\t;", key=lambda sign: (first.count(sign), sign == ","))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header: list[str] | None = None
    number = 0
    while True:
        line = reader.line_num + 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            yield Row(f"line {line}", number, wrong=_csv_fault(error, limits))
            continue
        if header is None:
            header = values
        elif any(value.strip() for value in values):
            number += 1
            yield _csv_row(f"line {line}", number, header, values)


def _csv_row(place: str, number: int, header: list[str], values: list[str]) -> Row:
    if len(values) > len(header):
        return Row(place, number, wrong=f"{len(values)} fields under {len(header)} column names; quote its commas")
    return Row(place, number, dict(zip(header, values, strict=False)))


def _csv_fault(error: csv.Error, limits: Limits) -> str:
    if "field larger" in str(error):
        return f"a field longer than {limits.said('field_characters')}"
    return f"not valid CSV: {error}"


def _json_row(place: str, number: int, line: str) -> Row:
    try:
        return _as_row(place, number, json.loads(line))
    except json.JSONDecodeError as error:
        return Row(place, number, wrong=f"not valid JSON: {error.msg} at column {error.colno}")
    except (RecursionError, ValueError):
        return Row(place, number, wrong="not valid JSON: nested too deep, or a number too long")


def _as_row(place: str, number: int, item: object) -> Row:
    if isinstance(item, str):
        return Row(place, number, {"text": item})
    if isinstance(item, dict):
        return Row(place, number, item)
    return Row(place, number, wrong="neither an object nor text")


def _listed(data: object) -> list[Any]:
    if isinstance(data, list):
        return data
    if isinstance(data, dict):
        lists = [value for value in data.values() if isinstance(value, list)]
        objects = [found for found in lists if any(isinstance(item, dict) for item in found)]
        if len(objects) == 1 or len(lists) == 1:
            return (objects or lists)[0]
        if not lists:
            return [data]
        raise Refused(f"an object with {len(lists)} lists; keep the one list of documents in it")
    raise Refused("neither a list nor an object")


def _seems_lines(text: str) -> bool:
    lines = [line for line in text.split("\n", 50)[:50] if line.strip()]
    return len(lines) > 1 and all(line.lstrip().startswith("{") for line in lines)
