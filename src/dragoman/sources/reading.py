"""From bytes to documents: the right reader for what the bytes are.

This runs inside the bounded child process (worker.py); nothing here needs it to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.model import BibliographicField
from dragoman.sources.bibliography import SidecarRecord
from dragoman.sources.encoding import decode
from dragoman.sources.errors import Refused
from dragoman.sources.given import Given, document
from dragoman.sources.kinds import Kind, binary_kind, mislabelled, text_kind
from dragoman.sources.records import Extract, ReadDocument


def documents_of(given: Given) -> Iterator[ReadDocument | str]:
    """The documents in a file, in order, and between them lines about what in it could not be read.

    Raises Refused where the file as a whole cannot be read.

    >>> from dragoman.sources.limits import Limits
    >>> [found.text for found in documents_of(Given("a.txt", b"plain", Limits()))]
    ['plain']
    """
    if not given.data:
        raise Refused("empty")
    yield from (line for sidecar in given.sidecars for line in sidecar.warnings)
    kind = binary_kind(given.data)
    if kind == "zip":
        from dragoman.sources.archive import archive_kind, members_of

        kind = archive_kind(given.data)
        if kind == "zip":
            yield from mislabelled(given.name, kind)
            yield from members_of(given, documents_of)
            return
    if kind is not None:
        extract = _binary(given, kind)
        yield document(given, extract, mislabelled(given.name, kind))
        return
    yield from _texts(given)


def _binary(given: Given, kind: Kind) -> Extract:
    if kind == "pdf":
        from dragoman.sources.pdf import read_pdf

        return read_pdf(given.data, given.limits, given.name, given.beside)
    from dragoman.sources.docx import read_docx

    return read_docx(given.data, given.limits)


def _texts(given: Given) -> Iterator[ReadDocument | str]:
    decoded = decode(given.data)
    kind = text_kind(decoded.text, given.name)
    warnings = (*mislabelled(given.name, kind), *decoded.warnings)
    if kind in ("json", "jsonl", "csv"):
        from dragoman.sources.table import rows_of

        yield from warnings
        yield from rows_of(given, decoded.text, kind)
        return
    if kind == "html":
        from dragoman.sources.html import read_html

        extract = read_html(decoded.text, given.limits)
    else:
        from dragoman.sources.text import read_text

        extract = read_text(decoded.text, given.limits, kind == "markdown")
    yield document(given, _titled(extract, given.sidecars), warnings)


def _titled(extract: Extract, sidecars: Sequence[SidecarRecord]) -> Extract:
    """Where a sidecar gives the title and the text's first line is that title, that line's passage is the title."""
    title = next((f.value for s in sidecars for f in s.fields if f.name == "title"), None)
    at = extract.text.find(title) if title else -1
    if title is None or at < 0 or extract.text[:at].strip() or any(p.register == "title" for p in extract.passages):
        return extract
    end = at + len(title)
    if extract.text[end : end + 1] not in ("", "\n", "\r"):
        return extract
    from dragoman.sources.registers import passages_in

    said = BibliographicField("title", title, "text, line 1")
    return replace(extract, passages=passages_in(extract.text, (at, end)), fields=(said, *extract.fields))
