"""The chronology as a picture: where each mark, label and count stands. `templates/timeline.svg` draws it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.analysis.chronology import Chronology, Lane, is_firm
from dragoman.analysis.day_words import MONTHS, interval_in_words
from dragoman.brief.overlays import Band, Join, Shade
from dragoman.brief.packing import pack, shortened, text_width, wrapped
from dragoman.brief.scale import Scale, Tick
from dragoman.model import Event

DOT = 10.0
BAR = 14.0
OPEN_BAR = 42.0
ROW = 22.0
SIZE = 12.5
LABEL = 170.0
ROOMY = 250.0
GAP = 12.0
BIN = 46.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One event: a `dot`, a `bar` or a `soft` bar from `x` to `right` at the height `y`, with its label."""

    event: Event
    shape: str
    x: float
    right: float
    y: float
    label: str
    label_x: float
    label_side: str
    title: str


@dataclass(frozen=True, slots=True)
class Count:
    """Events that found no row of their own: how many, where, and the first of them."""

    number: int
    x: float
    y: float
    event: Event
    title: str


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane as drawn: its title in lines, its top and height, its marks and counts."""

    title: tuple[str, ...]
    top: float
    height: float
    marks: tuple[Mark, ...]
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A whole picture, in pixels: everything that the template draws."""

    width: float
    height: float
    gutter: float
    axis: float
    scale: Scale
    lanes: tuple[LaneBox, ...]
    bands: tuple[Band, ...] = ()
    shades: tuple[Shade, ...] = ()
    joins: tuple[Join, ...] = ()

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The lines of the axis."""
        return self.scale.ticks()


@dataclass(frozen=True, slots=True)
class _Item:
    """An event before it has a row: its extent is what no other item of its row may touch."""

    event: Event
    shape: str
    x: float
    right: float
    said: str
    label: str
    label_x: float
    side: str
    extent: tuple[float, float]


def timeline(
    shown: Chronology,
    width: float = 1160,
    rows: int | None = None,
    describe: Callable[[Event], str] | None = None,
    head: float = 0.0,
) -> Timeline | None:
    """Lay out a chronology; None where it holds no dated event.

    From 600 px up each mark has its label and lane titles stand at the left; below, the picture is an overview: titles
    above the lanes, marks without labels. No two marks or labels of a lane lie on one another; what finds no place in
    `rows` rows is counted ("+12"): by default 12, and more where lanes are few. `describe` gives each event's full
    line, for its title; `head` leaves room above the lanes.
    """
    if not shown.events or shown.first is None or shown.last is None:
        return None
    wide = width >= 600
    gutter = 148.0 if wide else 0.0
    scale = Scale(shown.first, max(shown.last, shown.first), gutter + 12, width - 12)
    top = 34.0 + head
    boxes = []
    most = rows or (max(12, 40 // len(shown.lanes)) if wide else 6)
    for lane in shown.lanes:
        box = _lane(lane, scale, top, most, wide, describe or _line)
        boxes.append(box)
        top += box.height
    return Timeline(width, top + 6, gutter, 24.0, scale, tuple(boxes))


def _lane(  # noqa: PLR0913, PLR0917
    lane: Lane, scale: Scale, top: float, rows: int, wide: bool, describe: Callable[[Event], str]
) -> LaneBox:
    title = wrapped(lane.title, 13, 132) if wide else (lane.title,)
    head = 8.0 if wide else 26.0
    items = [_item(event, scale, wide) for event in lane.events]
    placed = pack([item.extent for item in items], rows, GAP if wide else 2)
    used = 1 + max((p.row for p in placed if p.row is not None), default=0)
    step = ROW if wide else 15.0
    rowed: dict[int, list[_Item]] = {}
    for p in placed:
        if p.row is not None:
            rowed.setdefault(p.row, []).append(items[p.item])
    marks = tuple(
        _mark(item, top + head + (row + 0.5) * step, describe)
        for row, held in sorted(rowed.items())
        for item in _spelled_out(sorted(held, key=lambda item: item.extent), scale)
    )
    left_over = [items[p.item] for p in placed if p.row is None]
    counts = _counts(left_over, scale, top + head + (used + 0.5) * step)
    lines = used + (1 if counts else 0)
    height = max(head + lines * step + 8, 16.0 * len(title) + 16)
    return LaneBox(title, top, height, marks, counts)


def _item(event: Event, scale: Scale, wide: bool) -> _Item:
    shape, x, right = _span(event, scale)
    if not wide:
        return _Item(event, shape, x, right, "", "", 0, "none", (x, right))
    said = f"{_day_numbers(event, scale)} {event.label}".strip()
    label = shortened(said, SIZE, LABEL)
    width = text_width(label, SIZE)
    wished = min(text_width(said, SIZE), ROOMY)
    if right + 6 + wished > scale.right + 8 and x - 6 - wished >= scale.left:
        label = shortened(said, SIZE, wished)
        width = text_width(label, SIZE)
    elif right + 6 + width <= scale.right + 8:
        return _Item(event, shape, x, right, said, label, right + 6, "start", (x, right + 6 + width))
    if x - 6 - width >= scale.left:
        return _Item(event, shape, x, right, said, label, x - 6, "end", (x - 6 - width, right))
    return _Item(event, shape, x, right, said, label, x + 6, "over", (x, max(right, x + 6 + width)))


def _spelled_out(row: Sequence[_Item], scale: Scale) -> list[_Item]:
    """The items of one row, from the left, each label grown into the room that its neighbours leave."""
    grown: list[_Item] = []
    for at, item in enumerate(row):
        free_left = grown[-1].extent[1] + GAP if grown else scale.left
        free_right = row[at + 1].extent[0] - GAP if at + 1 < len(row) else scale.right + 8
        room = item.x - 6 - free_left if item.side == "end" else free_right - item.label_x
        label = shortened(item.said, SIZE, max(room, LABEL)) if item.label else ""
        width = text_width(label, SIZE)
        left, right = item.extent
        extent = (item.label_x - width, right) if item.side == "end" else (left, max(right, item.label_x + width))
        grown.append(replace(item, label=label, extent=extent if label else item.extent))
    return grown


def _span(event: Event, scale: Scale) -> tuple[str, float, float]:
    """The shape of an event and its left and right edge; every mark is wide enough to see and to hit."""
    if event.first is None or event.last is None:
        known = event.first or event.last
        assert known is not None
        at = scale.end(known) if event.first is None else scale.start(known)
        left, right = (at - OPEN_BAR, at) if event.first is None else (at, at + OPEN_BAR)
        return "soft", *_inside(left, right, scale)
    x, right = scale.start(event.first), scale.end(event.last)
    if is_firm(event) and event.first == event.last:
        return "dot", *_inside((x + right - DOT) / 2, (x + right + DOT) / 2, scale)
    least = (BAR - (right - x)) / 2
    left, right = _inside(x - max(least, 0), right + max(least, 0), scale)
    return ("bar" if is_firm(event) else "soft"), left, right


def _inside(left: float, right: float, scale: Scale) -> tuple[float, float]:
    """Push a span into the scale without making it shorter, unless it is longer than the scale."""
    shift = max(scale.left - left, 0) or min(scale.right - right, 0)
    return max(left + shift, scale.left), min(right + shift, scale.right)


def _mark(item: _Item, y: float, describe: Callable[[Event], str]) -> Mark:
    return Mark(
        item.event, item.shape, item.x, item.right, y, item.label, item.label_x, item.side, describe(item.event)
    )


def _counts(items: Sequence[_Item], scale: Scale, y: float) -> tuple[Count, ...]:
    bins: dict[int, list[_Item]] = {}
    for item in items:
        bins.setdefault(int((item.x - scale.left) // BIN), []).append(item)
    counts = []
    for number, held in sorted(bins.items()):
        events = sorted(
            (item.event for item in held), key=lambda event: (event.first or event.last or date.max, event.id)
        )
        named = "; ".join(event.label for event in events[:5]) + ("; …" if len(events) > 5 else "")
        x = min(scale.left + (number + 0.5) * BIN, scale.right - BIN / 2)
        counts.append(Count(len(events), x, y, events[0], f"{len(events)} more: {named}"))
    return tuple(counts)


def _day_numbers(event: Event, scale: Scale) -> str:
    """The days in figures, as far as the axis does not tell them."""
    if event.first is None or event.last is None:
        known = event.first or event.last
        day = scale.named_days(known) if known else ""
        return day and (f"by {day}" if event.first is None else f"from {day}")
    first, last = scale.named_days(event.first), scale.named_days(event.last)
    if not is_firm(event) or not first:
        return ""
    if event.first == event.last:
        return first
    if (event.first.year, event.first.month) == (event.last.year, event.last.month):
        return f"{event.first.day}–{last}"
    return f"{event.first.day} {MONTHS[event.first.month - 1][:3]}–{event.last.day} {MONTHS[event.last.month - 1][:3]}"


def _line(event: Event) -> str:
    return f"{interval_in_words(event.first, event.last, event.precision)}: {event.label}"
