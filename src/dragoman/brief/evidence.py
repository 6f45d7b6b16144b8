"""What a brief stands on: everything a caller hands over from the store, and look-ups over it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.model import Case, Document, Event, Finding, Observation, Source


@dataclass(frozen=True, slots=True)
class Evidence:
    """One case as it stands after a build.

    `documents` are the current versions by id, `observations` by id (at least the reports of the events), and
    `older_documents` the versions that are no longer current, by the source's id, newest first. `names` gives display
    names for gazetteer ids, where the caller has them.
    """

    case: Case
    sources: tuple[Source, ...]
    documents: Mapping[str, Document]
    observations: Mapping[str, Observation]
    events: tuple[Event, ...]
    findings: tuple[Finding, ...] = ()
    older_documents: Mapping[str, tuple[Document, ...]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


class Catalogue:
    """Sources by key and by id, with the current document of each.

    >>> from pathlib import Path
    >>> Catalogue(Evidence(Case(Path("case"), "Empty"), (), {}, {}, ())).keys
    ()
    """

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.sources = tuple(sorted(evidence.sources, key=lambda source: (source.key, source.id)))
        self._by_key = {source.key: source for source in self.sources}
        self._by_id = {source.id: source for source in self.sources}
        self._document = {
            document.source: document for _id, document in sorted(evidence.documents.items(), reverse=True)
        }

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys that a brief can cite, in order."""
        return tuple(self._by_key)

    def source(self, key: str) -> Source | None:
        """The source that is cited by `key`, or None."""
        return self._by_key.get(key)

    def document(self, source: Source) -> Document | None:
        """The current document of a source, or None where nothing of it was stored."""
        return self._document.get(source.id)

    def source_of(self, document: str) -> Source | None:
        """The source of a current document, given the document's id, or None."""
        found = self.evidence.documents.get(document)
        return self._by_id.get(found.source) if found else None

    def older(self, source: Source) -> tuple[Document, ...]:
        """Earlier versions of a source's text, newest first."""
        return tuple(self.evidence.older_documents.get(source.id, ()))

    def language(self, source: Source) -> str:
        """The language of a source: what its record says, else its document's, else English."""
        document = self.document(source)
        return source.record.value("language") or (document.language if document else "") or "en"
