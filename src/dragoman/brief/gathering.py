"""From the store to what a brief stands on."""

from dragoman.brief.evidence import Evidence
from dragoman.engines import case_gazetteer, named, stood_reports
from dragoman.model import Case, Document
from dragoman.store import Store


def gather(case: Case, store: Store) -> Evidence:
    """Everything that the brief and its pages need of a case, as it stands after its last build."""
    documents = {document.id: document for document in store.documents()}
    sources = store.sources()
    older: dict[str, tuple[Document, ...]] = {}
    for source in sources:
        earlier = [version for version in reversed(store.versions(source.id)) if version.id not in documents]
        if earlier:
            older[source.id] = tuple(earlier)
    observations = {observation.id: observation for observation in stood_reports(case, store)}
    events = store.events()
    names = case_gazetteer(case.gazetteer)
    return Evidence(
        case=case,
        sources=sources,
        documents=documents,
        observations=observations,
        events=events,
        findings=store.findings(),
        older_documents=older,
        names={identity: names.name(identity, "en") for identity in sorted(named(events))},
    )


def false_anchors(evidence: Evidence) -> list[str]:
    """Every observation and finding whose quote does not stand where it is said to stand; empty is as it must be."""
    lines: list[str] = []
    anchors = [(identity, one.anchor) for identity, one in evidence.observations.items()]
    anchors += [(finding.id, anchor) for finding in evidence.findings for anchor in finding.anchors]
    for identity, anchor in anchors:
        document = evidence.documents.get(anchor.document)
        if document is None or not anchor.holds(document.text):
            lines.append(
                f"{identity}: “{anchor.quote}” does not stand at {anchor.start}-{anchor.end}; run `dragoman build`"
            )
    return lines
