"""Numbered notes: one for each citation, in the order of the brief; in full the first time a source is named."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.brief.cite import Run, full_note, short_note
from dragoman.brief.draft import Draft
from dragoman.brief.evidence import Catalogue
from dragoman.brief.resolve import Resolution, resolve
from dragoman.model import Source


@dataclass(frozen=True, slots=True)
class NotePart:
    """One source in a note: what the citation came to, and the Chicago citation of the source (empty: unknown key)."""

    resolution: Resolution
    citation: tuple[Run, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number from 1, the line of the brief that calls it, and its sources."""

    number: int
    line: int
    parts: tuple[NotePart, ...]


def notes(draft: Draft, catalogue: Catalogue) -> tuple[Note, ...]:
    """The notes of a brief. Chicago numbers every note; a source is given in full once and in short form after that."""
    return tuple(_numbered(draft, catalogue))


def _numbered(draft: Draft, catalogue: Catalogue) -> Iterator[Note]:
    seen: set[str] = set()
    for number, citation in enumerate(draft.citations, 1):
        parts = []
        for cited in citation.parts:
            resolution = resolve(cited, catalogue)
            source = resolution.source
            runs: tuple[Run, ...] = ()
            language = "en"
            if source:
                language = catalogue.language(source)
                runs = citation_of(source, language, short=source.id in seen)
                seen.add(source.id)
            parts.append(NotePart(resolution, runs, language))
        yield Note(number, citation.line, tuple(parts))


def citation_of(source: Source, language: str, short: bool = False) -> tuple[Run, ...]:
    """The Chicago citation of a source; a source without a title is named by its file."""
    name = source.path.rsplit("/", 1)[-1]
    return (short_note if short else full_note)(source.record, language, name)


def rests_on(notes_of_brief: tuple[Note, ...]) -> dict[tuple[str, int, int], tuple[int, ...]]:
    """For each cited span (document, start, end) the numbers of the notes that rest on it."""
    found: dict[tuple[str, int, int], Counter[int]] = {}
    for note in notes_of_brief:
        for part in note.parts:
            anchor = part.resolution.anchor
            if anchor:
                found.setdefault((anchor.document, anchor.start, anchor.end), Counter())[note.number] += 1
    return {span: tuple(sorted(numbers)) for span, numbers in found.items()}
