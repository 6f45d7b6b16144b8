"""A document of a case held against the earlier members of its class."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.analysis.formulations import Text
from dragoman.analysis.omissions import Omissions, members, omission_findings, omissions
from dragoman.engines.case_names import case_gazetteer
from dragoman.model import Case, Document, DocumentClass, Finding
from dragoman.store import Store


class UnknownClass(LookupError):
    """No class can be chosen for a document; the message says what to give."""


@dataclass(frozen=True, slots=True)
class Held:
    """A document held against its class: what was found, and the same as findings.

    `names` say by document id what a reader calls each document: its key and date.
    """

    kind: DocumentClass
    omissions: Omissions
    findings: tuple[Finding, ...]
    names: dict[str, str]


def hold(case: Case, store: Store, document: Document, asked: str | None, last: int) -> Held:
    """Hold a document against the class of that id, by default the one class that it belongs to.

    Raises UnknownClass where there is none, or several to choose from, and OmissionError where nothing can be said.
    """
    sources = {source.id: source for source in store.sources()}
    documents = [one for one in store.documents() if one.state != "refused"]
    known = case_gazetteer(case.gazetteer)
    kinds = [one for one in case.classes if asked in (None, one.id)]
    belonging = {one.id: list(members(one, documents, sources, known)) for one in kinds}
    kind = _chosen(case, kinds, {name: document.id in _ids(some) for name, some in belonging.items()}, asked)
    keys = {one.id: sources[one.source].key for one in (*documents, document)}
    texts = [_text(one, keys[one.id]) for one in belonging[kind.id] if one.id != document.id]
    found = omissions(_text(document, keys[document.id]), texts, last)
    days = {one.id: one.published for one in documents}
    names = {one: f"{key} ({days[one]})" if days.get(one) else key for one, key in keys.items()}
    return Held(kind, found, omission_findings(found, kind.title, names), names)


def _ids(documents: Iterable[Document]) -> set[str]:
    return {one.id for one in documents}


def _chosen(case: Case, kinds: list[DocumentClass], belongs: dict[str, bool], asked: str | None) -> DocumentClass:
    known = ", ".join(one.id for one in case.classes)
    if not case.classes:
        raise UnknownClass("case.toml has no [[classes]]; add one that says which documents are of its kind")
    if not kinds:
        raise UnknownClass(f'no class "{asked}" in case.toml; there are: {known}')
    fitting = [one for one in kinds if belongs[one.id]]
    if not fitting:
        of = f'is not of the class "{asked}"' if asked else f"is of none of the classes of case.toml ({known})"
        raise UnknownClass(f"{of}; add its key to documents, or see to its record's vehicle and parties")
    if len(fitting) > 1:
        names = ", ".join(one.id for one in fitting)
        raise UnknownClass(f"is of several classes ({names}); choose one with --class")
    return fitting[0]


def _text(document: Document, key: str) -> Text:
    return Text(document.id, document.text, document.published, document.language, "", "", key, document.passages)
