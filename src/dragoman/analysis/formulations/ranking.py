"""Which repeats come first: those in wide use, free at both ends, set off by punctuation, and hanging together.

All of it is counted from the corpus itself; no list of words or of known formulations is asked.

- use: log2 of one and the documents, times the square root of the outlets;
- freedom: H / (H + 1) of the branching entropy H at each end (Jin and Tanaka-Ishii 2006);
- punctuation: how often a break stands at each end, against how often one stands anywhere (punctuation as an annotation
  of word and phrase ends: Li and Sun 2009), so that a stretch that never opens or never closes a clause falls behind,
  and so does one that is most often a clause by itself, as stock sentences are;
- cohesion: the bits by which the whole is likelier than its parts would be, cut at its first or last word;
- life: the share of the years since its first use that have it, and the authority of that first use.
"""

import numpy as np

from dragoman.analysis.formulations.ladders import Rung
from dragoman.analysis.formulations.measures import Measures
from dragoman.analysis.formulations.suffixes import Numbers

FIXED = 0.4  # how much more alike the distances from one end are of a header or closing line
FEWEST = 5  # documents from which an equal distance is no accident
STOCK = 0.9  # share of the places that are a whole clause, from which a phrase in a third of the documents is stock
COHESION = 8.0  # bits at which cohesion counts half


def preliminary(documents: Numbers, occurrences: Numbers, measures: Measures, base: float) -> Numbers:
    """The score of each repeat without cohesion; `base` is the share of breaks among all numbers."""
    use = np.log2(1 + documents) * np.sqrt(np.bitwise_count(measures.outlets))
    freedom = measures.left / (measures.left + 1) * measures.right / (measures.right + 1)
    opens, closes = (_set_off(share, occurrences, base) for share in (measures.opens, measures.closes))
    return np.asarray(use * freedom * np.sqrt(opens * closes * (1 - measures.lines)))


def _set_off(share: Numbers, occurrences: Numbers, base: float) -> Numbers:
    """How likely a break is at this end against anywhere, at most 1; one place of the usual kind is added."""
    smoothed = (share * occurrences + base) / (occurrences + 1)
    return np.asarray(np.minimum(1, smoothed / base)) if base else np.ones(len(share))


def stock(documents: Numbers, measures: Measures, corpus: int) -> Numbers:
    """Which repeats are clauses that stand word for word in a third of the documents."""
    return np.asarray((measures.lines >= STOCK) & (documents * 3 >= max(corpus, 3)))


def header(documents: Numbers, fixed: Numbers) -> Numbers:
    """Which repeats are headers or closing lines, always as far from the start or the end of a document."""
    return np.asarray((fixed >= FIXED) & (documents >= FEWEST))


def cohesion(whole: int, cuts: list[tuple[int, int]], size: int) -> float:
    """Bits by which the whole is likelier than the likeliest of its cuts into two, given the places of each part.

    >>> round(cohesion(8, [(8, 64), (16, 8)], 1024), 6)
    4.0
    """
    return min((float(np.log2(whole * size / (left * right))) for left, right in cuts), default=0.0)


def weight_of(bits: float) -> float:
    """What cohesion multiplies a score by: half at COHESION bits, near one far above, none at or below no bits.

    >>> weight_of(8.0), weight_of(-1.0)
    (0.5, 0.0)
    """
    above = max(bits, 0.0) ** 2
    return above / (above + COHESION**2)


def life(used: int, years: int) -> float:
    """From .5 to 1 by the share of the corpus's years since the first use that have the phrase; each year is a bit.

    >>> life(0b1100, 0b1111), life(0b0100, 0b1111), life(0, 0b1)
    (1.0, 0.75, 1.0)
    """
    if not used:
        return 1.0
    since = years & ~((used & -used) - 1)
    return 0.5 + 0.5 * used.bit_count() / max(1, since.bit_count())


def authority(rung: Rung | None) -> float:
    """1.5 for a first use on the top rung of a ladder, less on each below it, 1 where the rung is not known."""
    return 1 + 0.5 / rung.level if rung else 1.0


def same_family(one: str, other: str, documents: int, other_documents: int) -> bool:
    """Whether two phrases are forms of one formulation: one holds the other and is little else, or little rarer.

    >>> same_family("全球发展倡议", "落实全球发展倡议", 89, 29), same_family("乌克兰问题", "全球发展倡议", 69, 89)
    (True, False)
    """
    if one in other:
        short, long = one, other
    elif other in one:
        short, long = other, one
    else:
        return False
    few, many = sorted((documents, other_documents))
    return len(short) >= 0.6 * len(long) or few >= 0.5 * many
