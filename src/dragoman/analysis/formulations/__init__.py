"""Formulations: fixed phrases of official prose counted, traced and discovered, without a tokenizer.

`phrase_index` over `texts_of` a case's documents answers `trace` for any string; `count` counts known phrases in one
pass; `discover` finds those that nobody has named. numpy and pydivsufsort are loaded only when this package is.
"""

from dragoman.analysis.formulations.calendar import Calendar
from dragoman.analysis.formulations.candidates import Settings
from dragoman.analysis.formulations.case_index import case_index
from dragoman.analysis.formulations.case_texts import CaseTexts
from dragoman.analysis.formulations.counting import count, totals
from dragoman.analysis.formulations.discovering import discover
from dragoman.analysis.formulations.discovery_statements import discovery_findings
from dragoman.analysis.formulations.faults import FormulationError
from dragoman.analysis.formulations.found import Discovered
from dragoman.analysis.formulations.history import History, trace
from dragoman.analysis.formulations.index import PhraseIndex, phrase_index
from dragoman.analysis.formulations.ladders import Ladders, load_ladders
from dragoman.analysis.formulations.tallies import tally
from dragoman.analysis.formulations.texts import Text, texts_of
from dragoman.analysis.formulations.tracing import Traced, traced

__all__ = [
    "Calendar",
    "CaseTexts",
    "Discovered",
    "FormulationError",
    "History",
    "Ladders",
    "PhraseIndex",
    "Settings",
    "Text",
    "Traced",
    "case_index",
    "count",
    "discover",
    "discovery_findings",
    "load_ladders",
    "phrase_index",
    "tally",
    "texts_of",
    "totals",
    "trace",
    "traced",
]
