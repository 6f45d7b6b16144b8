"""A record in CSL-JSON beside a document (citationstyles.org, schema csl-data)."""

import json
from typing import Any

from dragoman.sources.bibliography import NAMES, SidecarRecord
from dragoman.sources.errors import Refused, nearest
from dragoman.sources.sidecar_toml import checked, record_from

_DATES = ("issued", "accessed", "submitted", "original-date", "event-date", "available-date")
_PEOPLE = ("author", "editor", "translator", "collection-editor", "container-author", "interviewer", "recipient")
_OTHER = (
    "abstract", "annote", "archive", "archive_location", "archive-place", "authority", "call-number", "chapter-number",
    "citation-key", "citation-label", "collection-number", "collection-title", "container-title-short", "custom",
    "dimensions", "division", "DOI", "event", "event-place", "event-title", "genre", "ISBN", "ISSN", "issue",
    "journalAbbreviation", "jurisdiction", "medium", "note", "number", "number-of-pages", "number-of-volumes",
    "original-author", "original-publisher", "original-publisher-place", "original-title", "page-first", "part",
    "part-title", "PMCID", "PMID", "printing", "publisher-place", "references", "reviewed-genre", "reviewed-title",
    "scale", "section", "short-title", "shortTitle", "source", "status", "supplement", "title-short", "version",
    "volume-title", "year-suffix", "categories",
)  # fmt: skip
_KNOWN = ("id", *NAMES, "vehicle", "reliability", *_DATES, *_PEOPLE, *_OTHER)


def read_csl(name: str, data: bytes) -> SidecarRecord:
    """Read one CSL-JSON item, or a list with one. People become "Family, Given", joined by semicolons.

    What is unknown or will not do is told in `warnings`. Raises Refused where there is no such item.

    >>> read_csl("a.csl.json", b'[{"id": "n1", "issued": {"date-parts": [[2018, 5]]}}]').fields[0].value
    '2018-05'
    """
    try:
        item = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refused(f"{name}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise Refused(f"{name}: not valid JSON: {error}") from None
    if isinstance(item, list):
        if len(item) != 1:
            raise Refused(f"{name}: holds {len(item)} records; a sidecar holds the one of its document")
        item = item[0]
    if not isinstance(item, dict):
        raise Refused(f"{name}: not a CSL-JSON record (an object with id, title, issued …)")
    return _record(name, item)


def _record(name: str, item: dict[str, Any]) -> SidecarRecord:
    values: dict[str, str] = {}
    warnings: list[str] = []
    for key, value in item.items():
        if key not in _KNOWN:
            warnings.append(f'{name}: unknown key "{key}"{nearest(key, _KNOWN)}')
            continue
        text = _date(value) if key in _DATES else _people(value) if key in _PEOPLE else _plain(value)
        text, wrong = checked("key" if key == "id" else key, text)
        if wrong:
            warnings.append(f'{name}: "{key}" {wrong}')
        elif text:
            values["key" if key == "id" else key] = text
    return record_from(name, values, warnings)


def _plain(value: object) -> str | None:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "; ".join(value)
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _date(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if not isinstance(value, dict):
        return None
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        try:
            numbers = [int(part) for part in parts[0][:3]]
        except (TypeError, ValueError):
            return str(parts[0])
        return "-".join([f"{numbers[0]:04d}", *(f"{number:02d}" for number in numbers[1:])])
    said = value.get("raw") or value.get("literal")
    return str(said) if said else None


def _people(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if not isinstance(value, list) or not all(isinstance(person, dict) for person in value):
        return None
    return "; ".join(filter(None, (_person(person) for person in value)))


def _person(person: dict[str, Any]) -> str:
    if person.get("literal"):
        return str(person["literal"])
    before = (person.get("dropping-particle"), person.get("non-dropping-particle"))
    family = " ".join(str(part) for part in (*before, person.get("family")) if part)
    given = " ".join(str(part) for part in (person.get("given"), person.get("suffix")) if part)
    return ", ".join(part for part in (family, given) if part)
