"""Everything that is read off one text."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from dragoman.extraction.coreference import point_back
from dragoman.extraction.naming import candidates, find_names
from dragoman.extraction.protocol import read_protocol
from dragoman.extraction.reports import read_reports
from dragoman.extraction.scene import Readings
from dragoman.extraction.shapes import simplified
from dragoman.extraction.speech import read_statements
from dragoman.gazetteer import Gazetteer, digest, load
from dragoman.model import KINDS, Passage, Reading, Report, Sentence, mark

VERSION = "1"
_KIND_OF = {record: kind for kind, record in KINDS.items()}


@lru_cache(maxsize=1)
def extractor() -> str:
    """The extractor's name and version with a digest of every file of data it reads, languages and gazetteer included.

    >>> extractor().startswith("observe/1+")
    True
    """
    total = hashlib.sha256()
    here = Path(__file__).parent
    for folder in (here, here.parent / "languages" / "data"):
        for path in sorted(folder.rglob("*.yaml")):
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(path.read_bytes())
    total.update(digest().encode())
    return f"observe/{VERSION}+{total.hexdigest()[:12]}"


def observe(
    text: str,
    lang: str,
    published: date | str | None = None,
    passages: Sequence[Passage] = (),
    gazetteer: Gazetteer | None = None,
) -> tuple[Reading, ...]:
    """All that is read of a text, from sentences to event reports and statements, sorted by start, end and kind.

    `lang` is "en", "zh", "ja" or "ko"; `published` the ISO date (or year, or month) that relative times are reckoned
    from; `passages` give sentences their register. Pure: no clock, no database, no network. Offsets count code points.

    >>> [r.frame for r in observe("金正恩于2018年5月7日访问大连。", "zh") if isinstance(r, Report)]
    ['visit.zh[0]']
    """
    from dragoman import languages

    known = gazetteer or load()
    sentences = _registered(languages.sentences(text, lang), passages)
    times = list(languages.times(text, lang, published))
    quantities = list(languages.quantities(text, lang))
    mentions = known.find(text, lang, _day(published))
    pointing = point_back(text, lang, sentences, mentions, known)
    mentions = sorted([*mentions, *pointing], key=lambda m: (m.start, m.end, m.entity)) if pointing else mentions
    happening = [time for time in times if time.role in ("event", "effect")]
    readings = Readings(text, lang, published, sentences, happening, quantities, mentions)
    everything: list[Reading] = [*sentences, *times, *quantities, *mentions, *_reports(readings, known)]
    names = find_names(text, lang, mentions, known)
    everything += read_statements(readings, known, [name.end for name in names if name.kind != "place"])
    everything += read_protocol(readings, known, names)
    everything += candidates(text, names)
    return tuple(sorted(everything, key=_key))


def _reports(readings: Readings, known: Gazetteer) -> list[Report]:
    """The event reports; of Chinese as they stand in the text, read of its characters in their simplified shape."""
    if readings.language != "zh":
        return read_reports(readings, known)
    found = read_reports(replace(readings, text=simplified(readings.text)), known)
    return [replace(report, text=readings.text[report.start : report.end]) for report in found]


def _day(published: date | str | None) -> str | None:
    """The day of publication as an ISO string; None where it is not known to the day."""
    day = published.isoformat() if isinstance(published, date) else (published or "").strip()
    return day[:10] if re.fullmatch(r"\d{4}-\d\d-\d\d", day[:10]) else None


def _key(reading: Reading) -> tuple[int, int, str, str]:
    what = f"{reading.trigger[0]:09d}{reading.frame}" if isinstance(reading, Report) else mark(reading)
    return reading.start, reading.end, _KIND_OF[type(reading)], what


def _registered(sentences: Sequence[Sentence], passages: Sequence[Passage]) -> list[Sentence]:
    """Each sentence with the register of the smallest passage that it begins in."""
    rows = sorted(passages, key=lambda p: (p.end - p.start, p.start, p.register))
    found = []
    for sentence in sentences:
        register = next((p.register for p in rows if p.start <= sentence.start < p.end), sentence.register)
        found.append(Sentence(sentence.start, sentence.end, sentence.text, register))
    return found
