"""How specific a commitment is: what in it could be checked, against words that could not."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.analysis.doctrine.commitments import Commitment
from dragoman.analysis.doctrine.rows import read_data

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Specificity:
    """The parts of the measure as spans of the document, so that a reader can leave any of them out."""

    figures: tuple[Span, ...]
    days: tuple[Span, ...]
    sums: tuple[Span, ...]
    programmes: tuple[Span, ...]
    places: tuple[Span, ...]
    abstract: tuple[Span, ...]

    @property
    def share(self) -> float | None:
        """Concrete parts over all parts, from 0 to 1; None where there is neither.

        >>> Specificity(((0, 2),), (), (), (), (), ((3, 5), (6, 8), (9, 11))).share
        0.25
        """
        concrete = sum(map(len, (self.figures, self.days, self.sums, self.programmes, self.places)))
        return round(concrete / (concrete + len(self.abstract)), 3) if concrete + len(self.abstract) else None


def specificity(text: str, commitment: Commitment, language: str, published: str | None = None) -> Specificity:
    """Figures, days, sums, named programmes and places of a commitment, and its abstract words.

    What lies inside a part counted before it (a number in a date, a place in a programme's name) is not counted again.

    >>> from dragoman.analysis.doctrine import commitments
    >>> text = "第一，坚持到2020年投入1000亿元。第二，坚持不断加强合作。"
    >>> [specificity(text, one, "zh").share for one in commitments(text, "zh")]
    [1.0, 0.0]
    """
    from dragoman import gazetteer, languages

    begin, words = commitment.start, text[commitment.start : commitment.body]
    taken = bytearray(len(words))
    programmes, abstract = _patterns(language)
    amounts = languages.quantities(words, language)
    mentions = gazetteer.load().find(words, language)
    days = _free(taken, [(t.start, t.end) for t in languages.times(words, language, published) if t.first or t.last])
    sums = _free(taken, [(q.start, q.end) for q in amounts if q.kind == "money"])
    named = _free(taken, [match.span() for match in programmes.finditer(words)])
    figures = _free(taken, [(q.start, q.end) for q in amounts if q.kind in ("number", "percent", "count")])
    places = _free(taken, [(m.start, m.end) for m in mentions if m.type in ("place", "state", "territory", "group")])
    vague = _free(taken, [match.span() for match in abstract.finditer(words)])
    return Specificity(
        *(tuple((begin + a, begin + b) for a, b in spans) for spans in (figures, days, sums, named, places, vague))
    )


def _free(taken: bytearray, spans: list[Span]) -> list[Span]:
    """The spans of which nothing is taken yet; they are taken now."""
    found = []
    for start, end in spans:
        if not any(taken[start:end]):
            found.append((start, end))
            taken[start:end] = b"\x01" * (end - start)
    return found


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = read_data("specificity.yaml")
    words = sorted(rows["abstract"][language], key=lambda word: (-len(word), word))
    body = "|".join(map(re.escape, words))
    return re.compile(rows["programmes"][language]), re.compile(rf"(?i)\b(?:{body})" if language == "en" else body)
