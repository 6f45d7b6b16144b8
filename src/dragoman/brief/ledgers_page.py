"""The page of ledgers: who signed, how it was reported, who held what and was there, and how far each is witnessed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from dragoman.analysis.coverage import Coverage
from dragoman.analysis.day_words import day_in_words, interval_in_words
from dragoman.analysis.reportage import day_of
from dragoman.analysis.witnesses import CREDIBILITY, Weight
from dragoman.brief.body import finding_links
from dragoman.brief.compose import Composition
from dragoman.brief.event_rows import event_rows
from dragoman.brief.ledgers_study import LedgersStudy
from dragoman.model import Anchor, Finding

SHOWN = 40  # rows of a table that are shown before the rest is folded away
Links = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A finding as the page shows it: with its links, and source and item weighed apart."""

    finding: Finding
    links: Links
    weight: str
    single: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the coverage: the days, the day of the first report, the share of the guest's words, and the links."""

    coverage: Coverage
    days: str
    reported: str
    share: str
    links: Links


def ledgers_page(study: LedgersStudy, composition: Composition) -> Markup:
    """The page; every line leads to the words it rests on."""
    rows = [_row(one, composition) for one in study.coverage if one.official]
    events = composition.evidence.events
    weighed = [(event, study.weights[event.id]) for event in events if event.id in study.weights]
    differing = event_rows([event for event, weight in weighed if weight.conflicts], composition)
    return composition.render(
        "ledgers.html", root="", here="ledgers", language="en", title="Ledgers",
        case_title=composition.evidence.case.title, study=study, names=study.names, shown=SHOWN,
        signed=_said(study.signed, study, composition), built=_said(study.built, study, composition),
        customs=_said(study.customs, study, composition), posts=_said(study.posts, study, composition),
        ledgers=[
            (one, _span(one.first, one.last), [(entry, _links(entry.anchors, composition)) for entry in one.entries])
            for one in study.ledgers
        ],
        projects=[
            (one, [(step, _span(step.first, step.last), _links((step.anchor,), composition)) for step in one.steps])
            for one in study.projects
        ],
        coverage=rows, on=day_in_words(study.on) if study.on else "",
        holders=[(one, _links((one.anchor,), composition)) for one in study.holders],
        occasions=[
            (one, _span(one.first, one.last), [(who, _links(who.anchors, composition)) for who in one.present])
            for one in study.occasions if len(one.present) > 1
        ],
        events=len(weighed), single=sum(weight.single for _, weight in weighed), differing=differing,
        numbers=_numbers([weight for _, weight in weighed]), weights=study.weights,
    )  # fmt: skip


def _said(findings: Sequence[Finding], study: LedgersStudy, composition: Composition) -> list[Said]:
    return [
        Said(one, _links(one.anchors, composition), study.weights[one.id].words, study.weights[one.id].single)
        for one in findings
    ]


def _row(one: Coverage, composition: Composition) -> Row:
    day = day_of(one.reported)
    return Row(
        one,
        _span(one.first, one.last),
        day_in_words(day) if day else one.reported,
        f"{one.share * 100:.0f} %" if one.guest else "",
        _links((*one.anchors, *one.spoken), composition),
    )


def _links(anchors: Sequence[Anchor], composition: Composition) -> Links:
    """A link for each source that the anchors stand in, to the first of its places."""
    found: dict[str, tuple[str, str, str]] = {}
    for key, words, link in finding_links(anchors, composition):
        found.setdefault(key, (key, words, link))
    return tuple(found.values())


def _span(first: date | None, last: date | None) -> str:
    return interval_in_words(first, last, "month")


def _numbers(weights: Sequence[Weight]) -> list[tuple[int, str, int]]:
    """How many events have each number of credibility, with what the number says."""
    held = [weight.number for weight in weights]
    return [(number, words, held.count(number)) for number, words in CREDIBILITY.items() if number in held]
