"""The watch list of a case: its questions, what has touched them, the events behind their base rates, the scores."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman import gazetteer
from dragoman.analysis.linkage import LinkageError, side
from dragoman.analysis.watchlist import Item, Scores, scored
from dragoman.engines.watching import read_watch, touched
from dragoman.extraction import load_frames
from dragoman.model import Anchor, Case, Event, Question
from dragoman.store import Store

MOST = 40  # places of a question's indicators that are shown


@dataclass(frozen=True, slots=True)
class WatchStudy:
    """The items of the watch list with their scores; by a question's id, where its indicators stand and what its base
    rate counts. `problems` are lines of the file that cannot be used."""

    items: tuple[Item, ...]
    problems: tuple[str, ...]
    scores: Scores
    touched: Mapping[str, tuple[tuple[str, Anchor], ...]]
    counted: Mapping[str, tuple[Event, ...]]

    @property
    def anchors(self) -> Iterator[Anchor]:
        """Every place that the page leads to."""
        for places in self.touched.values():
            yield from (anchor for _, anchor in places)


def watch_study(case: Case, store: Store) -> WatchStudy | None:
    """The watch list as it stands; None where it holds no question that can be used."""
    items, problems = read_watch(case)
    if not items:
        return None
    waiting = [item for item in items if item.resolution is None]
    events = store.events()
    return WatchStudy(
        items,
        problems,
        scored(items),
        {item.question.id: tuple(touched(store, item)[:MOST]) for item in waiting},
        {item.question.id: base_events(item.question, case, events) for item in items},
    )


def base_events(question: Question, case: Case, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events of a question's reference that began in the period of its base rate, by day.

    None where the question has no base rate, or its reference names what the case no longer has.
    """
    if not question.tries:
        return ()
    try:
        line = side(question.reference, events, case.tracks, load_frames(), gazetteer.load())
        first, last = (date.fromisoformat(day) for day in question.period.split("/"))
    except (LinkageError, ValueError):
        return ()
    held = [one for one in events if one.id in line.events and one.first in line.days]
    inside = [one for one in held if one.first and first <= one.first <= last and one.precision in ("day", "range")]
    return tuple(sorted(inside, key=lambda one: (str(one.first), one.id)))
