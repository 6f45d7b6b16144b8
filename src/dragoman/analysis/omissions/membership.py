"""Which documents belong to a class: those that it names, or those of its vehicle between its parties."""

from collections.abc import Iterable, Iterator, Mapping

from dragoman.gazetteer import Gazetteer
from dragoman.model import Document, DocumentClass, Source

HEAD = 400  # characters of a text in which its parties are looked for, beside its record


def members(
    kind: DocumentClass, documents: Iterable[Document], sources: Mapping[str, Source], known: Gazetteer
) -> Iterator[Document]:
    """The documents of a class, in the order given; `sources` are by id.

    A document belongs to it by its key, or where vehicle, outlet and parties are those of the class: each of `between`
    must be named, itself or someone who stands for it, in the record or the first 400 characters.
    """
    for document in documents:
        source = sources[document.source]
        if kind.documents:
            if source.key in kind.documents:
                yield document
        elif _fits(kind, source) and _between(kind, document, source, known):
            yield document


def _fits(kind: DocumentClass, source: Source) -> bool:
    outlets = {source.record.value("container-title"), source.record.value("publisher")}
    return (not kind.vehicle or source.vehicle == kind.vehicle) and (not kind.outlet or kind.outlet in outlets)


def _between(kind: DocumentClass, document: Document, source: Source, known: Gazetteer) -> bool:
    if not kind.between:
        return True
    told = [source.record.value(name) or "" for name in ("title", "author", "publisher")]
    text = "\n".join([*told, document.text[:HEAD]])
    named = {mention.entity for mention in known.find(text, document.language)}
    named |= {state for entity in named if (state := known.state_of(entity))}
    return named.issuperset(kind.between)
