"""The picture of a chronology: nothing lies on anything else, nothing is lost, every mark can be seen and reached."""

import re
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.analysis import chronology
from dragoman.brief.compose import compose
from dragoman.brief.packing import pack, shortened, text_width
from dragoman.brief.picture import timeline_svg
from dragoman.brief.scale import Scale
from dragoman.brief.timeline import SIZE, Mark, timeline
from dragoman.model import Event, Track
from tests.brief.making import EVENTS, evidence

TRACKS = (Track("visits", "China–North Korea"), Track("trade", "US–China trade"))
BEGIN = date(2017, 1, 1)


def event(number: int, first: date | None, last: date | None, precision: str, *rest: str) -> Event:
    track, label = rest
    return Event(
        f"ev-{number}", "visit", "CONSULT", 1, (), (), first, last, precision, None, "done", track, label, (), 1
    )


@st.composite
def events(draw: st.DrawFn) -> list[Event]:
    made = []
    for number in range(draw(st.integers(1, 60))):
        first = BEGIN + timedelta(draw(st.integers(0, 700)))
        shape = draw(st.sampled_from(["day", "range", "month", "before", "after"]))
        last = first if shape == "day" else first + timedelta(draw(st.integers(1, 90)))
        label = draw(st.text("Kim visits 大連で会談", min_size=0, max_size=50))
        track = draw(st.sampled_from(["visits", "trade", "none"]))
        days = {"before": (None, last), "after": (first, None)}.get(shape, (first, last))
        made.append(event(number, *days, shape, track, label))
    return made


def extent(mark: Mark) -> tuple[float, float]:
    """The ink of a mark with its label, from left to right."""
    width = text_width(mark.label, SIZE)
    if not mark.label:
        return mark.x, mark.right
    left = mark.label_x - width if mark.label_side == "end" else mark.label_x
    return min(mark.x, left), max(mark.right, left + width)


@given(events(), st.sampled_from([350, 700, 1080]))
@settings(deadline=None)
def test_no_mark_or_label_lies_on_another_and_every_event_is_drawn_or_counted(held: list[Event], width: int):
    drawn = timeline(chronology(held, TRACKS), width)
    assert drawn is not None
    assert sum(len(lane.marks) + sum(c.number for c in lane.counts) for lane in drawn.lanes) == len(held)
    for lane in drawn.lanes:
        rows: dict[float, list[Mark]] = {}
        for mark in lane.marks:
            rows.setdefault(mark.y, []).append(mark)
            assert lane.top < mark.y < lane.top + lane.height
            assert mark.right - mark.x >= 9 or mark.shape != "dot"
            assert mark.right - mark.x >= 13.9 or mark.shape == "dot"
            assert mark.x >= drawn.gutter
            assert mark.right <= width
        for row in rows.values():
            ordered = sorted(map(extent, row))
            assert all(a[1] < b[0] for a, b in pairwise(ordered))
        places = sorted(count.x for count in lane.counts)
        assert all(b - a >= 22 for a, b in pairwise(places))


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(1, 80)), max_size=60), st.integers(1, 8))
def test_packing_never_overlaps_and_wastes_no_row(spans: list[tuple[float, float]], rows: int):
    extents = sorted((left, left + width) for left, width in spans)
    placed = pack(extents, rows, gap=3)
    by_row: dict[int, list[tuple[float, float]]] = {}
    for one in placed:
        if one.row is not None:
            by_row.setdefault(one.row, []).append(extents[one.item])
    for held in by_row.values():
        assert all(b[0] - a[1] >= 3 for a, b in pairwise(held))
    deepest = max((sum(a <= left < b + 3 for a, b in extents) for left, _right in extents), default=0)
    if deepest <= rows:
        assert all(one.row is not None for one in placed)


def test_five_hundred_events_in_two_years_stay_a_page_and_the_rest_is_counted():
    days = [BEGIN + timedelta(number * 3 % 730) for number in range(500)]
    held = [event(number, day, day, "day", "trade", f"Move {number} of many") for number, day in enumerate(days)]
    drawn = timeline(chronology(held, TRACKS))
    assert drawn is not None
    assert drawn.height < 600
    assert sum(c.number for lane in drawn.lanes for c in lane.counts) > 0


def test_a_visit_of_two_days_in_two_years_can_be_seen():
    held = [event(1, date(2018, 5, 7), date(2018, 5, 8), "range", "visits", "Dalian"),
            event(2, date(2017, 1, 1), date(2018, 12, 31), "range", "trade", "All along")]  # fmt: skip
    drawn = timeline(chronology(held, TRACKS))
    assert drawn is not None
    (mark,) = drawn.lanes[0].marks
    assert (mark.shape, round(mark.right - mark.x)) == ("bar", 14)


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2018, 3, 1), date(2018, 7, 18), ["Mar 2018", "Apr", "May", "Jun", "Jul"]),
        (date(2017, 11, 1), date(2018, 2, 28), ["Nov 2017", "Dec", "2018", "Feb"]),
        (date(2018, 5, 1), date(2018, 5, 31), ["7 May 2018", "14", "21", "28"]),
        (date(2006, 1, 1), date(2018, 12, 31), [str(year) for year in range(2006, 2019)]),
    ],
)
def test_the_axis_counts_weeks_months_or_years_by_the_span(first: date, last: date, labels: list[str]):
    assert [tick.label for tick in Scale(first, last, 0, 900).ticks()] == labels


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 40_000), st.sampled_from([350.0, 1080.0]))
def test_ticks_never_crowd(first: date, days: int, width: float):
    ticks = Scale(first, first + timedelta(days), 0, width).ticks()
    places = [tick.x for tick in ticks]
    assert all(b - a >= 40 for a, b in pairwise(places))


def test_the_svg_is_xml_and_every_event_is_a_link_with_a_title_and_a_label():
    made = compose(evidence())
    root = ElementTree.fromstring(str(timeline_svg(chronology(EVENTS, made.evidence.case.tracks), made)))
    space = "{http://www.w3.org/2000/svg}"
    links = root.findall(f".//{space}a")
    assert sorted(link.get("href", "") for link in links) == sorted(f"chronology.html#{e.id}" for e in EVENTS)
    titles = [link.findtext(f"{space}title") for link in links]
    assert titles[0] == "25–28 March 2018: Kim visits China: Beijing · China–North Korea · 2 witnesses · reports differ"
    assert [link.get("aria-label") for link in links] == titles
    assert len(root.findall(f".//{space}a[@class='event bar differs']")) == 1


@given(st.text(st.characters(exclude_categories=[]), max_size=30))
@settings(deadline=None)
def test_no_label_breaks_the_xml(label: str):
    made = compose(evidence())
    held = [event(1, BEGIN, BEGIN, "day", "visits", label)]
    svg = str(timeline_svg(chronology(held, made.evidence.case.tracks), made))
    ElementTree.fromstring(svg.encode("utf-8", "replace"))
    assert "<script" not in svg


def test_an_empty_chronology_has_no_picture():
    assert timeline(chronology([], TRACKS)) is None


@given(st.text(max_size=40), st.floats(20, 300))
def test_a_shortened_label_fits(text: str, width: float):
    cut = shortened(text, SIZE, width)
    assert text_width(cut, SIZE) <= width
    assert re.sub("…$", "", cut) in text or cut == text
