"""The phrases that a case lists, traced through its documents, with the lines that they stand in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from dragoman.analysis.formulations import FormulationError, Ladders, PhraseIndex, Traced, traced
from dragoman.analysis.formulations.history import History, Use, use_at
from dragoman.analysis.formulations.tiers import Tier, load_scale
from dragoman.model import Anchor, Case
from dragoman.sources import CaseError

LINES = 60


@dataclass(frozen=True, slots=True)
class PhraseStudy:
    """A phrase with its history and the lines it stands in, by date: all of them, or the first and the last."""

    history: History
    lines: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class FormulationStudy:
    """What the page on formulations shows; `rungs` gives the title of each rung of the ladders."""

    phrases: tuple[PhraseStudy, ...]
    traced: Traced
    tiers: tuple[Tier, ...]
    track: str
    rungs: Mapping[str, str]

    @property
    def anchors(self) -> Iterator[Anchor]:
        """Every place that the page leads to."""
        for phrase in self.phrases:
            yield from (use.anchor for use in phrase.lines)
        for tree in (*self.traced.families, *self.traced.relatives):
            for member in tree.members:
                yield from (use.anchor for use in (member.first, member.last) if use)
        for finding in self.traced.findings:
            yield from finding.anchors


def formulation_study(case: Case, index: PhraseIndex, ladders: Ladders) -> FormulationStudy | None:
    """Trace the phrases of a case; None where it lists none or holds no text. CaseError for what can be no phrase."""
    asked = case.formulations
    if asked is None or not index.headings:
        return None
    try:
        told = traced(index, asked.phrases, ladders, case.folder)
        tiers = load_scale(case.folder).tiers
    except FormulationError as error:
        raise CaseError(f"case.toml, [formulations]: {error}") from error
    phrases = tuple(PhraseStudy(history, lines(index, history.phrase)) for history in told.histories)
    return FormulationStudy(phrases, told, tiers, asked.track, {rung.id: rung.title for rung in ladders.rungs.values()})


def lines(index: PhraseIndex, phrase: str, most: int = LINES) -> tuple[Use, ...]:
    """The places of a phrase by date, undated ones last; where there are more than `most`, the first and last of them.

    >>> from dragoman.analysis.formulations import Text, phrase_index
    >>> texts = [Text("do-1", "再次会晤。", "2018-05-09"), Text("do-2", "举行会晤。", "2018-03-29")]
    >>> [(use.before, use.anchor.quote, use.published) for use in lines(phrase_index(texts), "会晤")]
    [('举行', '会晤', '2018-03-29'), ('再次', '会晤', '2018-05-09')]
    """
    places = index.places(phrase)
    periods = index.periods[places.documents]
    order = np.lexsort((places.starts, places.documents, np.where(periods > 0, periods, 99_999_999)))
    if len(order) > most:
        order = np.concatenate((order[: most // 2], order[-(most // 2) :]))
    return tuple(use_at(index, places, int(at), len(phrase)) for at in order)
