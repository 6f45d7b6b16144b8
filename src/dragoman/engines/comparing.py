"""Documents of a case as accounts: their readings from the store, and whose accounts they are."""

from dragoman.analysis.readouts import Account
from dragoman.engines.speaking import UnknownSpeaker, speakers_of
from dragoman.gazetteer import Gazetteer
from dragoman.model import Document, Source
from dragoman.store import Store

KINDS = ("sentence", "time", "quantity", "mention", "report", "statement")


def account(store: Store, source: Source, document: Document, known: Gazetteer) -> Account:
    """The current document of a source as an account; its side is the state that the source's record names, if any."""
    readings = tuple(one.reading for kind in KINDS for one in store.observations(kind, document.id))
    return Account(
        document.id,
        source.key,
        document.text,
        document.language,
        (document.published or "")[:10] or None,
        tuple(sorted(readings, key=lambda one: (one.start, one.end))),
        _side(source, document, known),
        source.record.value("title-translated"),
    )


def _side(source: Source, document: Document, known: Gazetteer) -> str | None:
    try:
        return speakers_of(source, document.language, None, known)[0]
    except UnknownSpeaker:
        return None
