"""A chronology on a page: the picture for wide screens, an overview and a list for narrow ones."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from markupsafe import Markup

from dragoman.analysis.chronology import Chronology, busiest_span
from dragoman.analysis.day_words import interval_in_words
from dragoman.analysis.rounds import Round
from dragoman.brief.compose import Composition
from dragoman.brief.event_rows import EventRow
from dragoman.brief.overlays import BAND, bands
from dragoman.brief.timeline import Timeline, timeline
from dragoman.model import Case, Event

BASE = "chronology.html"
WIDE = 1160
NARROW = 350


def drawn_days(case: Case, events: Sequence[Event]) -> tuple[date | None, date | None]:
    """The days that a picture shows where nobody says which: the period of the case, else where the events crowd."""
    if case.first or case.last:
        return case.first, case.last
    return busiest_span(events) or (None, None)


def timeline_svg(
    shown: Chronology, composition: Composition, width: float = WIDE, name: str = "t", rounds: Sequence[Round] = ()
) -> Markup:
    """The chronology as an SVG of this width, or nothing where it holds no dated event; `rounds` stand at its head.

    Every event is a link to its row on the chronology page, with a title and a label for screen readers. `name` sets
    the picture's own ids apart from those of another picture on the page.
    """
    drawn = timeline(shown, width, describe=described(shown), head=BAND if rounds else 0)
    if drawn is None:
        return Markup("")
    drawn = replace(drawn, bands=bands(rounds, drawn.scale, BASE))
    return svg(drawn, composition, name, "Chronology, one lane a track")


def svg(drawn: Timeline, composition: Composition, name: str, said: str) -> Markup:
    """A timeline that was laid out, as an SVG; `said` is what it is called for screen readers."""
    return composition.render("timeline.svg", t=drawn, name=name, base=BASE, said=said)


def described(shown: Chronology) -> Callable[[Event], str]:
    """What the title of an event's mark says."""
    titles = {lane.id: lane.title for lane in shown.lanes}

    def describe(event: Event) -> str:
        parts = [
            f"{interval_in_words(event.first, event.last, event.precision)}: {event.label}",
            titles.get(event.track or "", ""),
            "1 witness" if event.witnesses == 1 else f"{event.witnesses} witnesses",
            "reports differ" if event.conflicts else "",
        ]
        return " · ".join(part for part in parts if part)

    return describe


def picture(  # noqa: PLR0913
    shown: Chronology,
    rows: Sequence[EventRow],
    composition: Composition,
    name: str,
    *,
    outside: int,
    caption: str = "",
    rounds: Sequence[Round] = (),
) -> Markup:
    """The figure for a chronology: both widths of the picture, and a list of `rows` for narrow screens, if any.

    `outside` is how many dated events lie outside the days that are drawn.
    """
    return composition.render(
        "picture.html",
        wide=timeline_svg(shown, composition, WIDE, f"{name}w", rounds),
        narrow=timeline_svg(shown, composition, NARROW, f"{name}n", rounds),
        rows=rows,
        undated=len(shown.undated),
        caption=caption,
        outside=outside,
        listed=bool(rows),
        base=BASE,
    )
