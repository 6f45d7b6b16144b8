"""The case folder's `case.toml`: read strictly, so that a slip of the pen is told and never silently ignored."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dragoman.model import Case, RoundGrammar, Track
from dragoman.sources.case_classes import classes
from dragoman.sources.case_tables import claims, doctrine, formulations, readouts
from dragoman.sources.case_values import NAME, only, shown, text, texts
from dragoman.sources.errors import CaseError, nearest
from dragoman.sources.limits import limits_from

_KEYS = (
    "title",
    "author",
    "first",
    "last",
    "languages",
    "tracks",
    "rounds",
    "limits",
    "claims",
    "formulations",
    "doctrine",
    "readouts",
    "classes",
)
_TRACK_KEYS = ("id", "title", "between", "types")
_LANGUAGES = ("zh", "en", "ja", "ko")


def load_case(folder: Path) -> Case:
    """Read `folder`/case.toml.

    Keys: title (required), author, first and last (days, as TOML dates or ISO text), languages, [[tracks]] (id, title,
    between, types), [rounds] (opens, once), [limits], [[classes]] (see `case_classes`), and what its pages show (see
    `case_tables`): [[claims]], [formulations], [doctrine], [[readouts]]. Raises CaseError with one clear line for a
    missing folder or file, a mistake of TOML's grammar (with its line), an unknown key (with the nearest known one), a
    wrong type or an impossible date.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as name:
    ...     _ = Path(name, "case.toml").write_text('title = "Three visits"\\nfirst = 2018-03-01\\n', encoding="utf-8")
    ...     case = load_case(Path(name))
    >>> case.title, case.first
    ('Three visits', datetime.date(2018, 3, 1))
    """
    data = _parsed(folder)
    only(data, _KEYS, NAME)
    if "title" not in data:
        raise CaseError(f'{NAME}: no title; add a line: title = "…"')
    first, last = _day(data, "first"), _day(data, "last")
    tracks = _tracks(data)
    known = tuple(track.id for track in tracks)
    if first and last and last < first:
        raise CaseError(f"{NAME}: last ({last}) is before first ({first})")
    return Case(
        folder=folder,
        title=text(data, "title", NAME),
        first=first,
        last=last,
        languages=_languages(data),
        tracks=tracks,
        author=text(data, "author", NAME) if "author" in data else "",
        limits=_limits(data),
        rounds=_rounds(data),
        claims=claims(data, known),
        formulations=formulations(data, known),
        doctrine=doctrine(data),
        readouts=readouts(data),
        classes=classes(data),
    )


def _parsed(folder: Path) -> dict[str, Any]:
    if not folder.exists():
        raise CaseError(f"{folder}: no such folder; make a case with: dragoman init {folder}")
    if not folder.is_dir():
        raise CaseError(f"{folder}: a file, not a case folder; give the folder that holds {NAME}")
    try:
        written = (folder / NAME).read_bytes().decode("utf-8-sig")
        return tomllib.loads(written)
    except FileNotFoundError:
        line = f"{folder}: no {NAME} in this folder; make a case with: dragoman init {folder}"
        raise CaseError(line) from None
    except OSError as error:
        raise CaseError(f"{folder / NAME}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        line = f"{NAME}: byte {error.start} is not UTF-8; save the file as UTF-8"
        raise CaseError(line) from None
    except tomllib.TOMLDecodeError as error:
        said = str(error).replace("at end of document", f"at line {written.count(chr(10)) + 1}, the end of the file")
        raise CaseError(f"{NAME}: not valid TOML: {said}") from None


def _day(table: Mapping[str, Any], key: str) -> date | None:
    value = table.get(key)
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise CaseError(f'{NAME}: "{key}" must be a day as 2018-03-01, and is {shown(value)}') from None
    if isinstance(value, datetime) or not (value is None or isinstance(value, date)):
        raise CaseError(f'{NAME}: "{key}" must be a day as 2018-03-01, and is {shown(value)}')
    return value


def _languages(table: Mapping[str, Any]) -> tuple[str, ...]:
    if "languages" not in table:
        return _LANGUAGES
    chosen = texts(table, "languages", NAME)
    for name in chosen:
        if name not in _LANGUAGES:
            raise CaseError(f'{NAME}: "languages": unknown language "{name}"{nearest(name, _LANGUAGES)}')
    return chosen


def _tracks(table: Mapping[str, Any]) -> tuple[Track, ...]:
    rows = table.get("tracks", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise CaseError(f'{NAME}: "tracks" must be written as [[tracks]] tables, and is {shown(rows)}')
    tracks: list[Track] = []
    for number, row in enumerate(rows, start=1):
        where = f"{NAME}, [[tracks]] number {number}"
        only(row, _TRACK_KEYS, where)
        for key in ("id", "title"):
            if key not in row:
                raise CaseError(f'{where}: no {key}; add a line: {key} = "…"')
        name = text(row, "id", where)
        if any(track.id == name for track in tracks):
            raise CaseError(f'{where}: the id "{name}" is taken by an earlier track; give each its own')
        tracks.append(Track(name, text(row, "title", where), texts(row, "between", where), texts(row, "types", where)))
    return tuple(tracks)


def _rounds(table: Mapping[str, Any]) -> RoundGrammar:
    row = table.get("rounds", {})
    if not isinstance(row, dict):
        raise CaseError(f'{NAME}: "rounds" must be written as a [rounds] table, and is {shown(row)}')
    where = f"{NAME}, [rounds]"
    only(row, ("opens", "once"), where)
    grammar = RoundGrammar(texts(row, "opens", where), texts(row, "once", where))
    if bool(grammar.opens) != bool(grammar.once):
        raise CaseError(f'{where}: needs both opens and once, as opens = ["trade:tariff"] and once = ["talks:meet"]')
    return grammar


def _limits(table: Mapping[str, Any]) -> tuple[tuple[str, float], ...]:
    rows = table.get("limits", {})
    if not isinstance(rows, dict):
        raise CaseError(f'{NAME}: "limits" must be written as a [limits] table, and is {shown(rows)}')
    for key, value in rows.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise CaseError(f'{NAME}, [limits]: "{key}" must be a number, and is {shown(value)}')
    pairs = tuple((key, float(value)) for key, value in rows.items())
    limits_from(pairs)
    return pairs
