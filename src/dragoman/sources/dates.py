"""Dates of publication as pages, records and file names write them, to ISO 8601 text of day, month or year."""

import re
from datetime import date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = re.compile(r"(?<!\d)(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?!\d)")
_PACKED = re.compile(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
_ENGLISH = (
    re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(\d{{4}})\b", re.IGNORECASE),
)
_MONTH_ONLY = re.compile(r"(?<!\d)(\d{4})\s*[-/.年년]\s*(\d{1,2})(?:\s*[月월]|(?![\d/.-]))")
_YEAR_ONLY = re.compile(r"^\s*(\d{4})\s*[年년]?\s*$")


def issued_in(text: str) -> str | None:
    """The first date in a short text, as "2018-05-09", "2018-05" or "2018"; None where there is none.

    >>> issued_in("2018年5月9日 17:40"), issued_in("May 9, 2018"), issued_in("2018-05"), issued_in("2018")
    ('2018-05-09', '2018-05-09', '2018-05', '2018')
    """
    found = [day for day in (_numeric(text), _packed(text), _english(text)) if day]
    if found:
        return found[0]
    month = _MONTH_ONLY.search(text)
    if month and 1 <= int(month[2]) <= 12:
        return f"{int(month[1]):04d}-{int(month[2]):02d}"
    year = _YEAR_ONLY.match(text)
    return year[1] if year and int(year[1]) > 0 else None


def issued_in_name(name: str) -> str | None:
    """The day or month that a file's name carries; a bare year is not taken for a date.

    >>> issued_in_name("2022-11-04_407.html"), issued_in_name("t20221104_10800749.shtml"), issued_in_name("g20.txt")
    ('2022-11-04', '2022-11-04', None)
    """
    spaced = name.rsplit(".", 1)[0].replace("_", " ")
    found = issued_in(spaced)
    return found if found and len(found) > 4 else None


def _numeric(text: str) -> str | None:
    return next((day for m in _DAY.finditer(text) if (day := _day(m[1], m[2], m[3]))), None)


def _packed(text: str) -> str | None:
    return next((day for m in _PACKED.finditer(text) if (day := _day(m[1], m[2], m[3]))), None)


def _english(text: str) -> str | None:
    for number, pattern in enumerate(_ENGLISH):
        for m in pattern.finditer(text):
            month, day = (m[1], m[2]) if number == 0 else (m[2], m[1])
            if found := _day(m[3], str(_MONTHS.index(month[:3].lower()) + 1), day):
                return found
    return None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def is_iso(text: str) -> bool:
    """Whether a text is a day, month or year of ISO 8601 that exists.

    >>> is_iso("2018-02-30"), is_iso("2018-02"), is_iso("2018")
    (False, True, True)
    """
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        return False
    year, month, day = (*text.split("-"), "01", "01")[:3]
    return _day(year, month, day) is not None


def is_reported(text: str) -> bool:
    """Whether a text is a day, or a time of day with its zone, as ISO 8601 writes them.

    >>> is_reported("2018-06-19"), is_reported("2018-06-19T10:00+08:00"), is_reported("2018-06-19T10:00")
    (True, True, False)
    """
    if len(text) == 10:
        return is_iso(text)
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)", text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
