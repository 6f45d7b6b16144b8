"""Plain findings that a chronology can honestly give: how much, how well witnessed, where reports differ, what is
silent.

Each sentence says only what its events and records hold; none says why.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from operator import attrgetter

from dragoman.analysis.chronology import OTHER, lane_of
from dragoman.analysis.day_words import day_in_words, interval_in_words
from dragoman.model import Anchor, Conflict, Document, Event, Finding, Observation, Source, Track, content_id

Pairs = tuple[tuple[str, str], ...]

ANALYSES = ("tracks", "witnesses", "conflicts", "gaps")
GAPS = 3
SHORTEST_GAP = 2
FIELD_NAMES = {
    "date": "the date", "place": "the place", "status": "the status", "percent": "the percentage",
    "number": "a number", "ordinal": "an ordinal", "money": "the sum", "count": "the count",
}  # fmt: skip
_PLACE = attrgetter("document", "start", "end", "quote")
DAYS = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class _Ground:
    """What findings rest on: the spans of the reports, documents, sources and names, by id."""

    spans: Mapping[str, Anchor]
    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    names: Mapping[str, str]

    def anchors(self, reports: Iterable[str]) -> tuple[Anchor, ...]:
        """The spans of the reports that are at hand, each once, in the order of the documents' ids and places."""
        return tuple(sorted({self.spans[report] for report in reports if report in self.spans}, key=_PLACE))

    def outlet(self, report: str) -> str:
        """Who says it: the outlet with the source's key, or the key alone."""
        span = self.spans.get(report)
        document = self.documents.get(span.document) if span else None
        source = self.sources.get(document.source) if document else None
        if source is None:
            return "a source that is not at hand"
        name = source.record.value("container-title") or source.record.value("publisher")
        return f"{name} ({source.key})" if name else source.key


