"""An address set against an earlier one: kept, reworded, new, dropped."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.analysis.doctrine.commitments import Commitment, commitments
from dragoman.analysis.doctrine.rows import marks
from dragoman.model import Anchor, Document
from dragoman.store import search_form

LIKE = 0.6
SHARED = 0.5
Fate = Literal["kept", "reworded", "new", "dropped"]
Change = tuple[Literal["same", "removed", "added"], str]


@dataclass(frozen=True, slots=True)
class Compared:
    """One commitment beside the nearest words of the other address, with their likeness from 0 to 1.

    `fate` of a commitment of the later address: kept (its core stands there to the letter), reworded, new; of one of
    the earlier: dropped. `nearest` is None where nothing comes near. `changes` leads from the earlier words to the
    later.
    """

    commitment: Commitment
    fate: Fate
    likeness: float
    nearest: Anchor | None
    changes: tuple[Change, ...] = ()


def compare(later: Document, earlier: Document) -> list[Compared]:
    """The commitments of the later address in its order, then those of the earlier that it dropped.

    A core is kept where it stands in the earlier text; reworded where the nearest clause is alike by .6 (normalised
    insertions and deletions) or shares half the core in one piece of at least the language's shortest phrase. The lines
    are ours; the likeness is given so that a reader can draw them elsewhere.

    >>> old = Document("do-1", "so-1", "", "第一，坚持和平发展。第二，坚持改革。", "zh", "2012", "text/1")
    >>> new = Document("do-2", "so-2", "", "第一，坚持和平发展道路。第二，坚持法治。", "zh", "2017", "text/1")
    >>> [(one.commitment.core, one.fate) for one in compare(new, old)]
    [('和平发展道路', 'reworded'), ('法治', 'new'), ('改革', 'dropped')]
    """
    found = [_fate(one, later, earlier) for one in commitments(later.text, later.language)]
    back = [_fate(one, earlier, later) for one in commitments(earlier.text, earlier.language)]
    dropped = [Compared(one.commitment, "dropped", one.likeness, one.nearest) for one in back if one.fate == "new"]
    return found + dropped


def _fate(commitment: Commitment, own: Document, other: Document) -> Compared:
    core = search_form(commitment.core).text
    form = search_form(other.text)
    place = form.text.find(core)
    if place >= 0 and core:
        first, last = form.original(place, place + len(core))
        return Compared(commitment, "kept", 1.0, Anchor(other.id, first, last, other.text[first:last]))
    likeness, nearest, shared = _nearest(core, own.language, other)
    shortest = marks(own.language).shortest
    reworded = nearest is not None and (likeness >= LIKE or (shared >= SHARED * len(core) and shared >= shortest))
    if not reworded or nearest is None:
        return Compared(commitment, "new", likeness, nearest)
    return Compared(commitment, "reworded", likeness, nearest, changes(nearest.quote, commitment.core))


def _nearest(core: str, language: str, other: Document) -> tuple[float, Anchor | None, int]:
    """The clause of the other text that is most alike, and how many characters of one piece they share."""
    from rapidfuzz.distance import Indel

    best: tuple[float, Anchor | None, int] = (0.0, None, 0)
    for start, end in _clauses(other.text, language):
        words = other.text[start:end]
        likeness = Indel.normalized_similarity(core, search_form(words).text, score_cutoff=best[0])
        if likeness > best[0]:
            shared = _shared(core, search_form(words).text)
            best = (round(likeness, 3), Anchor(other.id, start, end, words), shared)
    return best


def _clauses(text: str, language: str) -> Sequence[tuple[int, int]]:
    """The clauses of a text without the words that only say "we shall"."""
    known = marks(language)
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in [match.start() for match in known.clause.finditer(text)] + [len(text)]:
        first = start
        while first < stop and text[first].isspace():
            first += 1
        mark = next((found for style in known.styles if (found := style.mark.match(text, first, stop))), None)
        first = mark.end() if mark else first
        opener = known.opener.match(text[first:stop])
        first += opener.end() if opener and opener.end() < stop - first else 0
        if stop > first:
            spans.append((first, stop))
        start = stop + 1
    return spans


def _shared(one: str, other: str) -> int:
    """The length of the longest piece that stands in both."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size


def changes(before: str, after: str) -> tuple[Change, ...]:
    """What leads from one wording to the next, character by character.

    >>> changes("和平发展", "和平发展道路")
    (('same', '和平发展'), ('added', '道路'))
    """
    from rapidfuzz.distance import Indel

    found: list[Change] = []
    for step in Indel.opcodes(before, after):
        if step.tag == "equal":
            found.append(("same", before[step.src_start : step.src_end]))
            continue
        if step.src_end > step.src_start:
            found.append(("removed", before[step.src_start : step.src_end]))
        if step.dest_end > step.dest_start:
            found.append(("added", after[step.dest_start : step.dest_end]))
    return tuple(found)
