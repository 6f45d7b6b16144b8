"""What each speaker calls what is disputed: 钓鱼岛 or 尖閣諸島, 북한 or 조선민주주의인민공화국."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.gazetteer.entity import within
from dragoman.gazetteer.errors import GazetteerError
from dragoman.gazetteer.rows import LANGUAGES, parse_yaml, read_date

_KEYS = {"form", "lang", "by", "since", "until", "source"}


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it is written, its language, the rows of those whose official texts use it, and its source.

    `since` and `until` are ISO days, months or years of a change of habit; None where none is known.
    """

    form: str
    language: str
    speakers: tuple[str, ...]
    source: str
    since: str | None = None
    until: str | None = None

    def used_on(self, day: str) -> bool:
        """Whether its speakers used it on this ISO day, as far as is known.

        >>> Form("남조선", "ko", ("PRK",), "KCNA", until="2023").used_on("2024-01-15")
        False
        """
        return within(day, self.since or "", self.until)


def read_forms(path: Path, known: Collection[str]) -> dict[str, tuple[Form, ...]]:
    """The forms of each disputed row or topic; `known` are the ids of the gazetteer.

    Raises GazetteerError with file and row where an id has no row or a key is missing or unknown.
    """
    forms: dict[str, tuple[Form, ...]] = {}
    rows = parse_yaml(path)
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        where = f"{path.name}, row {number}"
        if not isinstance(row, dict) or len(row.keys() & {"of", "topic"}) != 1:
            raise GazetteerError(f"{where}: needs of (an id) or topic, and a list of forms, not {row!r}")
        if not isinstance(row.get("forms"), list):
            raise GazetteerError(f"{where}: forms must be a list, not {row.get('forms')!r}")
        name = str(row.get("of") or row.get("topic"))
        if "of" in row and name not in known:
            raise GazetteerError(f"{where}: of names {name!r}, which has no row; write topic, or mend the id")
        if name in forms or ("topic" in row and name in known):
            raise GazetteerError(f"{where}: {name!r} is taken; keep one row for each")
        forms[name] = tuple(_form(form, f"{where} ({name})", known) for form in row["forms"])
    return forms


def _form(row: Any, where: str, known: Collection[str]) -> Form:
    if not isinstance(row, dict) or not {"form", "lang", "by", "source"} <= row.keys() <= _KEYS:
        raise GazetteerError(f"{where}: a form needs form, lang, by, source, and may have since and until, not {row!r}")
    if row["lang"] not in LANGUAGES:
        raise GazetteerError(f"{where}: language {row['lang']!r} is none of {', '.join(LANGUAGES)}")
    speakers = [str(name) for name in row["by"]] if isinstance(row["by"], list) else []
    if not speakers or (unknown := [name for name in speakers if name not in known]):
        wrong = unknown[0] if speakers else row["by"]
        raise GazetteerError(f"{where}: by names {wrong!r}, which has no row; give a list of ids")
    since, until = read_date(row, "since", where), read_date(row, "until", where)
    return Form(str(row["form"]), row["lang"], tuple(speakers), str(row["source"]), since, until)
