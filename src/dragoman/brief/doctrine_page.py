"""The page on doctrine: each commitment of an address beside what was said before and what was done since."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.analysis.doctrine import Compared, Decoded, Ledger, address_findings, telling, vectors
from dragoman.brief.compose import Composition
from dragoman.brief.doctrine_study import PARTS, DoctrineStudy, anchor
from dragoman.brief.event_rows import EventRow, event_rows
from dragoman.brief.lettering import shown
from dragoman.brief.notes import citation_of
from dragoman.brief.vector_chart import vector_chart
from dragoman.model import Anchor, Document

CALLED = {"figures": "figures", "days": "days", "sums": "sums of money", "programmes": "named programmes",
          "places": "places", "abstract": "abstract words"}  # fmt: skip
Words = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """Earlier words of a part: the part, the words with their address, when and in which source, whether whole."""

    part: str
    words: Words
    published: str
    key: str
    whole: bool


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment as the page shows it; `parts` are (name, words with their addresses) of its specificity."""

    id: str
    number: str
    head: Words
    body: str
    compared: Compared | None
    nearest: Words | None
    said: tuple[Said, ...]
    vector: str
    weights: tuple[tuple[str, tuple[Words, ...]], ...]
    share: float | None
    parts: tuple[tuple[str, tuple[Words, ...]], ...]
    ledger: Ledger | None
    deeds: tuple[EventRow, ...]


def doctrine_page(study: DoctrineStudy, composition: Composition) -> Markup:
    """The page; every quoted span leads to its characters, every deed to its event."""
    address, document = study.address, study.document
    summary = address_findings(address, document)[0]
    rows = _rows(study, composition)
    source, language = study.source, document.language
    title = source.record.value("title") or source.path
    led = {
        name: [row for row, one in zip(rows, address.commitments, strict=True) if one.vector == name]
        for name in address.directions
    }
    return composition.render(
        "doctrine.html", root="", here="doctrine", language="en", title="Doctrine",
        case_title=composition.evidence.case.title, heading=composition.letters(title, language), spoken=language,
        citation=citation_of(source, language), link=composition.source_page(source.id), summary=summary, rows=rows,
        against=_other(study, composition), dropped=_dropped(study, composition), shown=shown,
        wide=vector_chart(address.directions), narrow=vector_chart(address.directions, 350.0),
        led=[(vectors()[name], held) for name, held in led.items()], unspoken=study.unspoken, past=address.past,
        nowhere=[row for row, one in zip(rows, address.commitments, strict=True) if one.vector is None],
    )  # fmt: skip


def _rows(study: DoctrineStudy, composition: Composition) -> list[CommitmentRow]:
    ledgers = {(one.commitment.series, one.commitment.number): one for one in study.ledgers}
    several = len({one.commitment.series for one in study.address.commitments}) > 1
    return [
        _row(one, study, ledgers.get((one.commitment.series, one.commitment.number)), several, composition)
        for one in study.address.commitments
    ]


def _row(
    one: Decoded, study: DoctrineStudy, ledger: Ledger | None, several: bool, composition: Composition
) -> CommitmentRow:
    document, made = study.document, one.commitment

    def words(spans: Sequence[tuple[int, int]]) -> tuple[Words, ...]:
        return tuple(_words(anchor(document, *span), composition) for span in spans)

    by_vector: dict[str, list[tuple[int, int]]] = {}
    for weight in one.weights:
        by_vector.setdefault(weight.vector, []).append((weight.start, weight.end))
    return CommitmentRow(
        f"c-{made.series}-{made.number}",
        f"{made.series}.{made.number}" if several else str(made.number),
        _words(anchor(document, made.start, made.end), composition),
        document.text[made.start : made.body] if made.body > made.end else "",
        one.compared,
        _words(one.compared.nearest, composition) if one.compared and one.compared.nearest else None,
        _said(one, document, composition),
        vectors()[one.vector].title if one.vector else "",
        tuple((vectors()[name].title, words(spans)) for name, spans in by_vector.items()),
        one.specificity.share,
        tuple((CALLED[name], words(spans)) for name in PARTS if (spans := getattr(one.specificity, name))),
        ledger,
        event_rows([deed.event for deed in ledger.deeds], composition) if ledger else (),
    )


def _said(one: Decoded, document: Document, composition: Composition) -> tuple[Said, ...]:
    """The earlier words of each part, the most telling first; words of the same place once."""
    best = telling(one.earlier)
    ordered = sorted(one.earlier, key=lambda said: (said is not best, not said.whole, said.published, said.start))
    found: dict[Anchor, Said] = {}
    for said in ordered:
        source = composition.catalogue.source_of(said.anchor.document)
        found.setdefault(said.anchor, Said(
            document.text[said.start : said.end], _words(said.anchor, composition), said.published,
            source.key if source else "", said.whole,
        ))  # fmt: skip
    return tuple(found.values())


def _words(place: Anchor, composition: Composition) -> Words:
    return place.quote, composition.anchor_link(place)


def _other(study: DoctrineStudy, composition: Composition) -> tuple[Markup, str] | None:
    source = composition.catalogue.source_of(study.other.id) if study.other else None
    if source is None or study.other is None:
        return None
    title = source.record.value("title") or source.path
    return composition.letters(title, study.other.language), composition.source_page(source.id)


def _dropped(study: DoctrineStudy, composition: Composition) -> list[tuple[str, Words, float]]:
    if study.other is None:
        return []
    return [
        (
            str(one.commitment.number),
            _words(anchor(study.other, one.commitment.start, one.commitment.end), composition),
            one.likeness,
        )
        for one in study.address.dropped
    ]