def findings(  # noqa: PLR0913, PLR0917 (what a case holds, in the order it is made)
    events: Sequence[Event],
    observations: Iterable[Observation],
    documents: Iterable[Document],
    sources: Iterable[Source],
    tracks: Sequence[Track],
    first: date | None = None,
    last: date | None = None,
    names: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """All plain findings of a case, in a fixed order: tracks, witnesses, conflicts, gaps.

    `documents` are the current ones; `first` and `last` are the case's period, which bounds the gaps (without it, the
    first and the last dated source do). `names` gives display names for gazetteer ids. The ids of findings come
    from what each says.

    >>> findings([], [], [], [], [])
    ()
    """
    current = sorted(documents, key=lambda document: document.id)
    ground = _Ground(
        {observation.id: observation.anchor for observation in observations},
        {document.id: document for document in current},
        {source.id: source for source in sources},
        names or {},
    )
    ordered = sorted(events, key=lambda event: (event.first or event.last or date.max, event.id))
    return (
        *_by_track(ordered, tracks, ground),
        *_single_witness(ordered, ground),
        *_conflicts(ordered, ground),
        *_gaps(current, first, last),
    )


def _by_track(events: Sequence[Event], tracks: Sequence[Track], ground: _Ground) -> Iterator[Finding]:
    titles = {track.id: track.title for track in tracks}
    lanes: dict[str, list[Event]] = {track.id: [] for track in tracks}
    for event in events:
        lanes.setdefault(lane_of(event, titles), []).append(event)
    for lane, held in lanes.items():
        if not held:
            continue
        title = titles.get(lane, "Outside the tracks of this case")
        days = [day for event in held for day in (event.first, event.last) if day]
        span = f" ({interval_in_words(min(days), max(days))})" if days else ""
        undated = sum(event.first is None and event.last is None for event in held)
        yield _finding(
            ("tracks", "descriptive"), f"{title}: {_count(len(held), 'event')}{span}.", held, ground,
            figures=(("events", str(len(held))), ("undated", str(undated))),
            parameters=(("track", lane if lane in titles else OTHER),),
        )  # fmt: skip


def _single_witness(events: Sequence[Event], ground: _Ground) -> Iterator[Finding]:
    single = [event for event in events if event.witnesses <= 1]
    if single:
        verb = "rests" if len(single) == 1 else "rest"
        sentence = f"{len(single)} of {_count(len(events), 'event')} {verb} on a single witness."
        yield _finding(
            ("witnesses", "single witness"), sentence, single, ground,
            figures=(("events", str(len(events))), ("single", str(len(single)))),
        )  # fmt: skip


def _conflicts(events: Sequence[Event], ground: _Ground) -> Iterator[Finding]:
    for event in events:
        for conflict in event.conflicts:
            field = field_in_words(conflict.field)
            said = conflict_in_words(conflict, ground.outlet, ground.names)
            sentence = f"Reports differ on {field} of “{event.label}”: {said}."
            reports = [report for _value, given in conflict.values for report in given]
            anchors = ground.anchors(reports)
            yield Finding(
                content_id("fi", "conflicts", sentence, *(anchor.id for anchor in anchors)),
                "conflicts", "conflict", sentence, anchors, (event.id,),
                (("values", str(len(conflict.values))),), (("field", conflict.field),),
            )  # fmt: skip


def field_in_words(field: str) -> str:
    """What reports differ on: the name of a conflict's field, with the currency or unit where it has one.

    >>> [field_in_words(name) for name in ("date", "percent", "money USD", "count items")]
    ['the date', 'the percentage', 'the sum (USD)', 'the count (items)']
    """
    kind, _, unit = field.partition(" ")
    return FIELD_NAMES.get(kind, kind) + (f" ({unit})" if unit else "")


def conflict_in_words(conflict: Conflict, outlet: Callable[[str], str], names: Mapping[str, str] | None = None) -> str:
    """Who says what: "朝日新聞 (n7): 7–8 May 2018; KCNA (n8): 8–9 May 2018", given a name for each report's outlet.

    >>> places = Conflict("place", (("Dalian", ("ob-1",)), ("Beijing", ("ob-2",))))
    >>> conflict_in_words(places, {"ob-1": "A", "ob-2": "B"}.__getitem__)
    'A says Dalian, B says Beijing'
    """
    said = []
    for value, reports in conflict.values:
        outlets = sorted({outlet(report) for report in reports}) or ["a source"]
        verb = "says" if len(outlets) == 1 else "say"
        said.append(f"{' and '.join(outlets)} {verb} {value_in_words(value, names)}")
    return ", ".join(said)


def value_in_words(value: str, names: Mapping[str, str] | None = None) -> str:
    """A conflict's value: ISO days and intervals in words, gazetteer ids by their `names`, anything else as it stands.

    >>> value_in_words("2018-06-08/2018-06-09")
    '8–9 June 2018'
    >>> value_in_words("Dalian")
    'Dalian'
    """
    if names and value in names:
        return names[value]
    parts = value.split("/") if "/" in value else [value, value]
    days = [None if part in {"", ".."} else part for part in parts]
    if len(days) != 2 or not any(days) or not all(day is None or DAYS.fullmatch(day) for day in days):
        return value
    try:
        first, last = (date.fromisoformat(day) if day else None for day in days)
    except ValueError:
        return value
    return interval_in_words(first, last)


def _gaps(documents: Sequence[Document], first: date | None, last: date | None) -> Iterator[Finding]:
    """The longest stretches of days inside the period on which no source is dated."""
    by_day: dict[date, Document] = {}
    for document in documents:
        day = _day(document.published)
        if day and document.text and (first is None or day >= first) and (last is None or day <= last):
            by_day.setdefault(day, document)
    days = sorted(by_day)
    stretches = [((after - before).days - 1, before, after) for before, after in pairwise(days)]
    longest = sorted((s for s in stretches if s[0] >= SHORTEST_GAP), key=lambda s: (-s[0], s[1]))[:GAPS]
    for empty, before, after in sorted(longest, key=lambda s: s[1]):
        sentence = f"No source is dated between {_between(before, after)} ({empty} days)."
        anchors = tuple(_opening(by_day[day]) for day in (before, after))
        yield Finding(
            content_id("fi", "gaps", sentence, *(anchor.id for anchor in anchors)), "gaps", "gap", sentence, anchors,
            figures=(("days", str(empty)),),
            parameters=(("after", before.isoformat()), ("before", after.isoformat())),
            caveats=("Sources dated only to a month or a year are not counted.",),
        )  # fmt: skip


def _between(before: date, after: date) -> str:
    return f"{day_in_words(before).removesuffix(f' {after.year}')} and {day_in_words(after)}"


def _opening(document: Document) -> Anchor:
    """The first passage of a document, or its first line: what shows that the document is there."""
    if document.passages:
        start, end = document.passages[0].start, document.passages[0].end
    else:
        start = len(document.text) - len(document.text.lstrip())
        end = start + len(document.text[start:].split("\n", 1)[0].rstrip())
    return Anchor(document.id, start, end, document.text[start:end])


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _finding(  # noqa: PLR0913
    kind: tuple[str, str],
    sentence: str,
    events: Sequence[Event],
    ground: _Ground,
    *,
    figures: Pairs = (),
    parameters: Pairs = (),
) -> Finding:
    """A finding of this `kind` (analysis, verdict) that rests on every report of its events."""
    ids = tuple(event.id for event in events)
    anchors = ground.anchors(report for event in events for report in event.reports)
    return Finding(content_id("fi", kind[0], sentence, *ids), *kind, sentence, anchors, ids, figures, parameters)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
