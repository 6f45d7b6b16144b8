"""Whether an event that gives no time of its own is part of the occasion told before it, in each language's way."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.extraction.matching import COARSE
from dragoman.extraction.roles import Cast
from dragoman.extraction.scene import Scene
from dragoman.extraction.status import SAID
from dragoman.extraction.timing import When, on_publication
from dragoman.extraction.triggers import Trigger
from dragoman.gazetteer import Gazetteer
from dragoman.model import Report

# How far before a deed the words that put it soon after another may stand.
_SOON = 60
# What was told and lies further back is history.
_LONG = timedelta(60)
# What lasts while other things happen: a later sentence that gives no day tells of the same occasion.
_OCCASIONS = frozenset({"visit", "meet", "host", "convene", "attend", "call", "exercise", "sign", "conclude"})
# Told in a later sentence, these answer what was told before: they are no part of the same occasion.
_ANSWERS = frozenset({"ACCUSE", "THREATEN", "REQUEST", "SANCTION"})


@dataclass(frozen=True, slots=True)
class Told:
    """The last event told with a day: the number of its sentence, its time, its type and code, and its parties."""

    sentence: int
    time: When
    type: str
    plover: str
    parties: frozenset[str]


def told_by(report: Report, sentence: int, time: When) -> Told:
    """A report as what was told last."""
    return Told(sentence, time, report.type, report.plover, frozenset((*report.actors, *report.recipients)))


def carried(told: Told | None, scene: Scene, trigger: Trigger, parties: Cast) -> When | None:
    """The time of the last event told, where this one follows hard upon it (数小时后), or is of the same occasion.

    What is done "immediately" (直ちに) is done on that day or the next. Of the same occasion is in English what belongs
    to one meeting; in Chinese what lasts; in Korean what says so (양 정상은, 회담에서), or where two of the same sides
    meet again; in Japanese see `context`.
    """
    if told is None:
        return None
    grammar = scene.grammar
    if beside(scene, trigger, grammar.soon):
        return told.time
    if beside(scene, trigger, grammar.promptly):
        return replace(told.time, first=told.time.last, last=_next(told.time.last), precision="about")
    if grammar.syntax is not None:
        met = told.plover == "CONSULT" and _short(told.time)
        return told.time if met and (trigger.frame.plover == "CONSULT" or _at_it(scene, trigger)) else None
    if grammar.occasion is not None:
        return told.time if _meets_again(told, scene, trigger, parties) else None
    return told.time if _goes_on(told, scene, trigger, parties) else None


def _goes_on(told: Told, scene: Scene, trigger: Trigger, parties: Cast) -> bool:
    return told.type in _OCCASIONS and trigger.frame.plover not in _ANSWERS and not _history(told, scene, parties)


def _short(time: When) -> bool:
    """Whether a time is that of one meeting or visit, not a month in which several can lie."""
    return time.first is not None and time.last is not None and time.last - time.first <= COARSE


def _at_it(scene: Scene, trigger: Trigger) -> bool:
    """Whether the sentence puts the deed at the meeting told of (At the banquet, there)."""
    occasion = scene.grammar.occasion
    return occasion is not None and occasion.search(scene.text, scene.start, trigger.end) is not None


def hard_upon(scene: Scene, trigger: Trigger) -> bool:
    """Whether words beside the deed say that it came hard upon the one before."""
    return beside(scene, trigger, scene.grammar.soon) or beside(scene, trigger, scene.grammar.promptly)


def beside(scene: Scene, trigger: Trigger, words: re.Pattern[str] | None) -> bool:
    """Whether words stand before a deed, in English also behind it (数小时后, hours later)."""
    after = scene.end if scene.grammar.syntax is not None else trigger.start
    first, last = max(scene.start, trigger.start - _SOON), max(trigger.start, min(after, trigger.end + _SOON))
    return words is not None and words.search(scene.text, first, last) is not None


def _next(day: date | None) -> date | None:
    return None if day is None or day == date.max else day + timedelta(1)


def _history(told: Told, scene: Scene, parties: Cast) -> bool:
    """Whether what was told lies long back and is not of the same people (a leader's visit of years ago)."""
    published = on_publication(scene.published)
    day, now = told.time.last or told.time.first, published and published.last
    people = {p for p in (*parties.actors, *parties.recipients) if scene.gazetteer.entity(p).type == "person"}
    same = bool(people & told.parties) if people else told.parties.issuperset(parties.actors)
    return bool(day and now and now - day > _LONG) and not same


def _meets_again(told: Told, scene: Scene, trigger: Trigger, parties: Cast) -> bool:
    """Words said about an event are no part of it."""
    occasion = scene.grammar.occasion
    if occasion is not None and occasion.search(scene.text, scene.start, trigger.end):
        return True
    if {trigger.frame.plover, trigger.frame.type} & SAID:
        return False
    sides = sides_of((*parties.actors, *parties.recipients), scene.gazetteer)
    return len(sides) > 1 and sides <= sides_of(told.parties, scene.gazetteer)


def sides_of(parties: Iterable[str], gazetteer: Gazetteer) -> frozenset[str]:
    """The states that parties belong to, those of none as themselves."""
    return frozenset(gazetteer.state_of(party) or party for party in parties)
