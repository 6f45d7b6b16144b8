"""The habits of a case's sources: their answers, their names for what is disputed, their words for series of talks."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.formulations import CaseTexts, Text, load_ladders
from dragoman.analysis.formulations.texts import period
from dragoman.analysis.habits import (
    Meeting,
    Practice,
    departure_finding,
    departures,
    described,
    exchanges,
    habit_finding,
    habits,
    load_ladder,
    name_departure_finding,
    name_departures,
    name_finding,
    name_uses,
    place_of,
    practice,
    told,
    topic_asked,
    topics,
    warmth_findings,
)
from dragoman.engines.build import stood_reports
from dragoman.engines.case_names import case_gazetteer
from dragoman.gazetteer import Gazetteer
from dragoman.model import Case, Event, Finding, Observation
from dragoman.store import Store

FEWEST = 3  # documents that name a disputed thing, for a speaker's names to be told
NOBODY = "(no outlet)"
MEETINGS = ("meet", "call", "visit")
STRETCH = 600  # characters after a report in which talks are described


class HabitError(ValueError):
    """What was asked of the habits cannot be answered; the message says why."""


@dataclass(frozen=True)
class _Asked:
    """What was asked, and what findings need beside the texts."""

    known: Gazetteer
    texts: dict[str, Text]
    names: dict[str, str]
    since: int
    limit: int

    def recent(self, published: str) -> bool:
        """Whether a day counts."""
        return period(published) >= self.since

    def called(self, topic: str) -> str:
        """A topic, or a disputed thing, as a reader calls it."""
        if topic.startswith("“"):
            return topic
        return " + ".join(self.known.name(name) if name in self.known else name for name in topic.split(" + "))


def case_habits(
    case: Case, store: Store, topic: str | None = None, since: str | None = None, limit: int = 20
) -> tuple[Finding, ...]:
    """Departures from usual answers, usual answers, other names, usual names, and words for series of talks.

    At most `limit` of each; with `topic` only the answers on it. `since` leaves out what was before that ISO day, month
    or year. Raises HabitError for a date that is none and for a topic that nobody asks about.
    """
    texts = list(CaseTexts(store, load_ladders(case.folder)))
    names = {one.document: f"{one.key} ({one.published})" if one.published else one.key for one in texts}
    known = case_gazetteer(case.gazetteer)
    asked = _Asked(known, {one.document: one for one in texts}, names, _first(since), limit)
    answers = tuple(_answers(asked, texts, topic))
    if topic is not None:
        return answers
    return (*answers, *_names_used(asked, texts), *_series(asked, case, store))


def _first(since: str | None) -> int:
    if since is None:
        return 0
    try:
        date.fromisoformat(since + {4: "-01-01", 7: "-01"}.get(len(since), ""))
    except ValueError:
        raise HabitError(f'"{since}" is no date; write a day, month or year as 2021-06-01') from None
    return period(since)


def _answers(asked: _Asked, texts: Sequence[Text], topic: str | None) -> Iterator[Finding]:
    """Departures and usual answers, outlet by outlet and language by language."""
    groups: defaultdict[tuple[str, str], list[Text]] = defaultdict(list)
    for text in texts:
        groups[text.outlet, text.language].append(text)
    any_asked = False
    for key in sorted(groups):
        found = list(exchanges(groups[key]))
        on = topics(found, asked.known) if topic is None else topic_asked(found, topic, asked.known)
        if any(on.values()):
            any_asked = True
            made = practice(found, asked.known)
            yield from _departed(asked, made, on)
            yield from _usual(asked, made, on)
    if topic is not None and not any_asked:
        raise HabitError(f"no question of the case is about “{topic}”; give a name, an id or words of a question")


def _departed(asked: _Asked, made: Practice, on: dict[str, list[int]]) -> Iterator[Finding]:
    recent = [one for one in departures(made, on) if asked.recent(made.exchanges[one.exchanges[0]].published)]
    for one in told(made, recent, asked.texts, asked.limit):
        yield departure_finding(made, one, asked.called(one.departure.topic), asked.names)


def _usual(asked: _Asked, made: Practice, on: dict[str, list[int]]) -> Iterator[Finding]:
    """The usual answers, each formulation once, and of all topics at most three on one."""
    seen: list[str] = []
    topics_told: Counter[str] = Counter()
    for one in habits(made, on):
        form = made.forms[one.phrase]
        if any(form in other or other in form for other in seen) or (topics_told[one.topic] >= 3 and len(on) > 1):
            continue
        place = place_of(made, one.phrase, one.exchange, asked.texts)
        if place is not None:
            seen.append(form)
            topics_told[one.topic] += 1
            yield habit_finding(made, one, place, asked.called(one.topic))
        if len(seen) >= asked.limit:
            return


def _names_used(asked: _Asked, texts: Sequence[Text]) -> Iterator[Finding]:
    known = asked.known
    things = known.disputed()
    apart = [one for one in name_departures(texts, things, known) if asked.recent(one.published)]
    for one in apart[: asked.limit]:
        yield name_departure_finding(one, one.speaker or NOBODY, asked.called(one.of_what), asked.names)
    used = [use for use in name_uses(texts, things, known) if use.of >= FEWEST]
    for use in sorted(used, key=lambda use: (-use.of, use.of_what))[: asked.limit]:
        by = [known.name(name) for name in use.by if name in known]
        yield name_finding(use, use.speaker or NOBODY, asked.called(use.of_what), by)


def _series(asked: _Asked, case: Case, store: Store) -> Iterator[Finding]:
    """The series described most often first, each whole, until there are as many findings as are wanted."""
    ladder = load_ladder(case.folder)
    series = [(pair, described(meetings, ladder)) for pair, meetings in _meetings(asked, case, store).items()]
    room = asked.limit
    for pair, meetings in sorted(series, key=lambda one: (-len(one[1]), one[0])):
        called = " and ".join(asked.known.name(state) for state in pair)
        pairs = zip(warmth_findings(meetings, called), meetings, strict=False)
        recent = [finding for finding, one in pairs if asked.recent(one.meeting.day)]
        yield from recent if room > 0 else ()
        room -= len(recent)


def _meetings(asked: _Asked, case: Case, store: Store) -> Mapping[tuple[str, ...], list[Meeting]]:
    """The meetings of each pair of states, those of one day as one."""
    events = store.events()
    reports = {one.id: one for one in stood_reports(case, store)}
    told: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for event in events:
        for one in event.reports:
            if one in reports:
                told[reports[one].document].append((reports[one].reading.start, event.id))
    found: defaultdict[tuple[str, ...], dict[str, Meeting]] = defaultdict(dict)
    for event in events:
        parties = {asked.known.state_of(one) for one in (*event.actors, *event.recipients) if one in asked.known}
        pair = tuple(sorted(one for one in parties if one))
        if len(pair) != 2 or event.first is None or not _happened(event):
            continue
        day = event.first.isoformat()
        own = [reports[one] for one in event.reports if one in reports]
        stretches = tuple(_stretches(asked, own, event.id, told))
        held = found[pair].get(day)
        found[pair][day] = Meeting(day, (*held.stretches, *stretches) if held else stretches, event.id)
    return {pair: list(days.values()) for pair, days in found.items()}


def _happened(event: Event) -> bool:
    """Whether an event is a meeting that took place, on days that are known."""
    return event.type in MEETINGS and event.status == "done" and event.precision in ("day", "range")


def _stretches(
    asked: _Asked, own: Sequence[Observation], event: str, told: Mapping[str, Sequence[tuple[int, str]]]
) -> Iterator[tuple[Text, int, int]]:
    """From each report to the next one of another event, or so many characters on."""
    for one in own:
        text, start = asked.texts.get(one.document), one.reading.start
        if text is not None:
            others = [place for place, other in told[one.document] if other != event and place > start]
            yield text, start, min([*others, start + STRETCH, len(text.text)])
