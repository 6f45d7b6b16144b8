"""The address that a case names, decoded: beside another address, beside all that was said before, beside the deeds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman import gazetteer
from dragoman.analysis.doctrine import Address, DoctrineError, Ledger, Word, decode, ledgers
from dragoman.engines import decided_deeds
from dragoman.engines.speaking import UnknownSpeaker, speakers_of
from dragoman.model import Anchor, Case, Document, Source
from dragoman.sources import CaseError
from dragoman.sources.errors import nearest
from dragoman.store import Store

PARTS = ("figures", "days", "sums", "programmes", "places", "abstract")


@dataclass(frozen=True, slots=True)
class DoctrineStudy:
    """An address and the one it is set against with their texts, its decoding, and the ledger of each commitment.

    `unspoken` says why there are no ledgers, where nobody is known who answers for the address.
    """

    document: Document
    source: Source
    other: Document | None
    address: Address
    ledgers: tuple[Ledger, ...]
    unspoken: str = ""

    @property
    def anchors(self) -> Iterator[Anchor]:
        """Every place that the page leads to."""
        for one in self.address.commitments:
            yield anchor(self.document, one.commitment.start, one.commitment.end)
            yield from (said.anchor for said in one.earlier)
            if one.compared and one.compared.nearest:
                yield one.compared.nearest
            for name in PARTS:
                yield from (anchor(self.document, *span) for span in getattr(one.specificity, name))
            yield from (anchor(self.document, weight.start, weight.end) for weight in one.weights)
        for dropped in self.address.dropped if self.other else ():
            assert self.other is not None
            yield anchor(self.other, dropped.commitment.start, dropped.commitment.end)


def anchor(document: Document, start: int, end: int) -> Anchor:
    """A span of a document with its characters."""
    return Anchor(document.id, start, end, document.text[start:end])


def doctrine_study(case: Case, store: Store) -> DoctrineStudy | None:
    """Decode the address of a case; None where it names none, or one without commitments.

    CaseError for a key or a speaker that there is not, and for an address in a language that is not decoded.
    """
    asked = case.doctrine
    if asked is None:
        return None
    sources = store.sources()
    document, source = _by_key(asked.document, "document", sources, store)
    other = _by_key(asked.against, "against", sources, store)[0] if asked.against else None
    try:
        address = decode(document, store.documents(), other)
    except DoctrineError as error:
        raise CaseError(f"case.toml, [doctrine]: {asked.document}: {error}") from error
    if not address.commitments:
        return None
    known = gazetteer.load()
    try:
        speakers = tuple(speakers_of(source, document.language, asked.by or None, known))
    except UnknownSpeaker as error:
        if asked.by:
            raise CaseError(f'case.toml, [doctrine]: "by": {error}') from error
        return DoctrineStudy(document, source, other, address, (), str(error))
    word = Word(document, source.path, speakers)
    return DoctrineStudy(
        document, source, other, address, ledgers(word, store.events(), decided_deeds(case, store), known)
    )


def _by_key(key: str, name: str, sources: Iterable[Source], store: Store) -> tuple[Document, Source]:
    known = {source.key: source for source in sources}
    if key not in known:
        raise CaseError(f'case.toml, [doctrine]: "{name}": no source has the key "{key}"{nearest(key, known)}')
    document = store.current_of(known[key].id)
    if document is None:
        raise CaseError(f'case.toml, [doctrine]: "{name}": nothing of the source "{key}" could be read')
    return document, known[key]
