"""A text as formulations are counted in it, and dates of day, month or year precision as sortable numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.analysis.formulations.ladders import Ladders
from dragoman.model import Document, Passage, Source

_PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Text:
    """One document with what its counts are broken down by.

    `published` is an ISO day, month or year, or None. `rung` names the rung of the authority ladder that its vehicle
    stands on (see `ladders`), "" where it is not known.
    """

    document: str
    text: str
    published: str | None = None
    language: str = "zh"
    outlet: str = ""
    rung: str = ""
    key: str = ""
    passages: tuple[Passage, ...] = ()


def texts_of(documents: Iterable[Document], sources: Mapping[str, Source], ladders: Ladders) -> Iterator[Text]:
    """The texts of documents, each with its outlet and rung; `sources` are by id. Refused documents are left out."""
    for document in documents:
        if document.state == "refused" or not document.text:
            continue
        source = sources[document.source]
        record = source.record
        title, outlet = record.value("title") or "", record.value("container-title") or record.value("publisher") or ""
        rung = ladders.rung(source.vehicle or record.value("type") or "", outlet, title)
        yield Text(
            document.id, document.text, document.published, document.language, outlet or _shelf(source.path),
            rung.id if rung else "", source.key, document.passages,
        )  # fmt: skip


def _shelf(path: str) -> str:
    """Where a source without an outlet comes from: the archive, table or folder that holds it.

    >>> _shelf("mfa.jsonl!mfa-1000"), _shelf("readouts/n1.txt"), _shelf("n1.txt")
    ('mfa.jsonl', 'readouts', '')
    """
    if "!" in path:
        return path.split("!", maxsplit=1)[0]
    return path.rpartition("/")[0]


def period(published: str | None) -> int:
    """A date as yyyymmdd, with 00 for what is not known; 0 for an undated text. Smaller is earlier.

    >>> period("2018-05-09"), period("2018"), period(None)
    (20180509, 20180000, 0)
    """
    found = _PUBLISHED.match(published or "")
    if not found:
        return 0
    year, month, day = (int(part or 0) for part in found.groups())
    return year * 10_000 + month * 100 + day


def period_in_words(value: int) -> str | None:
    """The ISO text of a period, None for an undated one.

    >>> period_in_words(20180509), period_in_words(20180000), period_in_words(0)
    ('2018-05-09', '2018', None)
    """
    if not value:
        return None
    year, month, day = value // 10_000, value // 100 % 100, value % 100
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def register_at(passages: tuple[Passage, ...], place: int) -> str:
    """The register of the passage that a place stands in: "body" between passages and where there are none.

    >>> register_at((Passage(0, 9, "question"), Passage(10, 22, "answer")), 12)
    'answer'
    """
    low, high = 0, len(passages)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if passages[middle].start <= place else (low, middle)
    holds = low > 0 and place < passages[low - 1].end
    return passages[low - 1].register if holds else "body"
