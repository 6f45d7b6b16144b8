"""What a case shows of who reported, signed, held and attended: findings with their weight, and the tables behind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.coverage import Coverage, coverage, customs
from dragoman.analysis.ledgers import (
    Participation,
    Project,
    participation_findings,
    participations,
    project_findings,
    projects,
)
from dragoman.analysis.posts import Holder, Occasion, holders, occasions, post_findings
from dragoman.analysis.reportage import Reportage, day_of
from dragoman.analysis.witnesses import Weight, weigh, weigh_words
from dragoman.engines.reporting import reportage
from dragoman.model import Anchor, Case, Event, Finding
from dragoman.store import Store


@dataclass(frozen=True, slots=True)
class LedgersStudy:
    """The tables of the page and the findings over each; `weights` of findings and of events, by their ids.

    `on` is the day of the posts. `names` are what ids of the gazetteer are called.
    """

    coverage: tuple[Coverage, ...]
    customs: tuple[Finding, ...]
    ledgers: tuple[Participation, ...]
    signed: tuple[Finding, ...]
    projects: tuple[Project, ...]
    built: tuple[Finding, ...]
    on: date | None
    holders: tuple[Holder, ...]
    occasions: tuple[Occasion, ...]
    posts: tuple[Finding, ...]
    weights: Mapping[str, Weight]
    names: Mapping[str, str]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of the page."""
        return (*self.signed, *self.built, *self.customs, *self.posts)

    @property
    def anchors(self) -> Iterator[Anchor]:
        """Every place that the page leads to."""
        for finding in self.findings:
            yield from finding.anchors
        for row in self.coverage:
            yield from (*row.anchors, *row.spoken)
        for ledger in self.ledgers:
            for entry in ledger.entries:
                yield from entry.anchors
        for project in self.projects:
            yield from (step.anchor for step in project.steps)
        for holder in self.holders:
            yield holder.anchor
        for occasion in self.occasions:
            for one in occasion.present:
                yield from one.anchors


def ledgers_study(case: Case, store: Store) -> LedgersStudy | None:
    """The study of a built case; None where there is no finding for it to show."""
    held = reportage(case, store)
    rows, drawn, built = coverage(held), participations(held), projects(held)
    days = [day for document in held.documents.values() if (day := day_of(document.published))]
    on = case.last or max(days, default=None)
    people, present = (holders(held, on) if on else ()), occasions(held)
    made = LedgersStudy(
        rows, customs(rows, held), drawn, participation_findings(drawn, held), built, project_findings(built, held),
        on, people, present, post_findings(held), {}, _names(people, present, drawn, held),
    )  # fmt: skip
    if not made.findings:
        return None
    weights = {event.id: weigh(event, held) for event in held.events}
    weights |= {one.id: _weight(one, held) for one in made.findings}
    return LedgersStudy(
        made.coverage, made.customs, made.ledgers, made.signed, made.projects, made.built, made.on, made.holders,
        made.occasions, made.posts, weights, made.names,
    )  # fmt: skip


def _weight(finding: Finding, held: Reportage) -> Weight:
    """The weight of what a finding is about: of its first event, else of the words that it rests on."""
    events: dict[str, Event] = {event.id: event for event in held.events}
    first = next((events[identity] for identity in finding.events if identity in events), None)
    return weigh(first, held) if first else weigh_words(finding.anchors, held)


def _names(
    people: tuple[Holder, ...], present: tuple[Occasion, ...], drawn: tuple[Participation, ...], held: Reportage
) -> dict[str, str]:
    ids = {one.person for one in people} | {one.state for one in people if one.state}
    ids |= {one.person for row in present for one in row.present}
    ids |= {entry.member for ledger in drawn for entry in ledger.entries} | {ledger.group for ledger in drawn}
    return {identity: held.name(identity) for identity in sorted(ids)}
