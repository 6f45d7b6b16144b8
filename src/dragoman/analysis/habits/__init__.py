"""Habits: what a source usually says, and where it does not.

Usual answers of press conferences by topic and departures from them; the names that each speaker uses for what is
disputed; the words by which a series of talks is described, on a ladder of warmth.
"""

from dragoman.analysis.habits.departures import Departure, departures
from dragoman.analysis.habits.exchanges import Exchange, exchanges
from dragoman.analysis.habits.habitual import Habit, habits
from dragoman.analysis.habits.practice import Practice, practice
from dragoman.analysis.habits.statements import (
    departure_finding,
    habit_finding,
    name_departure_finding,
    name_finding,
    warmth_findings,
)
from dragoman.analysis.habits.telling import Told, place_of, told
from dragoman.analysis.habits.topics import topic_asked, topics
from dragoman.analysis.habits.warmth import Described, Meeting, WarmthError, described, load_ladder
from dragoman.analysis.habits.wording import NameDeparture, NameUse, name_departures, name_uses

__all__ = [
    "Departure",
    "Described",
    "Exchange",
    "Habit",
    "Meeting",
    "NameDeparture",
    "NameUse",
    "Practice",
    "Told",
    "WarmthError",
    "departure_finding",
    "departures",
    "described",
    "exchanges",
    "habit_finding",
    "habits",
    "load_ladder",
    "name_departure_finding",
    "name_departures",
    "name_finding",
    "name_uses",
    "place_of",
    "practice",
    "told",
    "topic_asked",
    "topics",
    "warmth_findings",
]
