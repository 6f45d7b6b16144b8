"""The watch list as a page: what is open, what was resolved and how it scored, and calibration once there is enough."""

from dataclasses import dataclass

from markupsafe import Markup

from dragoman.analysis.linkage import jeffreys
from dragoman.analysis.watchlist import FEWEST, Item, likelihood, mixed, rate_in_words
from dragoman.brief.calibration import dots
from dragoman.brief.compose import Composition
from dragoman.brief.event_rows import EventRow, event_rows
from dragoman.brief.watch_study import WatchStudy
from dragoman.model import Anchor


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the page shows it.

    `strip` has the places of the probability, the base rate and its interval on a line from 0 to 1; `score` is the
    Brier score of what was said last; `evidence` is the address of the source that the evidence names.
    """

    item: Item
    word: str
    chance: str
    base: str
    strip: tuple[float, float | None, float | None, float | None]
    counted: tuple[EventRow, ...]
    places: tuple[tuple[str, str, str], ...]
    mixed: tuple[str, ...]
    score: float | None
    evidence: str


def watch_page(study: WatchStudy, composition: Composition) -> Markup:
    """The page. It knows no clock: a question is open until somebody resolves it, and says when it closes."""
    asked = [_asked(item, study, composition) for item in study.items]
    resolved = [one for one in asked if one.item.resolution]
    return composition.render(
        "watch.html", root="", here="watch", language="en", title="Watch", case_title=composition.evidence.case.title,
        open=sorted((one for one in asked if not one.item.resolution), key=lambda one: one.item.question.closes),
        resolved=resolved, scores=study.scores, fewest=FEWEST, problems=study.problems,
        dots=dots(study.scores.calibration), calibration=study.scores.calibration,
    )  # fmt: skip


def _asked(item: Item, study: WatchStudy, composition: Composition) -> Asked:
    question = item.question
    low, high = jeffreys(question.hits, question.tries) if question.tries else (None, None)
    answer = item.resolution.answer if item.resolution else ""
    return Asked(
        item,
        likelihood(item.probability),
        f"{item.probability * 100:.3g} %",
        rate_in_words(question.hits, question.tries) if question.tries else "",
        (item.probability, question.hits / question.tries if question.tries else None, low, high),
        event_rows(study.counted.get(question.id, ()), composition),
        tuple(_place(words, anchor, composition) for words, anchor in study.touched.get(question.id, ())),
        tuple(text[a:b].strip() for text in (question.confidence, question.reasons) for a, b in mixed(text)),
        (item.probability - (answer == "yes")) ** 2 if answer in ("yes", "no") else None,
        _evidence(item, composition),
    )


def _place(words: str, anchor: Anchor, composition: Composition) -> tuple[str, str, str]:
    source = composition.catalogue.source_of(anchor.document)
    return words, composition.anchor_link(anchor), source.key if source else ""


def _evidence(item: Item, composition: Composition) -> str:
    source = composition.catalogue.source(item.resolution.evidence) if item.resolution else None
    return composition.source_page(source.id) if source else ""
