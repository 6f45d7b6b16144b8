"""What a document lacks, as findings: each a sentence with its figures, anchors and the model behind the chance."""

from collections.abc import Mapping

from dragoman.analysis.omissions.chances import Chance
from dragoman.analysis.omissions.missing import Missing
from dragoman.analysis.omissions.omitting import Omissions
from dragoman.analysis.omissions.positions import Moved
from dragoman.analysis.omissions.returning import Returned
from dragoman.model import Anchor, Finding, content_id

ANALYSIS = "omissions"
REWORDED = 0.6  # likeness from which the nearest clause is taken for the phrase in other words
_FOLDED = "Width, case, quotation marks and traditional characters are folded; questions, titles and captions left out."
_CLASS = (
    "The chance is the class's own habit: what share of phrases with such a record the next document lacked, each "
    "earlier document weighing as one trial; it takes this document for one like those before it."
)
_PHRASE = (
    "Too few earlier documents to measure the class's habit: the chance is the rule of succession (Jeffreys) on this "
    "phrase alone, as if each document drew anew."
)
_LIKENESS = "The nearest clause is likely by its letters only; read it before you call it a substitute."


def omission_findings(told: Omissions, title: str, names: Mapping[str, str]) -> tuple[Finding, ...]:
    """A finding for each phrase: missing and reworded first, then returned, then moved.

    `title` is the class's; `names` say by document id what a reader calls each document, as "n12 (2018-06-12)".
    """
    parameters = (("class", title), ("last", str(told.last)))
    here = names[told.document]
    return (
        *(_missing(one, here, names, parameters) for one in told.missing),
        *(_returned(one, here, names, parameters) for one in told.returned),
        *(_moved(one, here, parameters) for one in told.moved),
    )


def _missing(one: Missing, here: str, names: Mapping[str, str], parameters: tuple[tuple[str, str], ...]) -> Finding:
    near = one.nearest
    reworded = near is not None and near.likeness >= REWORDED
    stood = f"“{one.anchors[0].quote}” stood in {one.carried} of the last {one.last} of its class"
    beside = f"; nearest is “{near.anchor.quote}” (likeness {near.likeness:.2f})" if near else "; no clause comes near"
    chance = one.chance
    sentence = (
        f"{stood} and is absent from {here}{beside}. Chance of absence by accident {chance.value:.2f} "
        f"({chance.low:.2f} to {chance.high:.2f})."
    )
    figures = (
        ("carried", f"{one.carried} of {one.last}"), ("without a break", str(one.run)),
        ("carried in all", f"{one.total} of {one.of}"), ("chance", f"{chance.value:.3f}"),
        ("interval", f"{chance.low:.3f} to {chance.high:.3f}"), ("chance from", basis_in_words(chance)),
        ("likeness", f"{near.likeness:.2f}" if near else ""), ("also absent", ", ".join(one.forms)),
        ("carried by", ", ".join(names[anchor.document] for anchor in one.anchors)),
    )  # fmt: skip
    caveats = (_CLASS if chance.basis == "class" else _PHRASE, _FOLDED, *((_LIKENESS,) if near else ()))
    anchors = (*one.anchors, *((near.anchor,) if near else ()))
    return _finding(
        "reworded" if reworded else "missing",
        sentence,
        anchors,
        figures,
        (("phrase", one.phrase), *parameters),
        caveats,
    )


def basis_in_words(chance: Chance) -> str:
    """What a chance was measured on.

    >>> basis_in_words(Chance(0.1, 0.0, 0.2, "class", 9, 240))
    '240 phrases with such a record at 9 earlier documents'
    """
    if chance.basis == "class":
        return f"{chance.phrases} phrases with such a record at {chance.members} earlier documents"
    return f"the phrase's own {chance.members} documents since its first use"


def _returned(one: Returned, here: str, names: Mapping[str, str], parameters: tuple[tuple[str, str], ...]) -> Finding:
    sentence = (
        f"“{one.now.quote}” is back in {here} after {one.absent} of its class without it; it stood in {one.total} "
        f"before, last in {names[one.before.document]}."
    )
    figures = (
        ("absent", str(one.absent)), ("carried before", str(one.total)),
        ("back of those as long silent", f"{one.back} of {one.silent}"),
    )  # fmt: skip
    return _finding(
        "came back", sentence, (one.now, one.before), figures, (("phrase", one.phrase), *parameters), (_FOLDED,)
    )


def _moved(one: Moved, here: str, parameters: tuple[tuple[str, str], ...]) -> Finding:
    last = dict(parameters)["last"]
    sentence = (
        f"“{one.now.quote}” stands in the {one.part} of {here}; in all of the last {last} of its class it stood in the "
        f"{one.was}."
    )
    figures = (("was", one.was), ("is", one.part))
    return _finding(
        "moved", sentence, (one.now, one.before), figures, (("phrase", one.phrase), *parameters), (_FOLDED,)
    )


def _finding(  # noqa: PLR0913, PLR0917
    verdict: str, sentence: str, anchors: tuple[Anchor, ...], figures: tuple[tuple[str, str], ...],
    parameters: tuple[tuple[str, str], ...], caveats: tuple[str, ...],
) -> Finding:  # fmt: skip
    identity = content_id("fi", ANALYSIS, sentence, *(anchor.id for anchor in anchors))
    return Finding(identity, ANALYSIS, verdict, sentence, anchors, (), figures, parameters, caveats)
