"""Small evidence for tests: sources and documents from plain texts."""

from hashlib import sha256

from dragoman.model import BibliographicField, BibliographicRecord, Document, Source, content_id
from dragoman.store import FileRow, FromFile, Store


def source(path: str) -> Source:
    record = BibliographicRecord((BibliographicField("title", path, "file name"),))
    return Source(content_id("so", path), path, path.split(".", maxsplit=1)[0], record)


def document(path: str, text: str, published: str | None = None) -> Document:
    digest = sha256(text.encode()).hexdigest()
    identity = content_id("do", content_id("so", path), digest)
    return Document(identity, content_id("so", path), digest, text, "zh", published, "text/1")


def fill(store: Store, texts: dict[str, str]) -> None:
    store.keep_files(
        [
            (path, FileRow(stamp="", sha256=""), [FromFile(source(path), document(path, text))])
            for path, text in texts.items()
        ]
    )
