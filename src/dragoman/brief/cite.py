"""Notes in the Chicago style (18th edition): the original title, its reading and its translation in one note."""

import re
from dataclasses import dataclass

from dragoman.analysis.day_words import MONTHS
from dragoman.model import BibliographicRecord

BOOKS = frozenset({"book", "report", "thesis", "pamphlet", "collection"})
JOURNALS = frozenset({"article-journal"})
WEB = frozenset({"webpage", "post", "post-weblog"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a note in one face: its text, the language it may be in, and whether it is in italics."""

    text: str
    language: str = "en"
    italic: bool = False


def full_note(record: BibliographicRecord, language: str, fallback: str = "untitled") -> tuple[Run, ...]:
    """The first note on a source; `language` is the source's, `fallback` stands for a missing title.

    >>> from dragoman.model import BibliographicField as Field
    >>> record = BibliographicRecord((Field("title", "习近平同金正恩举行会谈", ""), Field("issued", "2018-03-29", ""),
    ...     Field("container-title", "人民日报", ""), Field("title-translated", "Xi Holds Talks with Kim", "")))
    >>> "".join(run.text for run in full_note(record, "zh"))
    '“习近平同金正恩举行会谈” [Xi Holds Talks with Kim], 人民日报, March 29, 2018.'
    """
    kind = record.value("type") or ""
    parts: list[tuple[Run, ...]] = []
    if author := record.value("author"):
        parts.append((Run(authors(author), language),))
    title = _title(record, language, book=kind in BOOKS)
    if title or kind in BOOKS or not (record.value("container-title") or record.value("publisher")):
        parts.append(title or (Run(f"[{fallback}]"),))
    tail = _book_tail(record, language) if kind in BOOKS else _article_tail(record, language, journal=kind in JOURNALS)
    if kind in BOOKS:
        parts[-1] = (*parts[-1], *tail[0])
        tail = tail[1:]
    parts += tail
    if accessed := record.value("accessed"):
        parts.append((Run(f"accessed {chicago_date(accessed)}"),))
    if url := record.value("URL"):
        parts.append((Run(url),))
    return _joined(parts)


def short_note(record: BibliographicRecord, language: str, fallback: str = "untitled") -> tuple[Run, ...]:
    """A later note on the same source: the author's family name or the outlet, and the title, with the date if there is
    no author, since one outlet may print two articles under one title."""
    parts: list[tuple[Run, ...]] = []
    author = record.value("author")
    outlet = record.value("container-title") or record.value("publisher")
    if author:
        parts.append((Run(author.split(";")[0].split(",")[0].strip(), language),))
    elif outlet:
        parts.append((Run(outlet, language, italic=True),))
    book = (record.value("type") or "") in BOOKS
    title = record.value("title") or record.value("title-transliterated") or record.value("title-translated")
    if title or not outlet:
        name = Run(title or f"[{fallback}]", language if record.value("title") else "en", italic=book)
        parts.append((name,) if book or is_description(name.text) else _quoted(name.text, name.language))
    issued = record.value("issued")
    if issued and not author:
        parts.append((Run(chicago_date(issued)),))
    return _joined(parts)


def authors(text: str) -> str:
    """Names as a note gives them: "Aoyama, Rumi; Hirose, Yoko" becomes "Rumi Aoyama and Yoko Hirose".

    >>> authors("Aoyama, Rumi")
    'Rumi Aoyama'
    """
    names = []
    for name in (part.strip() for part in text.split(";") if part.strip()):
        family, comma, given = name.partition(",")
        names.append(f"{given.strip()} {family.strip()}" if comma else name)
    if len(names) > 3:
        return f"{names[0]} et al."
    return ", ".join(names) if len(names) < 2 else f"{', '.join(names[:-1])} and {names[-1]}"


def chicago_date(text: str) -> str:
    """An ISO day, month or year as a note gives it; anything else as it stands.

    >>> [chicago_date(day) for day in ("2018-03-29", "2018-03", "2018", "spring 2018")]
    ['March 29, 2018', 'March 2018', '2018', 'spring 2018']
    """
    match = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2})(?:T.*)?)?", text)
    if not match or not 1 <= int(match[2]) <= 12:
        return text
    month = MONTHS[int(match[2]) - 1]
    return f"{month} {int(match[3])}, {match[1]}" if match[3] else f"{month} {match[1]}"


def _title(record: BibliographicRecord, language: str, book: bool) -> tuple[Run, ...]:
    """Original, reading and translation, those that are known: “习近平…” Xi Jinping … [Xi …]."""
    original = record.value("title")
    reading, translation = record.value("title-transliterated"), record.value("title-translated")
    runs: list[Run] = []
    if original and is_description(original):
        runs.append(Run(original, language))
    elif original:
        runs += [Run(original, language, True)] if book else _quoted(original, language)
    if reading:
        # a reading alone takes the place of the title, and its quotation marks
        quoted = not original and not book
        runs += [Run(" ")] if runs else []
        runs += _quoted(reading, "en") if quoted else [Run(reading, italic=True)]
    if translation:
        text = translation if is_description(translation) else f"[{translation}]"
        runs.append(Run(f" {text}" if runs else text))
    return tuple(runs)


def _quoted(title: str, language: str) -> tuple[Run, ...]:
    """A title in quotation marks; those inside an alphabetic title become single ones."""
    if language.partition("-")[0] not in {"zh", "ja", "ko"}:
        title = title.replace("“", "‘").replace("”", "’")
    return Run("“"), Run(title, language), Run("”")


def is_description(title: str) -> bool:
    """Whether a title is a description in brackets that stands in place of one, and so takes no quotation marks.

    >>> is_description("[Notice on the public record]")
    True
    """
    return title.startswith("[") and title.endswith("]")


def _book_tail(record: BibliographicRecord, language: str) -> list[tuple[Run, ...]]:
    publisher, issued = record.value("publisher"), record.value("issued")
    inside = [Run(publisher, language)] if publisher else []
    if issued:
        inside += [Run(", ")] if inside else []
        inside.append(Run(chicago_date(issued)))
    edition = record.value("edition")
    imprint: tuple[Run, ...] = (Run(f", {edition} ed."),) if edition else ()
    if inside:
        imprint = (*imprint, Run(" ("), *inside, Run(")"))
    page = record.value("page")
    return [imprint, (Run(_pages(page)),)] if page else [imprint]


def _article_tail(record: BibliographicRecord, language: str, journal: bool) -> list[tuple[Run, ...]]:
    container, volume = record.value("container-title"), record.value("volume")
    issued, page, edition = record.value("issued"), record.value("page"), record.value("edition")
    runs: list[Run] = [Run(container, language, italic=True)] if container else []
    if volume:
        runs.append(Run(f" {volume}" if runs else volume))
    if journal:
        runs += [Run(f" ({chicago_date(issued)})")] if issued else []
        runs += [Run(f": {_pages(page)}")] if page else []
        return [tuple(runs)] if runs else []
    publisher = record.value("publisher")
    if publisher and publisher != container:
        runs += [Run(", ")] if runs else []
        runs.append(Run(publisher, language))
    parts = [tuple(runs)] if runs else []
    parts += [(Run(chicago_date(issued)),)] if issued else []
    parts += [(Run(f"{edition} edition"),)] if edition else []
    parts += [(Run(_pages(page)),)] if page else []
    return parts


def _pages(text: str) -> str:
    return re.sub(r"(?<=\d)-(?=\d)", "–", text)


def _joined(parts: list[tuple[Run, ...]]) -> tuple[Run, ...]:
    """Parts with commas between them and a full stop, both inside a closing quotation mark, as Chicago has it."""
    joined: tuple[Run, ...] = ()
    for part in parts:
        joined = (*_stopped(joined, ","), Run(" "), *part) if joined else part
    return _stopped(joined, ".")


def _stopped(runs: tuple[Run, ...], stop: str) -> tuple[Run, ...]:
    if not runs or runs[-1].text.endswith(stop):
        return runs
    if runs[-1].text == "”":
        return (*runs[:-1], Run(f"{stop}”"))
    return (*runs, Run(stop))
