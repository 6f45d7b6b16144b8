"""The page on competing hypotheses: how they stand, the matrix, and each item with its reasons and its words."""

from dataclasses import dataclass

from markupsafe import Markup

from dragoman.analysis.hypotheses import Evidence, Standing, outcome_in_words
from dragoman.analysis.hypotheses.sayings import caveats_of, verdict_of
from dragoman.brief.compose import Composition
from dragoman.brief.hypothesis_study import NAME, HypothesisStudy
from dragoman.model import Anchor

TONES = {"CC": "for strong", "C": "for", "N": "", "I": "against", "II": "against strong"}
CALLED = {
    "CC": "very consistent",
    "C": "consistent",
    "N": "neither",
    "I": "inconsistent",
    "II": "very inconsistent",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Cited words, the address of their place, and the key of their source."""

    quote: str
    link: str
    key: str


@dataclass(frozen=True, slots=True)
class CellRow:
    """A cell as the page shows it."""

    hypothesis: str
    mark: str
    called: str
    tone: str
    why: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of evidence as the page shows it; `sound` where its words stand, so that it is weighed."""

    item: Evidence
    words: tuple[Words, ...]
    cells: tuple[CellRow, ...]
    spread: int
    sound: bool
    pivot: bool


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A hypothesis as the page shows it."""

    standing: Standing
    says: str
    verdict: str
    outcomes: tuple[str, ...]


def hypotheses_page(study: HypothesisStudy, composition: Composition) -> Markup:
    """The page; where the file cannot be weighed it says what to mend, with lines."""
    return composition.render(
        "hypotheses.html", root="", here="hypotheses", language="en", title="Hypotheses", file=NAME,
        case_title=composition.evidence.case.title, faults=study.faults,
        hypotheses=study.matrix.hypotheses if study.matrix else (),
        standings=_standings(study), rows=_items(study, composition),
        caveats=caveats_of(study.weighed) if study.weighed else (),
    )  # fmt: skip


def _standings(study: HypothesisStudy) -> list[StandingRow]:
    if study.matrix is None or study.weighed is None:
        return []
    says = {one.id: one.says for one in study.matrix.hypotheses}
    return [
        StandingRow(
            one, says[one.hypothesis], verdict_of(one, study.weighed), tuple(map(outcome_in_words, one.outcomes))
        )
        for one in study.weighed.standings
    ]


def _items(study: HypothesisStudy, composition: Composition) -> list[ItemRow]:
    """The items, the most telling first."""
    if study.matrix is None:
        return []
    spread = study.weighed.diagnosticity if study.weighed else {}
    pivots = study.weighed.pivots if study.weighed else ()
    rows = [
        ItemRow(
            item,
            _words(study.places.get((item.id, ""), ()), composition),
            tuple(_cells(item, study, composition)),
            spread.get(item.id, 0),
            item.id in spread,
            item.id in pivots,
        )
        for item in study.matrix.evidence
    ]
    return sorted(rows, key=lambda row: (not row.sound, -row.spread))


def _cells(item: Evidence, study: HypothesisStudy, composition: Composition) -> list[CellRow]:
    known = study.matrix.hypotheses if study.matrix else ()
    held = [(one.id, item.cells[one.id]) for one in known if one.id in item.cells]
    return [
        CellRow(
            name,
            cell.mark,
            CALLED[cell.mark],
            TONES[cell.mark],
            cell.why,
            _words(study.places.get((item.id, name), ()), composition),
        )
        for name, cell in held
    ]


def _words(anchors: tuple[Anchor, ...], composition: Composition) -> tuple[Words, ...]:
    found = []
    for anchor in anchors:
        source = composition.catalogue.source_of(anchor.document)
        found.append(Words(anchor.quote, composition.anchor_link(anchor), source.key if source else ""))
    return tuple(found)
