"""The earliest earlier wording of a part: where, before an address, its words had stood already."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.analysis.doctrine.commitments import Part
from dragoman.analysis.doctrine.rows import marks
from dragoman.model import Anchor, Document
from dragoman.store import SearchForm, search_form


@dataclass(frozen=True, slots=True)
class Earlier:
    """Words of a part and their earliest place: the span in the part's own document, and where and when they stood.

    `whole` says whether the whole part stands there; otherwise the words are the longest that were said before.
    """

    start: int
    end: int
    anchor: Anchor
    published: str
    whole: bool


class Past:
    """Texts in the order of their days, searched as one: the first hit is the earliest.

    Width, case, and traditional or simplified shape do not matter (the store's search form). Undated texts are left
    out, since nothing can be said to be earlier than they are or later.

    >>> past = Past([Document("do-1", "so-1", "", "维护世界和平。", "zh", "1988-03-25", "text/1")])
    >>> past.find("世界和平").anchor.quote
    '世界和平'
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        dated = [document for document in documents if document.published]
        self._documents = sorted(dated, key=lambda one: (one.published or "", one.id))
        self._forms: list[SearchForm] = [search_form(document.text) for document in self._documents]
        self._starts: list[int] = []
        place = 0
        for form in self._forms:
            self._starts.append(place)
            place += len(form.text) + 1
        self._all = "\x00".join(form.text for form in self._forms)

    def find(self, words: str) -> Earlier | None:
        """The earliest place of the words, or None; the span of the answer is that of the words given."""
        place = self._all.find(search_form(words).text)
        if place < 0 or not words:
            return None
        number = bisect_right(self._starts, place) - 1
        document, form = self._documents[number], self._forms[number]
        start = place - self._starts[number]
        first, last = form.original(start, start + len(search_form(words).text))
        anchor = Anchor(document.id, first, last, document.text[first:last])
        return Earlier(0, len(words), anchor, document.published or "", True)


def earliest(part: Part, past: Past, language: str) -> Earlier | None:
    """The earliest place of a whole part; else of the longest of its words that had been said before, or None.

    Words shorter than the language's shortest phrase say nothing and are not looked for.
    """
    found = past.find(part.text)
    if found:
        return Earlier(part.start, part.end, found.anchor, found.published, True)
    spans = _said_before(part.text, past, marks(language).shortest, language in ("en", "ko"))
    if not spans:
        return None
    first, last = max(spans, key=lambda span: (span[1] - span[0], -span[0]))
    found = past.find(part.text[first:last])
    if found is None:
        return None
    return Earlier(part.start + first, part.start + last, found.anchor, found.published, False)


def _said_before(text: str, past: Past, shortest: int, words: bool) -> list[tuple[int, int]]:
    """The longest stretches that stand somewhere in the past, by two pointers: each is looked for once."""
    stops = _stops(text, words)
    spans: list[tuple[int, int]] = []
    first, last = 0, 1
    while last < len(stops):
        if past.find(text[stops[first] : stops[last]].strip()):
            last += 1
            continue
        _keep(spans, stops[first], stops[last - 1], shortest)
        first += 1
        last = max(last, first + 1)
    _keep(spans, stops[first], stops[last - 1], shortest)
    return [span for span in spans if text[span[0] : span[1]].strip()]


def _keep(spans: list[tuple[int, int]], start: int, end: int, shortest: int) -> None:
    if end - start >= shortest and not (spans and end <= spans[-1][1]):
        spans.append((start, end))


def _stops(text: str, words: bool) -> Sequence[int]:
    """Where a stretch may begin or end: anywhere, or between words in languages that part them."""
    if not words:
        return range(len(text) + 1)
    return [0, *(place + 1 for place, sign in enumerate(text) if sign == " "), len(text)]
