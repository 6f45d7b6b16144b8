"""An address decoded: each commitment with its history, vector and specificity, as findings."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.analysis.doctrine.commitments import Commitment, commitments
from dragoman.analysis.doctrine.comparison import Compared, compare
from dragoman.analysis.doctrine.specificity import Specificity, specificity
from dragoman.analysis.doctrine.vectors import Weight, leading, vectors, weights
from dragoman.analysis.doctrine.wording import Earlier, Past, earliest
from dragoman.model import Anchor, Document, Finding, content_id

METHOD = "series of points worded as commitments; earliest verbatim earlier words; see analysis/doctrine"


@dataclass(frozen=True, slots=True)
class Decoded:
    """One commitment with all that is known of it. `compared` is None where no address was set against it."""

    commitment: Commitment
    earlier: tuple[Earlier, ...]
    weights: tuple[Weight, ...]
    specificity: Specificity
    compared: Compared | None

    @property
    def vector(self) -> str | None:
        """The leading vector's id."""
        return leading(self.weights)


@dataclass(frozen=True, slots=True)
class Address:
    """A decoded address: its commitments in order, and those of the other address that it dropped."""

    document: str
    against: str | None
    commitments: tuple[Decoded, ...]
    dropped: tuple[Compared, ...]
    past: int

    @property
    def directions(self) -> dict[str, int]:
        """How many commitments each vector leads, in the order of the vectors' file."""
        led = Counter(one.vector for one in self.commitments)
        return {name: led[name] for name in vectors() if led[name]}


def decode(document: Document, corpus: Iterable[Document], against: Document | None = None) -> Address:
    """Decode an address against everything of the corpus that was published before it in its language.

    Where the document is undated nothing can be earlier, and no earlier words are given.
    """
    before = [
        one
        for one in corpus
        if document.published and one.published and one.published < document.published
        and one.language == document.language and one.id != document.id
    ]  # fmt: skip
    past = Past(before)
    compared = compare(document, against) if against else []
    beside = {(one.commitment.series, one.commitment.number): one for one in compared if one.fate != "dropped"}
    found = tuple(
        Decoded(
            one,
            tuple(said for part in one.parts if (said := earliest(part, past, document.language))),
            tuple(weights(document.text, one, document.language)),
            specificity(document.text, one, document.language, document.published),
            beside.get((one.series, one.number)),
        )
        for one in commitments(document.text, document.language)
    )
    dropped = tuple(one for one in compared if one.fate == "dropped")
    return Address(document.id, against.id if against else None, found, dropped, len(before))


def address_findings(address: Address, document: Document) -> tuple[Finding, ...]:
    """What the decoding says: one finding for the whole, and one for each commitment."""
    return (_summary(address, document), *(_finding(one, address, document) for one in address.commitments))


def _summary(address: Address, document: Document) -> Finding:
    fates = Counter(one.compared.fate for one in address.commitments if one.compared)
    fates["dropped"] = len(address.dropped)
    held = f"{len(address.commitments)} commitments" if len(address.commitments) != 1 else "1 commitment"
    beside = ""
    if address.against:
        beside = ": " + ", ".join(f"{fates[fate]} {fate}" for fate in ("kept", "reworded", "new", "dropped"))
    led = "; ".join(f"{vectors()[name].title} {count}" for name, count in address.directions.items())
    sentence = f"The address makes {held}{beside}." + (f" They point to {led}." if led else "")
    return Finding(
        content_id("fi", "doctrine", document.id, sentence),
        "doctrine",
        "descriptive",
        sentence,
        tuple(_anchor(document, one.commitment.start, one.commitment.end) for one in address.commitments),
        (),
        tuple((fate, str(count)) for fate, count in fates.items()),
        (("method", METHOD), ("earlier documents", str(address.past))),
        _caveats(address, document),
    )


def _finding(one: Decoded, address: Address, document: Document) -> Finding:
    commitment, said = one.commitment, telling(one.earlier)
    parts = [f"Commitment {commitment.number}: {commitment.head}."]
    if one.compared:
        parts.append(f"Against the other address: {one.compared.fate} (likeness {one.compared.likeness:.2f}).")
    anchors = [_anchor(document, commitment.start, commitment.end)]
    if said:
        parts.append(f"Its earliest earlier words in this corpus are “{said.anchor.quote}” ({said.published}).")
        anchors.append(said.anchor)
    elif address.past:
        parts.append("None of its parts was said before in this corpus.")
    sentence = " ".join(parts)
    share = one.specificity.share
    return Finding(
        content_id("fi", "doctrine", document.id, commitment.start, sentence),
        "doctrine",
        one.compared.fate if one.compared else "descriptive",
        sentence,
        tuple(anchors),
        (),
        (("vector", one.vector or "none"), ("specificity", "none" if share is None else f"{share:.2f}")),
        (("method", METHOD),),
        (),
    )


def telling(earlier: Sequence[Earlier]) -> Earlier | None:
    """The earlier words that say most: the longest part that stands whole, else the longest words."""
    return max(earlier, key=lambda one: (one.whole, one.end - one.start, -one.start), default=None)


def _anchor(document: Document, start: int, end: int) -> Anchor:
    return Anchor(document.id, start, end, document.text[start:end])


def _caveats(address: Address, document: Document) -> tuple[str, ...]:
    if not document.published:
        return ("the document is undated: nothing can be called earlier than it",)
    if not address.past:
        return ("the case holds no earlier dated document in this language: earlier words were not looked for",)
    return (f"earliest means in the {address.past} earlier documents of this case, not in all that was ever said",)
