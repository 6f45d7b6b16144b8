"""One event for a sentence whose source and target are given: its PLOVER root, quad class and frame."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.extraction.actors import kinds_of
from dragoman.extraction.acts import Act, Sign, find_acts
from dragoman.extraction.placing import Parties, place
from dragoman.extraction.shapes import simplified

ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
QUADS = {"AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2}
QUADS |= {"REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3}
QUADS |= {"PROTEST": 4, "MOBILIZE": 4, "SANCTION": 4, "COERCE": 4, "ASSAULT": 4}
DEFAULT = "CONSULT"
LONGEST = 5_000
_NEAR, _FEW = 12, 5
_UNFIT = 2.2


@dataclass(frozen=True, slots=True)
class Coded:
    """The PLOVER root (YIELD for CONCEDE and RETREAT), its quad class, and the line that decided; None for none."""

    root: str
    quad: int
    frame: str | None


def code(sentence: str, source: str, target: str, lang: str = "en") -> Coded:
    """What the source does to the target in a sentence, of which the first 5,000 characters are read.

    The highest act counts: its weight, and how well its place fits the parties (`placing`). Where no act is found, the
    answer is a default and its frame None.

    >>> coded = code("France agreed to lift its sanctions on Iran.", "France", "Iran")
    >>> coded.root, coded.quad
    ('AGREE', 1)
    """
    sentence = sentence[:LONGEST]
    parties = Parties.of(sentence, source, target, lang)
    kinds = kinds_of(source, lang), kinds_of(target, lang)
    acts, across = find_acts(simplified(sentence) if lang == "zh" else sentence, lang)
    best: Act | None = None
    height = float("-inf")
    for act in acts:
        told = _told(act, across, parties)
        score = told.weight + place(parties, told) - (0 if act.asks(*kinds) else _UNFIT)
        if score > height:
            best, height = told, score
    if best is None:
        return Coded(DEFAULT, QUADS[DEFAULT], None)
    root = ROOTS.get(best.frame.plover, best.frame.plover)
    return Coded(root, QUADS[root], best.name)


def _told(act: Act, across: Sequence[Sign], parties: Parties) -> Act:
    """The act as what the source says of the target, where it stands so: source, "says", target, act."""
    if not across or not parties.source or not parties.target or act.start < parties.target[1]:
        return act
    if parties.words(parties.target[1], act.start) > _FEW:
        return act
    for sign in across:
        near = parties.source[1] <= sign.start and 0 <= parties.target[0] - sign.end <= _NEAR
        if near and (told := sign.over(act)):
            return replace(told, start=sign.start)
    return act
