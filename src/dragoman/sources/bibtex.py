"""A record in BibTeX or BibLaTeX beside a document."""

import re

from dragoman.sources.bibliography import SidecarRecord
from dragoman.sources.errors import Refused, nearest
from dragoman.sources.sidecar_toml import checked, record_from

# BibLaTeX's names (Kime, Wemheuer, Lehman: The biblatex Package, 2.2) and CSL-JSON's; None: known and not used.
_FIELDS: dict[str, str | None] = {
    "title": "title", "titletranslit": "title-transliterated", "title-transliterated": "title-transliterated",
    "titletranslated": "title-translated", "title-translated": "title-translated", "journal": "container-title",
    "journaltitle": "container-title", "booktitle": "container-title", "maintitle": "container-title",
    "container-title": "container-title", "publisher": "publisher", "institution": "publisher",
    "organization": "publisher", "school": "publisher", "howpublished": "medium", "author": "author",
    "editor": "editor", "translator": "translator", "language": "language", "langid": "language",
    "pages": "page", "volume": "volume", "edition": "edition", "url": "URL", "keywords": "keyword",
    "number": "issue", "issue": "issue", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "note": "note",
    "series": "collection-title", "address": "publisher-place", "location": "publisher-place",
    "vehicle": "vehicle", "reliability": "reliability", "date": None, "year": None, "month": None, "day": None,
    "urldate": None, "abstract": None, "annote": None, "file": None, "subtitle": None, "entrysubtype": None,
    "eprint": None, "eprinttype": None, "shorttitle": None, "chapter": None, "key": None, "crossref": None,
}  # fmt: skip
_TYPES = {
    "article": "article-journal", "book": "book", "incollection": "chapter", "inbook": "chapter",
    "inproceedings": "paper-conference", "report": "report", "techreport": "report", "thesis": "thesis",
    "phdthesis": "thesis", "mastersthesis": "thesis", "online": "webpage", "misc": "document",
}  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_bibtex(name: str, data: bytes) -> SidecarRecord:
    """Read a file with one entry. Authors become "Family, Given", joined by semicolons.

    What is unknown or will not do is told in `warnings`. Raises Refused where there is not exactly one entry.

    >>> read_bibtex("a.bib", b"@online{n1, title={Statement}, author={Yi Wang}, year=2018, month=may}").fields[2].value
    'Wang, Yi'
    """
    from bibtexparser.entrypoint import parse_string

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"{name}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    library = parse_string(text)
    entries = library.entries
    if len(entries) != 1:
        fault = "".join(f"; line {block.start_line or 0} is not valid BibTeX" for block in library.failed_blocks[:1])
        raise Refused(f"{name}: holds {len(entries)} entries; a sidecar holds the one of its document{fault}")
    entry = entries[0]
    given = {field.key.lower(): str(field.value) for field in entry.fields}
    values, warnings = _values(name, given)
    kind = "article-newspaper" if given.get("entrysubtype") == "newspaper" else _TYPES.get(entry.entry_type.lower())
    first = {"key": entry.key, **({"type": kind} if kind else {})}
    return record_from(name, {**first, **values}, warnings)


def _values(name: str, given: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    values: dict[str, str] = {}
    warnings: list[str] = []
    wanted = [(_FIELDS[key], key, value) for key, value in given.items() if _FIELDS.get(key)]
    dates = [("issued", "date", _issued(given)), ("accessed", "urldate", given.get("urldate", ""))]
    warnings += [f'{name}: unknown key "{key}"{nearest(key, _FIELDS)}' for key in given if key not in _FIELDS]
    for field, key, value in [*wanted, *dates]:
        plain = _people(value) if field in ("author", "editor", "translator") else _plain(value)
        plain = re.sub(r"\s*-{2,}\s*", "-", plain) if field == "page" else plain
        text, wrong = checked(str(field), plain)
        if wrong:
            warnings.append(f'{name}: "{key}" {wrong}')
        elif text:
            values.setdefault(str(field), text)
    if values.get("title") and given.get("subtitle"):
        values["title"] += f": {_plain(given['subtitle'])}"
    return values, warnings


def _issued(given: dict[str, str]) -> str:
    if "date" in given:
        return _plain(given["date"]).split("/")[0]
    year, month, day = (_plain(given.get(key, "")) for key in ("year", "month", "day"))
    if month[:3].lower() in _MONTHS:
        month = str(_MONTHS.index(month[:3].lower()) + 1)
    parts = [year, month.zfill(2) if month else "", day.zfill(2) if day and month else ""]
    return "-".join(part for part in parts if part) if year else ""


def _people(value: str) -> str:
    """BibTeX's list of names: "von Last, First and {Institution} and First Last"."""
    return "; ".join(_person(person.strip()) for person in re.split(r"\s+and\s+", value.strip()) if person.strip())


def _person(person: str) -> str:
    if person.startswith("{") or "," in person or " " not in person:
        return _plain(person)
    given, family = person.rsplit(" ", 1)
    return f"{_plain(family)}, {_plain(given)}"


def _plain(value: str) -> str:
    """Without the braces that only guard capitals, and with TeX's commonest escapes read."""
    value = re.sub(r"\\([&%$#_{}])", r"\1", value).replace("~", " ").replace("---", "—").replace("``", "“")
    return " ".join(re.sub(r"(?<!\\)[{}]", "", value).split())
