"""A source: where a text comes from, and what its bibliographic record says, each value with its origin."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class BibliographicField:
    """One value of a record: CSL-JSON's name for it, the value as text, and where the value came from.

    `basis` is plain words for a person: "sidecar n10.toml", "page: meta PubDate", "file name", "text, line 1".
    """

    name: str
    value: str
    basis: str


@dataclass(frozen=True, slots=True)
class BibliographicRecord:
    """What is known about a source, in CSL-JSON's names, dates as ISO 8601 text ("2018", "2018-05", "2018-05-09").

    Names in use: title, title-transliterated, title-translated, container-title, publisher, author, issued, accessed,
    language, page, volume, edition, URL, type, keyword.
    """

    fields: tuple[BibliographicField, ...] = ()

    def value(self, name: str) -> str | None:
        """The value of a field, or None.

        >>> BibliographicRecord((BibliographicField("issued", "2018-05-09", "file name"),)).value("issued")
        '2018-05-09'
        """
        return next((field.value for field in self.fields if field.name == name), None)

    def basis(self, name: str) -> str | None:
        """Where the value of a field came from, or None."""
        return next((field.basis for field in self.fields if field.name == name), None)


@dataclass(frozen=True, slots=True)
class Source:
    """One source of a case. Its identity is its place (`path`), which stays while its text changes.

    `path` is relative to the case's `sources/`, with `/`; a member of an archive or a row of a table is written
    `archive.zip!page.html` or `rows.jsonl!id`. `key` is what a brief cites it by, unique in the case.
    `reliability` is the NATO Admiralty letter A-F, or None where nobody has judged it; `vehicle` the kind of utterance
    (readout, press conference, joint statement, news report ...).
    """

    id: str
    path: str
    key: str
    record: BibliographicRecord
    vehicle: str | None = None
    reliability: str | None = None
