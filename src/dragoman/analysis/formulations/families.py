"""Families with a slot: "习近平…思想", each filler with its first and last use, and who came before whom."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from dragoman.analysis.formulations.faults import FormulationError
from dragoman.analysis.formulations.history import Use, use_at
from dragoman.analysis.formulations.index import APART, PhraseIndex, Places, keys
from dragoman.analysis.formulations.rows import given, listed, rows_of

WIDEST = 24  # characters in a slot
EDGE = 2  # characters by which relatives open and close, and by which their lengths may differ
COMMON = 100_000  # places of an opening or closing from which it tells nothing
FEWEST = 3  # fillers that make a family of phrases found together
_SLOT = re.compile(r"(?<=[^\s…])(?:…|(?<![A-Za-z0-9])X(?![A-Za-z0-9]))(?=[^\s…])")
_STOPS = re.compile(r"[\n\r。！？!?；;：:，,“”\"《》（）()]")


@dataclass(frozen=True, slots=True)
class Member:
    """One filler of the slot: the whole phrase, its field, in how many documents and how often, first and last use."""

    filler: str
    phrase: str
    field: str
    documents: int
    occurrences: int
    first: Use | None
    last: Use | None


def slot_of(pattern: str) -> tuple[str, str] | None:
    """What stands before and after the slot (… or a lone X) of a pattern; None for a plain phrase.

    >>> slot_of("习近平X思想"), slot_of("全球…倡议"), slot_of("会晤"), slot_of("AUX是")
    (('习近平', '思想'), ('全球', '倡议'), None, None)
    """
    found = list(_SLOT.finditer(pattern))
    if not found:
        return None
    if len(found) > 1:
        raise FormulationError(f'"{pattern}": a family has one slot; write one … only')
    return pattern[: found[0].start()], pattern[found[0].end() :]


def family(index: PhraseIndex, before: str, after: str) -> tuple[Member, ...]:
    """Every filler of up to 24 characters without a stop between the two parts, by first use (undated ones last)."""
    fillers: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for document, start, end in _slots(index.places(before), len(before), index.places(after)):
        filler = index.quote(document, start + len(before), end)
        if filler.strip() and not _STOPS.search(filler):
            fillers[filler].append((document, start))
    fields = _fields()
    members = [_member(index, before, filler, after, spots, fields) for filler, spots in fillers.items()]
    return tuple(sorted(members, key=lambda one: ((one.first and one.first.published) or "~", one.filler)))


def relatives(index: PhraseIndex, phrase: str) -> tuple[Member, ...]:
    """Phrases that open and close as this one does and are about as long, in two documents or more, by first use.

    Those before it are its predecessors, those after it its successors; it is among them itself. Nothing for a phrase
    too short to have an opening, a slot and a closing, or whose opening or closing is too common to tell anything, as
    two letters of an alphabet are.
    """
    if len(phrase) <= 2 * EDGE or any(character.isascii() for character in phrase):
        return ()
    before, after = phrase[:EDGE], phrase[-EDGE:]
    if any(len(index.places(part).starts) > COMMON for part in (before, after)):
        return ()
    members = family(index, before, after)
    return tuple(one for one in members if one.documents >= 2 and abs(len(one.phrase) - len(phrase)) <= EDGE)


def _slots(opens: Places, length: int, closes: Places) -> list[tuple[int, int, int]]:
    """(document, start of the opening part, start of the closing part), each opening with the nearest closing."""
    if not len(opens.documents) or not len(closes.documents):
        return []
    starts = keys(opens)
    ends = keys(closes)
    nearest = np.searchsorted(ends, starts + length + 1)
    inside = nearest < len(ends)
    gap = ends[np.minimum(nearest, len(ends) - 1)] - starts - length
    following = np.append(starts[1:], starts[-1] + APART) - starts - length
    fits = np.flatnonzero(inside & (gap <= WIDEST) & (following >= gap))
    return [(int(opens.documents[at]), int(opens.starts[at]), int(closes.starts[nearest[at]])) for at in fits]


def _member(  # noqa: PLR0913, PLR0917
    index: PhraseIndex, before: str, filler: str, after: str, spots: list[tuple[int, int]], fields: dict[str, str]
) -> Member:
    phrase = f"{before}{filler}{after}"
    dated = [spot for spot in spots if index.periods[spot[0]]]
    first = min(dated, key=lambda spot: (index.periods[spot[0]], spot), default=None)
    last = max(dated, key=lambda spot: (index.periods[spot[0]], spot), default=None)
    field = next((name for word, name in fields.items() if word in filler), "")
    return Member(
        filler, phrase, field, len({document for document, _ in spots}), len(spots),
        _use(index, phrase, first), _use(index, phrase, last),
    )  # fmt: skip


def _use(index: PhraseIndex, phrase: str, spot: tuple[int, int] | None) -> Use | None:
    if spot is None:
        return None
    places = index.places(phrase)
    at = int(np.searchsorted(keys(places), spot[0] * APART + spot[1]))
    return use_at(index, places, at, len(phrase))


def _fields() -> dict[str, str]:
    path, rows = rows_of("fields.yaml", "fields")
    return {word: given(row, "name", path) for row in rows for word in listed(row, "words")}


def families_in(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Families among phrases found together: "opening…closing" to its fillers, three or more, widest frame first.

    >>> families_in(["全球发展倡议", "全球安全倡议", "全球文明倡议", "会晤"])
    {'全球…倡议': ('发展', '安全', '文明')}
    """
    frames: dict[tuple[str, str], set[str]] = defaultdict(set)
    for phrase in set(phrases):
        for opening in range(2, min(8, len(phrase) - 2)):
            for closing in range(2, min(6, len(phrase) - opening)):
                frames[phrase[:opening], phrase[-closing:]].add(phrase[opening:-closing])
    found: dict[str, tuple[str, ...]] = {}
    taken: set[frozenset[str]] = set()
    for (opens, closes), fillers in sorted(frames.items(), key=lambda one: (-len(one[0][0] + one[0][1]), one[0])):
        phrases_of = frozenset(f"{opens}{filler}{closes}" for filler in fillers)
        if len(fillers) >= FEWEST and phrases_of not in taken:
            taken.add(phrases_of)
            found[f"{opens}…{closes}"] = tuple(sorted(fillers))
    return found
