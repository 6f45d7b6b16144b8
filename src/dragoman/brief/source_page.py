"""The page of one source: its text as it was read, what rests on it, and its record with the origin of each value."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from dragoman.analysis.day_words import interval_in_words
from dragoman.brief.compose import Composition
from dragoman.brief.highlight import Highlight, marked, merged, paragraphs
from dragoman.brief.lettering import language_tag
from dragoman.brief.notes import Note, citation_of
from dragoman.model import Document, Event, Source

SHOWN = 90


@dataclass(slots=True)
class Resting:
    """What rests on one document: highlights, notes (number, quote, fragment) and events (event, fragment)."""

    highlights: list[Highlight] = field(default_factory=list)
    notes: list[tuple[int, str, str]] = field(default_factory=list)
    events: list[tuple[Event, str]] = field(default_factory=list)


def resting(composition: Composition, notes: Sequence[Note]) -> dict[str, Resting]:
    """What rests on each document, by the document's id: the brief's notes, reports of events, anchors of findings."""
    found: dict[str, Resting] = {}

    def at(document: str, start: int, end: int, kind: str, numbers: tuple[int, ...] = ()) -> tuple[Resting, str]:
        held = found.setdefault(document, Resting())
        held.highlights.append(Highlight(start, end, (kind,), numbers))
        return held, f"#a-{start}-{end}"

    for note in notes:
        for part in note.parts:
            if anchor := part.resolution.anchor:
                held, link = at(anchor.document, anchor.start, anchor.end, "cited", (note.number,))
                held.notes.append((note.number, anchor.quote, link))
    for event in composition.evidence.events:
        for report in event.reports:
            if observation := composition.evidence.observations.get(report):
                reading = observation.reading
                held, link = at(observation.document, reading.start, reading.end, "report")
                held.events.append((event, link))
    for finding in composition.evidence.findings:
        for anchor in finding.anchors:
            at(anchor.document, anchor.start, anchor.end, "finding")
    for anchor in composition.studies.anchors:
        at(anchor.document, anchor.start, anchor.end, "study")
    return found


def source_page(source: Source, composition: Composition, held: Resting) -> Markup:
    """One source as a page. Its text is escaped and never read as HTML; ids of spans are `a-<start>-<end>`."""
    document = composition.catalogue.document(source)
    language = composition.catalogue.language(source)
    title = source.record.value("title") or source.record.value("title-transliterated") or source.path
    events: dict[Event, list[str]] = {}
    for event, link in sorted(held.events, key=lambda pair: (_day(pair[0]), pair[0].id)):
        if link not in events.setdefault(event, []):
            events[event].append(link)
    return composition.render(
        "source.html",
        root="../", here="sources", language="en", title=title,
        title_language=language_tag(language), case_title=composition.evidence.case.title,
        source=source, heading=composition.letters(title, language),
        gloss=source.record.value("title-translated") if source.record.value("title") else None,
        citation=citation_of(source, language), note=source.record.value("note"),
        text_language=language_tag(document.language if document and document.language else language),
        state=document.state if document else "refused",
        kept=document.kept if document else 0, counted=document.counted if document else 0,
        warnings=document.warnings if document else ("Nothing of this source is stored.",),
        lines=tuple(_lines(document, held.highlights)) if document else (),
        fields=tuple(_fields(source, document, composition, language)),
        studied=any("study" in highlight.kinds for highlight in held.highlights),
        notes=tuple((number, composition.letters(_short(quote), language), link) for number, quote, link in held.notes),
        events=tuple(
            (event.label, interval_in_words(event.first, event.last, event.precision),
             f"../chronology.html#{event.id}", links)
            for event, links in events.items()
        ),
    )  # fmt: skip


def _lines(document: Document, highlights: Sequence[Highlight]) -> Iterator[tuple[str, Markup]]:
    """Each line of the text with its register ("" for the body), highlights set in."""
    spans = merged(highlight for highlight in highlights if highlight.end <= len(document.text))
    waiting = sorted(spans, key=lambda span: (span.start, -span.end))
    at = 0
    live: list[Highlight] = []
    seen: set[Highlight] = set()
    for start, end in paragraphs(document.text):
        while at < len(waiting) and waiting[at].start < end:
            live.append(waiting[at])
            at += 1
        live = [span for span in live if span.end > start]
        yield _register(document, start, end), marked(document.text, start, end, live, seen)


def _register(document: Document, start: int, end: int) -> str:
    for passage in document.passages:
        if passage.start <= start and end <= passage.end and passage.register != "body":
            return "".join(letter for letter in passage.register if letter.isalnum() or letter == "-")
    return ""


LABELS: Mapping[str, str] = {
    "title": "Title", "title-transliterated": "Reading", "title-translated": "Translation",
    "container-title": "Outlet", "publisher": "Publisher", "author": "Author", "issued": "Date",
    "accessed": "Accessed", "language": "Language", "page": "Page", "volume": "Volume", "edition": "Edition",
    "reported": "First reported", "reported-when": "Reported", "photographs": "Photographs",
    "URL": "Address", "type": "Kind", "keyword": "Keywords", "note": "Note",
}  # fmt: skip


def _fields(
    source: Source, document: Document | None, composition: Composition, language: str
) -> Iterator[tuple[str, Markup, str, str]]:
    """Rows of the record: name, value, address where the value is one, and where the value came from."""
    original = {"title", "container-title", "publisher", "author"}
    for entry in source.record.fields:
        prior = language if entry.name in original else "en"
        link = entry.value if entry.value.startswith(("https://", "http://")) else ""
        yield LABELS.get(entry.name, entry.name), composition.letters(entry.value, prior), link, entry.basis
    for name, value in (("Vehicle", source.vehicle), ("Reliability", source.reliability), ("File", source.path)):
        if value:
            yield name, composition.letters(value, language), "", ""
    if document:
        kept = f"{document.kept} of {document.counted} characters" if document.counted else ""
        for name, value in (("Read by", document.reader), ("Kept", kept), ("SHA-256", document.sha256)):
            if value:
                yield name, composition.letters(value), "", ""


def _day(event: Event) -> date:
    return event.first or event.last or date.max


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
