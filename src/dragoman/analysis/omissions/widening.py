"""A phrase with what stands before and after it past a comma, where that is the same wherever the phrase stands.

A comma parts a text into clauses, so that of "complete, verifiable and irreversible dismantlement" only the last words
are one repeat. They are printed whole if all who carry them have the same words around the comma.
"""

from collections.abc import Sequence

from dragoman.analysis.formulations.suffixes import SEPARATOR
from dragoman.analysis.omissions.carried import Carried
from dragoman.analysis.omissions.edges import listed
from dragoman.model import Anchor

MOST = 40  # numbers that a phrase is widened by, at most, on each side
COMMAS = frozenset(",，、")


def widened(known: Carried, phrase: int, members: Sequence[int]) -> tuple[list[Anchor], tuple[int, ...]]:
    """The first place of a phrase in each member, in the order given, widened past commas by what all of them share.

    Beside the places the numbers of the whole.

    >>> from dragoman.analysis.formulations import Text
    >>> from dragoman.analysis.omissions.carried import carried
    >>> texts = [Text(f"do-{n}", f"We {n} the complete, irreversible steps {n}.", language="en") for n in range(3)]
    >>> [anchor.quote for anchor in widened(carried(texts), 0, [2, 0])[0]]
    ['complete, irreversible steps', 'complete, irreversible steps']
    """
    length = len(known.codes[phrase])
    found = [(member, place) for member in members if (place := next(known.places(phrase, member), None)) is not None]
    before, after = (_shared(known, found, length, side) for side in (-1, 1))
    anchors = [known.printed(member, place - before, length + before + after) for member, place in found]
    spans = [(place - before, place + length + after) for _, place in found[:1]]
    return anchors, tuple(code for start, end in spans for code in known.stream.codes[start:end].tolist())


def _shared(known: Carried, found: Sequence[tuple[int, int]], length: int, side: int) -> int:
    """How many numbers on one side are the same in all places, up to the last whole clause or word of them."""
    kept = 0
    for step in range(1, MOST + 1):
        at = [(member, place - step if side < 0 else place + length - 1 + step) for member, place in found]
        if not all(first <= place < last for member, place in at for first, last in [known.bounds(member)]):
            break
        codes = {int(known.stream.codes[place]) for _, place in at}
        if len(codes) != 1 or (codes == {SEPARATOR} and not all(_is_comma(known, *one) for one in at)):
            break
        if codes != {SEPARATOR} and _whole(known, at, side):
            kept = step
    return kept


def _is_comma(known: Carried, member: int, place: int) -> bool:
    start = known.stream.span(place, 1)[0]
    return known.texts[member].text[start : start + 2].strip() in COMMAS


def _whole(known: Carried, at: Sequence[tuple[int, int]], side: int) -> bool:
    """Whether a phrase may end here: in English at any word that does not only join, elsewhere where a clause ends."""
    if known.stream.between:
        joining = listed()["en"]["opens" if side < 0 else "closes"]
        return known.stream.spelt[known.stream.codes[at[0][1]]] not in joining
    beyond = (place + side for _, place in at)
    return any(not 0 <= place < len(known.stream.codes) or not known.stream.codes[place] for place in beyond)
