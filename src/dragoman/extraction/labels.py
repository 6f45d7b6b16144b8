"""A short English line for an event, from its data."""

import re

from dragoman.extraction.conflicts import number
from dragoman.extraction.frames import load_frames
from dragoman.gazetteer import Gazetteer
from dragoman.model import Event, Quantity

_LAST = re.compile(r" (?:with|on|against|to|from)$")
_UNITS = {"USD": "$", "JPY": "¥", "EUR": "€", "GBP": "£"}


def label(event: Event, gazetteer: Gazetteer) -> str:
    """Who did what to whom, where, and the first three quantities.

    >>> from dragoman.gazetteer import load
    >>> from datetime import date
    >>> day = date(2018, 5, 7)
    >>> told = (day, day, "day", "dalian", "done")
    >>> label(Event("ev", "visit", "CONSULT", 1, ("kim-jong-un",), ("CHN",), *told, None, "", (), 1), load())
    'Kim Jong-un visits China (Dalian)'
    """
    actors = [gazetteer.name(actor) for actor in event.actors]
    recipients = _recipients(event, gazetteer)
    verb = _verb(event, plural=len(actors) > 1)
    alone = _done_to(event)
    words = [_list(recipients), alone] if alone else [_list(actors) or "Somebody", verb, _list(recipients)]
    text = " ".join(word for word in words if word)
    place = f" ({gazetteer.name(event.place)})" if event.place and event.place not in event.recipients else ""
    numbers = [shown for shown in map(quantity_in_words, event.quantities) if shown][:3]
    return text + place + (f": {', '.join(numbers)}" if numbers else "")


def _done_to(event: Event) -> str:
    """The frame's words for an event that tells only to whom it was done; "" where it has none."""
    frame = load_frames().get(event.type)
    if event.actors or frame is None or event.status != "done" or len(event.recipients) != 1:
        return ""
    return frame.label.get("alone", "")


def _recipients(event: Event, gazetteer: Gazetteer) -> list[str]:
    parties: list[str] = list(event.recipients)
    if event.type == "visit":
        parties = [gazetteer.state_of(party) or party for party in parties]
    return list(dict.fromkeys(gazetteer.name(party) for party in parties))


def _verb(event: Event, plural: bool) -> str:
    frame = load_frames().get(event.type)
    if frame is None:
        return event.type
    one, many = frame.label["one"], frame.label["many"]
    if event.status in frame.label:
        one = many = frame.label[event.status]
    elif event.status == "planned":
        one = many = f"to {many}"
    elif event.status == "denied":
        one, many = f"does not {many}", f"do not {many}"
    elif event.status == "conditional":
        one = many = f"may {many}"
    if event.recipients or "bare" not in frame.label:
        return many if plural else one
    if event.status in ("done", "in force") and not plural:
        return frame.label["bare"]
    return _LAST.sub("", many if plural else one)


def _list(names: list[str]) -> str:
    if len(names) > 4:
        names = [*names[:3], f"{len(names) - 3} others"]
    return names[0] if len(names) == 1 else " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def quantity_in_words(q: Quantity) -> str:
    """A quantity as a label gives it; "" where a bound is open.

    >>> quantity_in_words(Quantity(0, 3, "25%", "percent", 25.0, 25.0, "%"))
    '25 %'
    """
    if q.low is None or q.high is None:
        return ""
    if q.kind == "percent":
        return f"{number(q)} {q.unit}s" if q.unit and q.unit != "%" else f"{number(q)} %"
    if q.kind == "money" and q.currency:
        scale, word = (1e9, " bn") if q.low >= 1e9 else (1e6, " m") if q.low >= 1e6 else (1.0, "")
        low, high = f"{q.low / scale:,.6g}", f"{q.high / scale:,.6g}"
        return f"{_UNITS.get(q.currency, q.currency + ' ')}{low if low == high else f'{low}-{high}'}{word}"
    unit = q.unit if q.unit and q.unit.isascii() else "items"
    return f"{number(q)} {unit}" if q.kind == "count" else ""
