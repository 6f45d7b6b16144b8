"""A chronology on a page: the picture for wide screens, an overview and a list for narrow ones."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from dragoman.analysis.chronology import Chronology, busiest_span
from dragoman.analysis.day_words import interval_in_words
from dragoman.brief.compose import Composition
from dragoman.brief.event_rows import EventRow
from dragoman.brief.timeline import timeline
from dragoman.model import Case, Event

WIDE = 1160
NARROW = 350


def drawn_days(case: Case, events: Sequence[Event]) -> tuple[date | None, date | None]:
    """The days that a picture shows where nobody says which: the period of the case, else where the events crowd."""
    if case.first or case.last:
        return case.first, case.last
    return busiest_span(events) or (None, None)


def timeline_svg(shown: Chronology, composition: Composition, width: float = WIDE, name: str = "t") -> Markup:
    """The chronology as an SVG of this width, or nothing where it holds no dated event.

    Every event is a link to its row on the chronology page, with a title and a label for screen readers. `name` sets
    the picture's own ids apart from those of another picture on the page.
    """
    titles = {lane.id: lane.title for lane in shown.lanes}

    def describe(event: Event) -> str:
        parts = [
            f"{interval_in_words(event.first, event.last, event.precision)}: {event.label}",
            titles.get(event.track or "", ""),
            "1 witness" if event.witnesses == 1 else f"{event.witnesses} witnesses",
            "reports differ" if event.conflicts else "",
        ]
        return " · ".join(part for part in parts if part)

    drawn = timeline(shown, width, describe=describe)
    if drawn is None:
        return Markup("")
    return composition.render("timeline.svg", t=drawn, name=name, base="chronology.html")


def picture(  # noqa: PLR0913
    shown: Chronology, rows: Sequence[EventRow], composition: Composition, name: str, *, outside: int, caption: str = ""
) -> Markup:
    """The figure for a chronology: both widths of the picture, and a list of `rows` for narrow screens, if any.

    `outside` is how many dated events lie outside the days that are drawn.
    """
    return composition.render(
        "picture.html",
        wide=timeline_svg(shown, composition, WIDE, f"{name}w"),
        narrow=timeline_svg(shown, composition, NARROW, f"{name}n"),
        rows=rows,
        undated=len(shown.undated),
        caption=caption,
        outside=outside,
        listed=bool(rows),
        base="chronology.html",
    )
