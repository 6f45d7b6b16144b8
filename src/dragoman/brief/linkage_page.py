"""The page on linkage: the claims with their verdicts, each with its picture and its null, and all tracks by all."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from dragoman.analysis.day_words import day_in_words, interval_in_words
from dragoman.analysis.linkage.pairs import measure_in_words
from dragoman.brief.compose import Composition
from dragoman.brief.event_rows import EventRow, event_rows
from dragoman.brief.lanes import Answer, answers_of, by_day, lanes
from dragoman.brief.linkage_study import ClaimStudy, LinkageStudy
from dragoman.brief.null_chart import null_chart
from dragoman.brief.picture import NARROW, WIDE, svg
from dragoman.model import Event

ANSWERS = 12  # rows of answers that are shown before the rest is folded away


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A day of answers as the table shows it; `said`: what the answer is to the act, and how their scales compare."""

    answer: Answer
    day: str
    rows: tuple[EventRow, ...]
    acts: tuple[tuple[EventRow, int], ...]
    before: tuple[EventRow, int] | None
    said: tuple[str, ...]


def linkage_page(study: LinkageStudy, composition: Composition) -> Markup:
    """The page; every count leads to its events, and these to the words they were read from."""
    first, last = study.claims[0].claim.first, study.claims[0].claim.last
    events = composition.evidence.events
    return composition.render(
        "linkage.html", root="", here="linkage", language="en", title="Linkage",
        case_title=composition.evidence.case.title, study=study, shown_answers=ANSWERS,
        period=interval_in_words(first, last, "range"), days=(last - first).days + 1,
        claims=[_claim(one, number, composition) for number, one in enumerate(study.claims, 1)],
        tracks=[
            (side, event_rows(chain.from_iterable(by_day(side, first, last, events).values()), composition))
            for side in study.lines
        ],
    )  # fmt: skip


def _claim(study: ClaimStudy, number: int, composition: Composition) -> dict[str, object]:
    events = composition.evidence.events
    claim, days = study.claim, study.asked.window
    within = "on the same day as" if days == 0 else f"within {days} day{'s' * (days != 1)} of"
    said = _titled(f"{claim.answers.name} {within} {claim.acts.name}", composition)
    name = study.asked.title or said[0].upper() + said[1:]
    said = f"{name}: acts above, answers below"
    titles = tuple(_titled(side.name, composition) for side in (claim.acts, claim.answers))

    def picture(width: float, ending: str) -> Markup:
        drawn = lanes(claim, titles, events, width, _described)
        return svg(drawn, composition, f"claim{number}{ending}", said) if drawn else Markup("")

    return {
        "number": number,
        "name": name,
        "study": study,
        "days": f"{days} day{'s' * (days != 1)}",
        "sentence": _linked(study, number, composition),
        "caveats": tuple(_unbroken(caveat) for caveat in study.verdict.caveats) if study.verdict else (),
        "refused": _titled(study.refused, composition),
        "base": _share(study.tested.base) if study.tested else "",
        "wide": picture(WIDE, "w"),
        "narrow": picture(NARROW, "n"),
        "answers": tuple(_answers(study, composition)) if study.tested else (),
        "null": null_chart(study.chances, study.tested.seen) if study.tested else None,
        "left_out": _left_out(study, composition),
    }


def _share(share: float) -> str:
    """A share in per cent; one that is not nothing never reads as nothing."""
    return "<1 %" if 0 < share < 0.005 else f"{share * 100:.0f} %"


def _described(event: Event) -> str:
    return f"{interval_in_words(event.first, event.last, event.precision)}: {event.label}"


def _titled(words: str, composition: Composition) -> str:
    """The words of an analysis with each track's title in place of its id."""
    for track in composition.evidence.case.tracks:
        words = words.replace(f"({track.id})", f"({track.title})")
    return words


def _unbroken(words: str) -> str:
    """The words with a p that never parts from its value at the end of a line."""
    return words.replace("p = ", "p\u00a0=\u00a0")


def _linked(study: ClaimStudy, number: int, composition: Composition) -> Markup:
    """The sentence of the verdict, with its counts leading to the table that they are counted in."""
    if study.verdict is None or study.tested is None:
        return Markup("")
    counts = f"{study.tested.seen} of {study.tested.count} cases"
    sentence = _unbroken(_titled(study.verdict.sentence, composition))
    before, _, after = sentence.partition(counts)
    return Markup('{}<a href="#answers-{}">{}</a>{}').format(before, number, counts, after)


def _answers(study: ClaimStudy, composition: Composition) -> Iterator[AnswerRow]:
    by_answer = {pair.answer.id: pair for pair in study.pairs}
    for one in answers_of(study.claim, composition.evidence.events):
        acts = tuple((_row(act, composition), lag) for act, lag in one.acts)
        before = (_row(one.before[0], composition), one.before[1]) if one.before else None
        held = [pair for event in one.events if (pair := by_answer.get(event.id)) and pair.act]
        said = (words for pair in held for words in (pair.relation, *map(measure_in_words, pair.scale)) if words)
        rows = event_rows(one.events, composition)
        yield AnswerRow(one, day_in_words(one.day), rows, acts, before, tuple(dict.fromkeys(said)))


def _row(event: Event, composition: Composition) -> EventRow:
    return event_rows((event,), composition)[0]


def _left_out(study: ClaimStudy, composition: Composition) -> tuple[EventRow, ...]:
    """Events of a side of which no day is known: drawn hatched where they touch the period, and not tested."""
    ids = {*study.claim.acts.events, *study.claim.answers.events}
    rough = [one for one in composition.evidence.events if one.id in ids and one.precision not in ("day", "range")]
    return event_rows(rough, composition)
