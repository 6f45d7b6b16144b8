"""The phrases that a class let expect and the present document lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

import numpy as np

from dragoman.analysis.omissions.carried import Carried
from dragoman.analysis.omissions.chances import Chance, chance_of, chance_of_phrase
from dragoman.analysis.omissions.lengths import size
from dragoman.analysis.omissions.nearest import Clauses, Nearest
from dragoman.analysis.omissions.records import Expected, families
from dragoman.analysis.omissions.stock import is_stock
from dragoman.analysis.omissions.widening import widened
from dragoman.model import Anchor


@dataclass(frozen=True, slots=True)
class Missing:
    """A phrase that `carried` of the last `last` members carried and the present document lacks.

    `phrase` is folded; `anchors` quote it as printed, the latest member first, past a comma where all share what stands
    there (see `widening`). `run` counts the members in a row up to the last one, `total` all that have it of the `of`
    earlier ones. `forms` are phrases that lie in it, or that it lies in, and are absent too. `nearest` is the clause
    that might stand for it.
    """

    phrase: str
    carried: int
    last: int
    run: int
    total: int
    of: int
    anchors: tuple[Anchor, ...]
    forms: tuple[str, ...]
    nearest: Nearest | None
    chance: Chance


def missing_phrases(known: Carried, now: Expected, before: Sequence[Expected]) -> list[Missing]:
    """The phrases expected `now` and absent, each family once, the most telling first.

    They are put in order by the bits of surprise at the absence, times the size of the phrase: a long one is not used
    without thought. `before` has what was expected of earlier members, from which the chances come.
    """
    language = known.texts[-1].language
    clauses = Clauses(known)
    absent = np.flatnonzero(~now.kept).tolist()
    absent.sort(key=lambda row: (-now.carried[row], -len(known.codes[now.phrases[row]]), row))
    found = []
    for family in families([known.forms[now.phrases[row]] for row in absent]):
        row, *others = (absent[at] for at in family)
        if not is_stock(known.phrases[now.phrases[row]], language):
            found.append(_missing(known, now, before, row, [int(now.phrases[other]) for other in others], clauses))
    return sorted(found, key=lambda one: (log2(one.chance.value) * size(one.anchors[0].quote, language), one.phrase))


def _missing(  # noqa: PLR0913, PLR0917
    known: Carried, now: Expected, before: Sequence[Expected], row: int, others: list[int], clauses: Clauses
) -> Missing:
    phrase = int(now.phrases[row])
    held = [member for member in range(known.earlier) if known.held[phrase] >> np.int64(member) & 1]
    anchors, whole = widened(known, phrase, [member for member in reversed(held) if member >= known.earlier - now.last])
    since = known.earlier - held[0]
    chance = chance_of(before, int(now.strength[row]), now.last) or chance_of_phrase(since, since - len(held))
    return Missing(
        known.phrases[phrase], int(now.carried[row]), now.last, int(now.runs[row]), len(held), known.earlier,
        tuple(anchors), tuple(known.phrases[other] for other in others),
        clauses.nearest(whole), chance,
    )  # fmt: skip
