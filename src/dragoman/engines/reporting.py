"""From the store to who reported what."""

from dragoman import extraction
from dragoman.analysis.reportage import Reportage
from dragoman.engines.build import stood_reports
from dragoman.engines.case_names import case_gazetteer
from dragoman.model import Case
from dragoman.store import Store

READ = ("statement", "attendance", "signature", "appointment", "mention", "time")


def reportage(case: Case, store: Store) -> Reportage:
    """What a built case holds of who reported what."""
    documents = {document.id: document for document in store.documents()}
    return Reportage(
        store.events(),
        {one.id: one for one in stood_reports(case, store)},
        documents,
        {source.id: source for source in store.sources()},
        {kind: tuple(store.observations(kind)) for kind in READ},
        extraction.witness_groups(documents.values()),
        case_gazetteer(case.gazetteer),
    )
