"""Three tariff moves and three visits of 2018 as events placed by hand, and the claims about them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from dragoman.model import Case, ClaimAsked, Event, RoundGrammar, Track
from tests.brief.making import CASE, visit

MOVES = (date(2018, 3, 22), date(2018, 6, 15), date(2018, 7, 6))
VISITS = (date(2018, 3, 25), date(2018, 5, 7), date(2018, 6, 19))
TRACKS = (Track("visits", "China–North Korea"), Track("trade", "US–China trade"), Track("calls", "Calls"))


def move(name: str, day: date, **changes: object) -> Event:
    made = visit(name, (day, day), ())
    fields = {"type": "tariff", "track": "trade", "actors": ("USA",), "recipients": ("CHN",), "precision": "day"}
    return replace(made, **{**fields, **changes})  # type: ignore[arg-type]


EVENTS = (
    *(move(f"Move {number}", day) for number, day in enumerate(MOVES, 1)),
    *(visit(f"Visit {number}", (day, day), ()) for number, day in enumerate(VISITS, 1)),
    visit("A visit of May or June 2018", (date(2018, 5, 1), date(2018, 6, 30)), (), ),
)  # fmt: skip
EVENTS = (*EVENTS[:-1], replace(EVENTS[-1], precision="month"))


def case(folder: Path, *claims: ClaimAsked, rounds: RoundGrammar | None = None) -> Case:
    return replace(CASE, folder=folder, tracks=TRACKS, claims=claims, rounds=rounds or RoundGrammar())
