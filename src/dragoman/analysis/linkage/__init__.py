"""Linkage: whether one track answers another, tested so that a crisis which both share does not count as a link."""

from dragoman.analysis.linkage.family import adjusted
from dragoman.analysis.linkage.frozen import Rule, Scored, read_rules, scored, written_rule
from dragoman.analysis.linkage.lines import Line, line
from dragoman.analysis.linkage.nulls import Chance, jitter, shift, uniform
from dragoman.analysis.linkage.pairs import Measure, Pair, pairs
from dragoman.analysis.linkage.period import Period, period
from dragoman.analysis.linkage.rates import jeffreys
from dragoman.analysis.linkage.testing import Claim, Tested, block, try_claim
from dragoman.analysis.linkage.tried import Tried, read_tried, side, written
from dragoman.analysis.linkage.verdicts import Verdict, verdict
from dragoman.analysis.linkage.window import LinkageError, Window, cover, days_in, triggered

__all__ = [
    "Chance",
    "Claim",
    "Line",
    "LinkageError",
    "Measure",
    "Pair",
    "Period",
    "Rule",
    "Scored",
    "Tested",
    "Tried",
    "Verdict",
    "Window",
    "adjusted",
    "block",
    "cover",
    "days_in",
    "jeffreys",
    "jitter",
    "line",
    "pairs",
    "period",
    "read_rules",
    "read_tried",
    "scored",
    "shift",
    "side",
    "triggered",
    "try_claim",
    "uniform",
    "verdict",
    "written",
    "written_rule",
]
