"""A record in TOML beside a document: CSL-JSON's names, with vehicle and reliability."""

import re
import tomllib
from datetime import date, datetime

from dragoman.model import BibliographicField
from dragoman.sources.bibliography import NAMES, SidecarRecord
from dragoman.sources.dates import is_iso, is_reported
from dragoman.sources.errors import Refused, nearest

KEYS = ("key", *NAMES, "vehicle", "reliability")


def read_toml(name: str, data: bytes) -> SidecarRecord:
    """Read a TOML sidecar. A key that is unknown, or a value that will not do, is told in `warnings` and left out.

    Raises Refused where the file is no TOML at all.

    >>> record = read_toml("n10.toml", 'key = "n10"\\ntitel = "声明"\\nissued = 2018-05-09\\n'.encode())
    >>> record.key, record.fields[0].value, record.warnings
    ('n10', '2018-05-09', ('n10.toml: unknown key "titel"; did you mean "title"?',))
    """
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refused(f"{name}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refused(f"{name}: not valid TOML: {error}") from None
    values: dict[str, str] = {}
    warnings: list[str] = []
    for key, value in table.items():
        if key not in KEYS:
            warnings.append(f'{name}: unknown key "{key}"{nearest(key, KEYS)}')
            continue
        text, wrong = checked(key, _as_text(value))
        if wrong:
            warnings.append(f'{name}: "{key}" {wrong}')
        elif text:
            values[key] = text
    return record_from(name, values, warnings)


def record_from(name: str, values: dict[str, str], warnings: list[str]) -> SidecarRecord:
    """A sidecar's record from its checked values."""
    special = ("key", "vehicle", "reliability")
    fields = tuple(BibliographicField(k, v, f"sidecar {name}") for k, v in values.items() if k not in special)
    return SidecarRecord(
        name, values.get("key"), fields, values.get("vehicle"), values.get("reliability"), tuple(warnings)
    )


def checked(key: str, text: str | None) -> tuple[str, str]:
    """A value in its record's form, and what is wrong with it ("" where nothing is).

    >>> checked("reliability", "b"), checked("issued", "May 2018")
    (('B', ''), ('', 'must be a day, month or year as 2018-05-09, 2018-05 or 2018, and is "May 2018"'))
    """
    if text is None:
        return "", "must be text"
    text = " ".join(re.sub("[\x00-\x1f\x7f\ud800-\udfff]", " ", text).split())
    if key == "reliability":
        text = text.upper()
    wrong = _wrong(key, text) if text else ""
    return ("", f'must be {wrong}, and is "{text}"') if wrong else (text, "")


def _wrong(key: str, text: str) -> str:
    """What a value of this key must be, where it is not; "" where nothing is wrong."""
    if key in ("issued", "accessed") and not is_iso(text):
        return "a day, month or year as 2018-05-09, 2018-05 or 2018"
    if key == "reported" and not is_reported(text):
        return "a day or a time with its zone as 2018-06-19 or 2018-06-19T10:00+08:00"
    if key == "reported-when" and text not in ("before", "during", "after"):
        return "before, during or after (the event that is reported)"
    if key == "reliability" and text not in tuple("ABCDEF"):
        return "a letter from A to F (NATO Admiralty code)"
    return ""


def _as_text(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    return None
