"""The watch list: questions frozen before the day, updated with reasons, resolved with evidence, and scored."""

from dragoman.analysis.watchlist.list import Item, faults, out_of_time, record_faults, scored, watch_list
from dragoman.analysis.watchlist.reference import base_rate, rate_in_words
from dragoman.analysis.watchlist.scoring import FEWEST, Forecast, Scores, scores
from dragoman.analysis.watchlist.words import likelihood, mixed

__all__ = [
    "FEWEST",
    "Forecast",
    "Item",
    "Scores",
    "base_rate",
    "faults",
    "likelihood",
    "mixed",
    "out_of_time",
    "rate_in_words",
    "record_faults",
    "scored",
    "scores",
    "watch_list",
]
