"""The formulations of one shard: repeats found, measured, filtered and scored; the best of them as rows."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.analysis.formulations.measures import Ground, fixedness, measured
from dragoman.analysis.formulations.numbering import around
from dragoman.analysis.formulations.quoted import with_quoted
from dragoman.analysis.formulations.ranking import cohesion, header, preliminary, stock, weight_of
from dragoman.analysis.formulations.repeats import maximal_repeats
from dragoman.analysis.formulations.streams import stream
from dragoman.analysis.formulations.suffixes import SEPARATOR, Numbers
from dragoman.analysis.formulations.texts import Text, period
from dragoman.model import Anchor

SHORTEST_IN_WORDS = 2  # words of an English formulation
FIRST_YEAR = 1972  # with the 63 years from here on told apart
AT_A_TIME = 500  # repeats looked at at a time, in order of score
LONGEST = 48  # characters, or words, beyond which a repeat is a quotation of a text and no formulation


@dataclass(frozen=True, slots=True)
class Settings:
    """What is looked for. `since` is an ISO date: only formulations first used on or after it, or all for None."""

    min_chars: int = 4
    min_documents: int = 5
    since: str | None = None
    left_out: tuple[str, ...] = ("question", "title", "caption", "footnote")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One formulation of a shard, with its measures; `first` quotes the first use as printed, unfolded."""

    phrase: str
    documents: int
    occurrences: int
    recent: int
    outlets: int
    years: int
    left: float
    right: float
    score: float
    first: Anchor | None
    published: int
    rung: str


class Shard:
    """The repeats of some texts of one language, and what is known of them."""

    def __init__(self, texts: Sequence[Text], language: str, settings: Settings, outlets: dict[str, int]) -> None:
        self.texts, self.settings, self.language = texts, settings, language
        self.stream = stream(texts, settings.left_out, language)
        shortest = SHORTEST_IN_WORDS if language == "en" else settings.min_chars + (language == "ko")
        found, self.suffixes = maximal_repeats(self.stream, shortest, LONGEST, settings.min_documents)
        self.repeats = with_quoted(found, self.stream, shortest, LONGEST, settings.min_documents)
        periods = np.fromiter((period(text.published) for text in texts), np.int64, len(texts))
        numbers = np.fromiter((outlets.setdefault(text.outlet, len(outlets)) for text in texts), np.int64, len(texts))
        recent = periods >= max(period(settings.since), 1)
        self.ground = Ground(periods, numbers, _year_bits(periods), recent)
        self.measures = measured(self.repeats, self.stream, self.ground)

    def best(self, most: int | None) -> Iterator[Candidate]:
        """The candidates that pass the filters, by score before cohesion, at most so many; all for None."""
        base = float((self.stream.codes == SEPARATOR).mean()) if len(self.stream.codes) else 0.0
        scores = preliminary(self.repeats.documents, self.repeats.occurrences, self.measures, base)
        passing = np.flatnonzero(self._passes())
        order = passing[np.lexsort((passing, -scores[passing]))]
        seen: set[str] = set()
        for row in self._without_headers(order):
            found = self._candidate(row, float(scores[row]))
            if found and found.phrase not in seen:
                seen.add(found.phrase)
                yield found
                if most is not None and len(seen) >= most:
                    return

    def _passes(self) -> Numbers:
        codes, repeats = self.stream.codes, self.repeats
        if not len(repeats.firsts):
            return np.zeros(0, bool)
        starts = repeats.places[repeats.firsts]
        spelt = np.array([symbol[0].isalnum() or symbol == " " for symbol in self.stream.spelt])
        passes = spelt[codes[starts]] & spelt[codes[starts + repeats.lengths - 1]]
        passes &= ~stock(repeats.documents, self.measures, len(self.texts))
        if self.language == "ko":
            passes &= codes[starts] == self.stream.space
        if self.settings.since:
            first = self.measures.first
            passes &= (first >= 0) & (self.ground.periods[first] >= period(self.settings.since))
        return np.asarray(passes)

    def _without_headers(self, order: Numbers) -> Iterator[int]:
        for start in range(0, len(order), AT_A_TIME):
            rows = order[start : start + AT_A_TIME]
            fixed = fixedness(self.repeats, self.stream, rows)
            yield from rows[~header(self.repeats.documents[rows], fixed)].tolist()

    def _candidate(self, row: int, score: float) -> Candidate | None:
        first, length = int(self.repeats.firsts[row]), int(self.repeats.lengths[row])
        start = int(self.repeats.places[first])
        phrase = self.stream.phrase(start, length).strip()
        if len(phrase) < self.settings.min_chars or sum(map(str.isdigit, phrase)) * 2 >= len(phrase):
            return None
        document = int(self.measures.first[row])
        text = self.texts[document]
        occurrences = int(self.repeats.occurrences[row])
        return Candidate(
            phrase,
            int(self.repeats.documents[row]),
            occurrences,
            int(self.measures.recent[row]),
            int(self.measures.outlets[row]),
            int(self.measures.years[row]),
            float(self.measures.left[row]),
            float(self.measures.right[row]),
            score * weight_of(self._cohesion(row, start, length)),
            self._first_use(first, occurrences, length, document) if document >= 0 else None,
            int(self.ground.periods[document]) if document >= 0 else 0,
            text.rung if document >= 0 else "",
        )

    def _first_use(self, first: int, occurrences: int, length: int, document: int) -> Anchor:
        spots = slice(first, first + occurrences)
        place = int(self.repeats.places[spots][self.repeats.owners[spots] == document].min())
        start, end = self.stream.span(place, length)
        text = self.texts[document]
        while end > start and around(text.text[start]):
            start += 1
        while end > start and around(text.text[end - 1]):
            end -= 1
        return Anchor(text.document, start, end, text.text[start:end])

    def _cohesion(self, row: int, start: int, length: int) -> float:
        """How much more often the whole stands than its parts foretell, cut after its first or before its last word."""
        piece = 1 if self.language == "en" else 2
        if length < 2 * piece:
            return 0.0
        cuts = {piece, length - piece}
        parts = [(self._standing(start, cut), self._standing(start + cut, length - cut)) for cut in sorted(cuts)]
        return cohesion(int(self.repeats.occurrences[row]), parts, len(self.stream.codes))

    def _standing(self, start: int, length: int) -> int:
        """How often a stretch stands in the shard."""
        width, view = self.stream.codes.dtype.itemsize, self.stream.codes.view(np.uint8).data
        words = bytes(view[width * start : width * (start + length)])

        def start_of(place: int) -> bytes:
            return bytes(view[width * int(place) : width * int(place) + len(words)])

        first = bisect_left(self.suffixes, words, key=start_of)
        return bisect_right(self.suffixes, words, lo=first, key=start_of) - first


def years_of(texts: Sequence[Text]) -> int:
    """The years of dated texts, a bit each."""
    periods = np.fromiter((period(text.published) for text in texts), np.int64, len(texts))
    return int(np.bitwise_or.reduce(_year_bits(periods), initial=0))


def _year_bits(periods: Numbers) -> Numbers:
    """A bit for each year from FIRST_YEAR on, earlier ones sharing the first; none for undated texts."""
    years = np.clip(periods // 10_000 - FIRST_YEAR, 0, 62).astype(np.int64)
    return np.where(periods > 0, np.left_shift(np.int64(1), years), 0)
