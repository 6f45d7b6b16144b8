"""Who took what stand on what a group puts out: signed, joined, supported, abstained, reserved, opposed, refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dragoman import languages
from dragoman.analysis.reportage import Reportage, day_of
from dragoman.model import Anchor, Mention, Observation, Signature, TimeExpression

GAP = 40  # characters between the last member of a list and the verb, at most
AGAINST = ("refused", "opposed", "withdrew", "reserved", "abstained")
STANDS = ("signed", "initialled", "ratified", "joined", "supported", *AGAINST, "planned")


@dataclass(frozen=True, slots=True)
class Stance:
    """One party's stand as one text gives it. `what` is what it is about, as written; the days are None if not told."""

    party: str
    action: str
    what: str
    first: date | None
    last: date | None
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class _Row:
    verb: re.Pattern[str]
    action: str
    negated: str | None


@dataclass(frozen=True, slots=True)
class _Tongue:
    between: re.Pattern[str]
    before: re.Pattern[str]
    no: re.Pattern[str]
    outcome: re.Pattern[str]
    rows: tuple[_Row, ...]


def stances(document: str, reportage: Reportage) -> tuple[Stance, ...]:
    """The stands that a document tells of, in the order of the text; a party is a gazetteer id, a state where it has
    one."""
    signed = [_signed(one, reportage) for one in reportage.of("signature", document)]
    found = [one for one in signed if one] + list(_said(document, reportage))
    unique = {(one.party, one.action, one.anchor.start): one for one in found}
    return tuple(sorted(unique.values(), key=lambda one: (one.anchor.start, one.party, one.action)))


def _signed(one: Observation, reportage: Reportage) -> Stance | None:
    reading = one.reading
    if not isinstance(reading, Signature) or reading.party is None:
        return None
    start, end = reading.document or (0, 0)
    what = reportage.documents[one.document].text[start:end]
    party = reportage.known.state_of(reading.party) if reading.party in reportage.known else None
    return Stance(party or reading.party, reading.action, what, reading.first, reading.last, one.anchor)


def _said(document: str, reportage: Reportage) -> Iterator[Stance]:
    text, language = reportage.documents[document].text, reportage.documents[document].language
    tongue = _tongues().get(language)
    if tongue is None or not reportage.of("mention", document):
        return
    for sentence in languages.sentences(text, language):
        inside = [one.reading for one in reportage.within("mention", document, sentence.start, sentence.end)]
        named = [one for one in inside if isinstance(one, Mention)]
        for row in tongue.rows if named else ():
            for match in row.verb.finditer(text, sentence.start, sentence.end):
                parties, no = _list_before(text, match.start(), sentence.start, named, tongue, reportage)
                action = row.negated if no else row.action
                if not parties or action is None:
                    continue
                start = min(one.start for one in parties)
                first, last = _days(document, sentence.start, sentence.end, reportage)
                anchor = Anchor(document, start, match.end(), text[start : match.end()])
                if action == "joined" and _names_group(document, match.end(), sentence.end, reportage):
                    continue
                what = text[match.end() : sentence.end].strip(" .。\n")[:60]
                for one in parties:
                    yield Stance(reportage.known.state_of(one.entity) or one.entity, action, what, first, last, anchor)


def _names_group(document: str, start: int, end: int, reportage: Reportage) -> bool:
    """Whether a group is named in a stretch of text: who joins a group takes no stand on what another puts out."""
    held = [one.reading for one in reportage.within("mention", document, start, end)]
    return any(isinstance(one, Mention) and one.type == "group" for one in held)


def _list_before(  # noqa: PLR0913, PLR0917
    text: str, verb: int, opening: int, named: list[Mention], tongue: _Tongue, reportage: Reportage
) -> tuple[list[Mention], bool]:
    """The parties of the list that ends before a verb, and whether a negation stands between."""
    held = [one for one in named if one.end <= verb and one.type in {"state", "territory", "group", "person", "organ"}]
    if not held or verb - held[-1].end > GAP:
        return [], False
    no = tongue.no.search(text, max(opening, verb - GAP), verb)
    if not tongue.before.fullmatch(text, held[-1].end, no.start() if no else verb):
        return [], False
    parties = [held[-1]]
    for one in reversed(held[:-1]):
        if not tongue.between.fullmatch(text, one.end, parties[0].start):
            break
        parties.insert(0, one)
    return [one for one in parties if reportage.known.state_of(one.entity) or one.type == "group"], no is not None


def _days(document: str, start: int, end: int, reportage: Reportage) -> tuple[date | None, date | None]:
    """The days of the event that a sentence names, else none."""
    for one in reportage.within("time", document, start, end):
        time = one.reading
        if isinstance(time, TimeExpression) and time.role == "event":
            return time.first, time.last
    return None, None


def is_outcome(what: str) -> bool:
    """Whether words name what a group puts out: a communique, a statement, a passage of one.

    >>> is_outcome("the press communique"), is_outcome("《巴黎协定》")
    (True, False)
    """
    return any(tongue.outcome.search(what) for tongue in _tongues().values())


def published(document: str, reportage: Reportage) -> date | None:
    """The day a document was published, None where only a month or a year is known."""
    return day_of(reportage.documents[document].published)


@cache
def _tongues() -> dict[str, _Tongue]:
    text = (resources.files("dragoman.analysis.ledgers") / "stances.yaml").read_text("utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return {
        language: _Tongue(
            re.compile(rows["between"]), re.compile(rows["before"]), re.compile(rows["negation"]),
            re.compile(rows["outcome"]),
            tuple(_Row(re.compile(row["verb"]), row["as"], row.get("not")) for row in rows["rows"]),
        )
        for language, rows in data.items()
    }  # fmt: skip
