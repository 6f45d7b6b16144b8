"""Where judgements stand: each follows the words it was made about into the current version of its source."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from dragoman.model import Anchor, Document, Judgement
from dragoman.store.reanchoring import Fate, reanchor


@dataclass(frozen=True, slots=True)
class Standing:
    """A judgement's place in the current text, or why it has none: a fate word, or "source left the case"."""

    judgement: str
    fate: str
    document: str | None = None
    start: int | None = None
    end: int | None = None


def stand(
    judgements: Iterable[Judgement],
    current: Callable[[str], Document | None],
    version: Callable[[str], Document | None],
) -> Iterator[Standing]:
    """Follow each judgement into the current text of its source.

    `current` gives the current document of a source (by the source's path), `version` any document by its id. Where
    the version that was judged is no longer known, the quote alone is looked for.
    """
    ordered = sorted(judgements, key=lambda one: (one.source, one.document, one.start, one.id))
    for (source, judged), group in groupby(ordered, key=lambda one: (one.source, one.document)):
        some = list(group)
        now = current(source)
        if now is None:
            yield from (Standing(one.id, "source left the case") for one in some)
            continue
        for one, fate in zip(some, _fates(some, judged, now, version), strict=True):
            yield Standing(one.id, fate.word, now.id if fate.start is not None else None, fate.start, fate.end)


def _fates(some: list[Judgement], judged: str, now: Document, version: Callable[[str], Document | None]) -> list[Fate]:
    anchors = [Anchor(judged, one.start, one.end, one.quote) for one in some]
    if judged == now.id:
        return [
            Fate("kept", anchor.start, anchor.end) if anchor.holds(now.text) else Fate("gone") for anchor in anchors
        ]
    old = version(judged)
    if old is not None:
        return reanchor(old.text, now.text, anchors)
    return [_by_words(anchor, now.text) for anchor in anchors]


def _by_words(anchor: Anchor, text: str) -> Fate:
    count = text.count(anchor.quote)
    if count == 1:
        start = text.index(anchor.quote)
        return Fate("kept" if start == anchor.start else "moved", start, start + len(anchor.quote))
    return Fate("ambiguous" if count else "gone")
