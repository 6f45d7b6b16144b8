"""Sentences coded before the frames were read: how many of their events are found, counted as `eval events` does.

When first measured, before any sentence of the set was looked at (and with the lines of data as they stood before):
sets 1 zh .68, ko .58, en .55, ja .57; sets 2 zh .79 (.65), ko .76 (.58), and of idioms en .39 (.26), ja .38 (.33); the
last sets zh .68 (.61), ko .65 (.54), en .70 (.62), ja .74 (.76).
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.extraction import load_frames, observe
from dragoman.extraction.evaluation import figures
from dragoman.extraction.gold import Coding, Deed, Side, of_readings

FOLDER = Path(__file__).parent
# What was reached after mending; what was found at first is told in the commits. A set read no longer is unseen.
FLOOR = {
    "unseen_en": 0.92,
    "unseen2_en": 0.61,
    "unseen3_en": 0.82,
    "unseen4_en": 0.79,
    "unseen5_en": 0.66,
    "unseen6_en": 0.73,
    "unseen_ja": 0.93,
    "unseen2_ja": 0.59,
    "unseen3_ja": 0.91,
    "unseen4_ja": 0.81,
    "unseen5_ja": 0.77,
    "unseen6_ja": 0.55,
    "unseen7_ja": 0.78,
    "unseen_zh": 0.89,
    "unseen2_zh": 0.84,
    "unseen3_zh": 0.82,
    "unseen_ko": 0.83,
    "unseen2_ko": 0.81,
    "unseen3_ko": 0.72,
}


def rows(name: str) -> list[list[str]]:
    loaded: list[list[str]] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return loaded


def coded(event: str) -> Deed:
    """The event of "type: actors > recipients; status; days"."""
    kind, told = event.split(":", 1)
    parties, status, days = (part.strip() for part in told.split(";"))
    actors, _, recipients = parties.partition(">")
    first, dots, last = days.partition("..")
    return Deed(
        kind, side(actors), side(recipients), (first or None, (last if dots else first) or None), status, None, (0, 0)
    )


def side(names: str) -> Side:
    """The parties of a list; "?" is one without a row."""
    known = [name.strip() for name in names.split(",") if name.strip()]
    return Side(frozenset(known) - {"?"}, known.count("?"))


def compared(name: str) -> list[tuple[Coding, Coding]]:
    lang = name.rsplit("_", maxsplit=1)[-1]
    return [
        (Coding(tuple(map(coded, events))), of_readings(observe(text, lang, day))) for day, text, *events in rows(name)
    ]


def test_every_set_has_a_floor() -> None:
    assert set(FLOOR) == {path.stem for path in FOLDER.glob("unseen*.yaml")}


@pytest.mark.parametrize("name", sorted(FLOOR))
def test_rows_name_types_that_there_are(name: str) -> None:
    assert {one.type for coding, _ in compared(name) for one in coding.events} <= set(load_frames())


@pytest.mark.parametrize(("name", "floor"), sorted(FLOOR.items()))
def test_events_of_unseen_sentences_are_found(name: str, floor: float) -> None:
    found: dict[str, Any] = figures(compared(name))["events"]
    assert found["f1"] >= floor, found
